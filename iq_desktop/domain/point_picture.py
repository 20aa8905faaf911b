"""The pictures that stand beside what was agreed, and which of them the words themselves suggest."""

from __future__ import annotations

import re
from typing import Final

from iq_desktop.domain.choice import Choice
from iq_desktop.wording.text import say


class PointPicture(Choice):
    """What a picture shows; the words are read out to whoever does not see it."""

    PAPERS = "papers", say("Papers and certificates")
    OFFICE = "office", say("Office or authority")
    COURSE = "course", say("Course or learning")
    LANGUAGE = "language", say("Learning German")
    TALK = "talk", say("Talking with each other")
    PHONE = "phone", say("Telephone")
    LETTER = "letter", say("Letter or e-mail")
    CALENDAR = "calendar", say("Appointment")
    FORM = "form", say("Filling in and signing")
    SCHOOL = "school", say("School or university")
    WORK = "work", say("Work")
    SEARCH = "search", say("Looking for something")
    COMPUTER = "computer", say("Computer or internet")
    MONEY = "money", say("Money")
    HOME = "home", say("Home and living")
    CHILD = "child", say("Children")
    HEALTH = "health", say("Health")
    TRAVEL = "travel", say("Bus and train")


_STEMS: Final = (
    (PointPicture.PHONE, r"anruf|ruft|rufe|telefon|handy|call|phone"),
    (PointPicture.LANGUAGE, r"deutschkurs|sprachkurs|deutsch|integrationskurs|sprachtest|alphabet|german|language"),
    (PointPicture.CHILD, r"kind|kita|tagesmutter|\bhort\b|child|nursery"),
    (PointPicture.HEALTH, r"arzt|ärzt|gesund|krank(?!enpfleg|enschwest)|therap|doctor|health"),
    (PointPicture.MONEY, r"geld|kosten|zuschuss|förder|bezahl|konto|gebühr|money|grant|\bfund|\bfees?\b|\bcost"),
    (PointPicture.FORM, r"unterschr|unterschreib|formular|ausfüll|antrag|anmeld|\bsign|\bforms?\b|fill in|\bappl"),
    (PointPicture.PAPERS, r"zeugnis|urkunde|papier|unterlage|dokument|übersetz|kopie|beglaubig|lebenslauf"),
    (PointPicture.PAPERS, r"paper|certificate|translat|cv\b"),
    (PointPicture.LETTER, r"brief|mail|schreib|schick|\b(?:ab|ein|ver|zu)?send|letter|write"),
    (PointPicture.OFFICE, r"(?<!ges)amt\b|ämter|behörde|jobcenter|agentur|kammer|ihk|office|authority|chamber"),
    (PointPicture.OFFICE, r"(?<!ausbild)ungsstelle\b|fachstelle|prüfstelle|zuständig"),
    (PointPicture.CALENDAR, r"termin|appointment|\bdate\b"),
    (PointPicture.COURSE, r"kurs|lernen|lehrgang|weiterbildung|qualifizierung|praktikum|course|learn|training"),
    (PointPicture.SCHOOL, r"schule|studium|universität|hochschule|school|universit|stud(?:y|ies)"),
    (PointPicture.COMPUTER, r"computer|internet|online|e-?learning|\bapp\b|laptop"),
    (PointPicture.SEARCH, r"such|find|recherch|look for|search"),
    (PointPicture.WORK, r"arbeit|beruf|stelle|bewerb|firma|betrieb|job|work|employ"),
    (PointPicture.HOME, r"wohn|umzug|umzieh|\bhaus|miete|home|flat|house|rent\b"),
    (PointPicture.TRAVEL, r"\bbus\b|bahn|\bzug\b|fahr(?:t|karte|en)|train|ticket|travel"),
    (PointPicture.TALK, r"sprech|gespräch|reden|fragen|berat|talk|speak|ask|meet"),
)
"""Which words suggest which picture, German and English; the first that fits wins, so what is special stands above."""
_PATTERNS: Final = tuple((picture, re.compile(stem, re.IGNORECASE)) for picture, stem in _STEMS)


def suggest_picture(words: str) -> PointPicture | None:
    """Return the picture that words suggest, or None where they suggest none."""
    return next((picture for picture, pattern in _PATTERNS if pattern.search(words)), None)
