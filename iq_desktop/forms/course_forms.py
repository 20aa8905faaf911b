"""The forms of the screen Courses: by what a search is narrowed, and an offer of a partner that is entered by hand."""

from __future__ import annotations

from typing import Final

from iq_desktop.domain.course import CourseWish
from iq_desktop.domain.course_traits import CourseFunding, CourseKind, TeachingForm, TeachingTime
from iq_desktop.domain.kept_course import OwnOffer
from iq_desktop.domain.language_skill import Level
from iq_desktop.forms.vocabulary import Form, choice, day, line, money, note, number, section, several, tick
from iq_desktop.wording.text import NOTHING, say

COURSE_WISH_FORM: Final = Form(
    CourseWish,
    (
        section(
            say("When"),
            day("starts_from", say("Starts from")),
            day("starts_until", say("Starts until")),
            several("times", say("Times of lessons"), TeachingTime),
        ),
        section(
            say("German"),
            choice("entry_level", say("Level that is there"), Level, hint=say("Courses that one can begin with it")),
            choice("exit_level", say("Leads at least to"), Level),
        ),
        section(
            say("Form and costs"),
            choice("form", say("Form"), TeachingForm),
            money("price_up_to", say("Price up to")),
            several("fundings", say("Who may pay"), CourseFunding),
            line("provider", say("Provider"), wide=True),
        ),
    ),
)
"""What is not in sight all the time; words, place, distance and kinds stand above the list."""

OWN_OFFER_FORM: Final = Form(
    OwnOffer,
    (
        section(
            NOTHING,
            line("title", say("Name of the course"), wide=True),
            line("provider", say("Provider"), wide=True),
            choice("kind", say("Kind"), CourseKind, needs_answer=True),
            choice("form", say("Form"), TeachingForm, needs_answer=True),
            line("postal_code", say("Postal code")),
            line("place", say("Place")),
            line("street", say("Street and number"), wide=True),
            day("starts_on", say("Begins on")),
            day("ends_on", say("Ends on")),
            tick("flexible_start", say("One can begin at any time")),
            day("apply_by", say("Apply by")),
            several("times", say("Times of lessons"), TeachingTime),
            number("hours", say("Lessons in all"), say("lessons")),
            number("weekly_hours", say("Lessons a week"), say("lessons")),
            money("price", say("Price"), hint=say("0 where it is free of charge")),
            several("fundings", say("Who may pay"), CourseFunding),
            choice("entry_level", say("German that is needed"), Level),
            choice("exit_level", say("German that is reached"), Level),
            note("description", say("What it is about")),
            line("phone", say("Telephone")),
            line("email", say("E-mail")),
            line("web", say("Website"), wide=True),
        ),
    ),
)
