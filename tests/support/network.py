"""Refuses every network connection in the process of the tests."""

from __future__ import annotations

import socket
import sys
from typing import TypeAlias

Attempts: TypeAlias = list[str]

_EVENTS = frozenset({"socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"})
_LOOPBACK = frozenset({"127.0.0.1", "::1"})


class NetworkRefusedError(OSError):
    """A test reached for the network."""


def refuse_network() -> Attempts:
    """Refuse connections from now on, and return the list in which attempts will stand.

    Unix sockets stay allowed: Qt, asyncio and multiprocessing talk to themselves through them, on Windows through
    the loopback.
    """
    attempts: Attempts = []

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event in _EVENTS and not _is_own_machinery(arguments):
            attempts.append(f"{event} {arguments}")
            raise NetworkRefusedError(event)

    sys.addaudithook(watch)
    return attempts


def _is_own_machinery(arguments: tuple[object, ...]) -> bool:
    first = arguments[0]
    if not isinstance(first, socket.socket):
        return False
    if sys.platform == "win32":
        address = arguments[1]
        return isinstance(address, tuple) and address[0] in _LOOPBACK
    return first.family == socket.AF_UNIX
