"""What is said about packs in the settings: whence they come, who signed them, what nobody has reviewed yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.ui.screens.parts.talk_words import how_long, language_name
from iq_desktop.usecases.instrument_ports import PackTrust
from iq_desktop.wording.text import NOTHING, Text, joined, say

if TYPE_CHECKING:
    from iq_desktop.domain.instrument import Instrument
    from iq_desktop.usecases.instruments import ListedInstrument, OfferedPack


def about_pack(listed: ListedInstrument) -> Text:
    """Return how long it takes, its version, who made it, and since when it is there."""
    instrument = listed.instrument
    version = say("version {version}", version=instrument.version)
    publisher = say("by {publisher}", publisher=instrument.publisher.name)
    since = say("taken in on {day}", day=listed.taken_on) if listed.taken_on is not None else NOTHING
    return joined((how_long(instrument), version, publisher, since))


def seal_words(trust: PackTrust, fingerprint: str) -> Text:
    """Return whence it comes, with the fingerprint of who signed it."""
    if not fingerprint:
        return trust.label
    return joined((trust.label, say("fingerprint {fingerprint}", fingerprint=fingerprint)))


def is_worth_a_warning(trust: PackTrust) -> bool:
    """Return whether nobody here knows who made it."""
    return trust in {PackTrust.UNSIGNED, PackTrust.UNKNOWN}


def review_words(instrument: Instrument) -> Text:
    """Return which languages nobody has reviewed yet."""
    open_ones = [language_name(code) for code, texts in instrument.texts.items() if not texts.is_reviewed]
    if not open_ones:
        return say("All translations are reviewed.")
    return say("Not reviewed yet: {languages}", languages=joined(open_ones, ", "))


def offer_words(offered: OfferedPack) -> Text:
    """Return what taking a pack in would do."""
    if offered.replaces == offered.instrument.version:
        return say("This version is there already.")
    if offered.replaces:
        return say(
            "It stands beside version {version}; runs that were made with that keep it.", version=offered.replaces
        )
    return say("It is new here.")
