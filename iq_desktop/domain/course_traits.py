"""What courses are told apart by: kind, form, times, who pays, and whether an offer is still of use."""

from __future__ import annotations

from typing import Final

from iq_desktop.domain.choice import Choice
from iq_desktop.wording.text import say


class CourseKind(Choice):
    """What a course is for."""

    INTEGRATION = "integration", say("Integration course")
    VOCATIONAL_GERMAN = "vocational_german", say("German for work")
    GERMAN = "german", say("Other German course")
    PARTIAL = "partial", say("Partial qualification")
    ADAPTATION = "adaptation", say("Adaptation or compensation measure")
    FURTHER_TRAINING = "further_training", say("Further training")
    OTHER = "other", say("Other course")


GERMAN_KINDS: Final = (CourseKind.INTEGRATION, CourseKind.VOCATIONAL_GERMAN, CourseKind.GERMAN)
"""The kinds in which German is learned; their levels are those of German."""


class TeachingForm(Choice):
    """How a course is held."""

    CLASSROOM = "classroom", say("In the classroom")
    ONLINE = "online", say("Online")
    MIXED = "mixed", say("Classroom and online")
    AT_WORK = "at_work", say("At the workplace")
    UNKNOWN = "unknown", say("Not said")


class TeachingTime(Choice):
    """When lessons are."""

    DAYTIME = "daytime", say("During the day")
    EVENING = "evening", say("In the evening")
    WEEKEND = "weekend", say("At the weekend")


class CourseFunding(Choice):
    """Who may pay for a course."""

    BAMF = "bamf", say("Federal Office for Migration (BAMF)")
    VOUCHER = "voucher", say("Education voucher")
    OWN = "own", say("Own money")


class OfferAge(Choice):
    """Whether an offer is still of use."""

    CURRENT = "current", say("Current")
    PAST = "past", say("This course has already begun or ended.")
    CLOSED = "closed", say("The last day to apply is over.")
    OLD_CATALOGUE = "old_catalogue", say("The catalogue is old. Ask whether the course still takes place.")


NOT_TO_BEGIN: Final = frozenset({OfferAge.PAST, OfferAge.CLOSED})
"""Offers that nobody can begin any more."""
