"""What a disk, a thief or a helpful program may do to a file: flips, cuts, swaps and additions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import random
    from collections.abc import Callable
    from pathlib import Path

PAGE: Final = 4096


def flip_bit(path: Path, chance: random.Random) -> int:
    """Flip one bit anywhere and return the number of its page."""
    content = bytearray(path.read_bytes())
    place = chance.randrange(len(content))
    content[place] ^= 1 << chance.randrange(8)
    path.write_bytes(content)
    return place // PAGE + 1


def cut_end(path: Path, chance: random.Random) -> None:
    """Cut the file: some pages, or within a page."""
    size = path.stat().st_size
    kept = size - (chance.randrange(1, 6) * PAGE if chance.randrange(2) else chance.randrange(1, 3 * PAGE))
    with path.open("r+b") as file:
        file.truncate(max(PAGE, kept))


def swap_pages(path: Path, chance: random.Random) -> None:
    """Let two pages change places."""
    content = bytearray(path.read_bytes())
    one, other = chance.sample(range(len(content) // PAGE), 2)
    first, second = slice(one * PAGE, (one + 1) * PAGE), slice(other * PAGE, (other + 1) * PAGE)
    content[first], content[second] = content[second], content[first]
    path.write_bytes(content)


def append_page(path: Path, chance: random.Random) -> None:
    """Append a page: one of the file's own, an empty one, or chance."""
    content = path.read_bytes()
    start = chance.randrange(len(content) // PAGE) * PAGE
    pages = (content[start : start + PAGE], bytes(PAGE), chance.randbytes(PAGE), chance.randbytes(700))
    path.write_bytes(content + chance.choice(pages))


def blank_page(path: Path, chance: random.Random) -> None:
    """Let a page be zeros, as a worn-out sector gives them."""
    content = bytearray(path.read_bytes())
    start = chance.randrange(len(content) // PAGE) * PAGE
    content[start : start + PAGE] = bytes(PAGE)
    path.write_bytes(content)


DAMAGES: Final[tuple[Callable[[Path, random.Random], object], ...]] = (
    flip_bit,
    cut_end,
    swap_pages,
    append_page,
    blank_page,
)
