"""The centre's letterhead and what an adviser has set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.domain.changes import Area, Change
from iq_desktop.domain.role import Act
from iq_desktop.usecases.permissions import require

if TYPE_CHECKING:
    from iq_desktop.domain.centre import Centre, DeskSettings, Logo
    from iq_desktop.usecases.desk import Desk


def my_centre(desk: Desk) -> Centre:
    """Return the letterhead of the centre."""
    return desk.centres.centre()


def save_centre(desk: Desk, centre: Centre) -> tuple[Change, ...]:
    """Save the letterhead of the centre; raises NotAllowed."""
    require(desk, Act.SET_CENTRE)
    desk.centres.save_centre(centre)
    return (Change(Area.CENTRE),)


def my_logo(desk: Desk) -> Logo | None:
    """Return the picture of the letterhead, or None."""
    return desk.centres.logo()


def save_logo(desk: Desk, logo: Logo | None) -> tuple[Change, ...]:
    """Keep the picture of the letterhead, or give it up; raises NotAllowed."""
    require(desk, Act.SET_CENTRE)
    desk.centres.save_logo(logo)
    return (Change(Area.CENTRE),)


def my_settings(desk: Desk) -> DeskSettings:
    """Return what the adviser at the desk has set."""
    return desk.centres.settings(desk.adviser.id)


def my_last_spot(desk: Desk) -> str:
    """Return where the adviser at the desk was last, as the window wrote it; empty where nothing was kept."""
    return desk.centres.last_spot(desk.adviser.id)


def keep_last_spot(desk: Desk, spot: str) -> None:
    """Keep where the adviser at the desk is, to begin there next time."""
    desk.centres.keep_spot(desk.adviser.id, spot)


def save_settings(desk: Desk, settings: DeskSettings) -> tuple[Change, ...]:
    """Save what the adviser at the desk has set; the unlock screen speaks and looks so from now on, too."""
    desk.centres.save_settings(desk.adviser.id, settings)
    desk.keys.set_appearance(settings.language, settings.theme)
    return (Change(Area.SETTINGS),)
