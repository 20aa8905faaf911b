"""The scenes of the demo hour with a client: from the first four answers to the paper in the client's hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.documents.kinds import DOCUMENT_KINDS
from iq_desktop.domain.client import Benefit, Employment, Gender, ResidenceTitle, WorkPermission
from iq_desktop.domain.competence import Evidence, Independence
from iq_desktop.domain.consent import Manner, Purpose
from iq_desktop.domain.contact import Channel, Concern, Interpreting, WayToCentre
from iq_desktop.domain.language_skill import AssessedBy, Level, Skill
from iq_desktop.domain.referral import Who
from iq_desktop.usecases.case_pages import CASE_PAGES
from iq_desktop.usecases.competences import SkillFilter, listed_competences
from iq_desktop.wording.text import LanguageName, say

if TYPE_CHECKING:
    from iq_desktop.app.demo_stage import Stage
    from iq_desktop.app.hand import Hand

_RATED: Final = 12
_PRINTED_OFTEN: Final = frozenset({"competence-profile", "what-we-agreed", "support-plan", "application-cv"})
_PERSON: Final = (
    (say("Family name"), "Dabbagh"),
    (say("Given names"), "Nour"),
    (say("Family name in own script"), "دباغ"),
    (say("Given names in own script"), "نور"),
    (say("Former names"), "Al-Halabi"),
    (say("How the name is said"), "Nur Dabbaach"),
    (say("Date of birth"), "03.1991"),
    (say("Country of birth"), "Syrien"),
    (say("Gender"), Gender.FEMALE.label),
    (say("Nationalities"), "Syrien"),
    (say("Mother tongues"), "Arabisch"),
    (say("Residence title"), ResidenceTitle.HUMANITARIAN.label),
    (say("Permission to work"), WorkPermission.UNRESTRICTED.label),
    (say("Came to Germany"), "2022"),
    (say("Work now"), Employment.NOT_WORKING.label),
    (say("Benefits"), Benefit.SGB_2.label),
    (say("Street and number"), "Musterstraße 5"),
    (say("Postal code"), "04107"),
    (say("Telephone"), "0000 555 777"),
)
_GERMAN: Final = (Level.B1, Level.A2, Level.B1, Level.A2, Level.A1)
_ARABIC: Final = ("أحضري الشهادات والترجمات", "سجّلي في دورة اللغة الألمانية B2", "اتصلي بغرفة الحرف (HWK)")


def find_and_begin(stage: Stage, hand: Hand) -> None:
    """Search for a client in another spelling, then begin a new case with four answers."""
    hand.press(say("Cases"))
    stage.camera.shoot(hand, "cases")
    hand.search(say("Name in any spelling, case number, place or telephone"), "Schewtschenko")
    if not hand.sees("Shevchenko"):
        stage.camera.problems.append("cases: “Schewtschenko” does not find Shevchenko")
    stage.camera.shoot(hand, "cases found in another spelling")
    hand.press(say("New case"))
    hand.fill(say("How did the person find us?"), WayToCentre.RECOMMENDATION.label)
    hand.fill(say("Which language does the person speak best?"), _language(hand, "ar"))
    hand.fill(say("Does somebody interpret?"), Interpreting.PROFESSIONAL.label)
    for concern in (Concern.RECOGNITION, Concern.COMPETENCES, Concern.GERMAN):
        hand.fill(say("What does the person want?"), concern.label)
    stage.camera.shoot(hand, "new case in four answers")
    hand.press(say("Begin the case"))
    hand.settle()


def talk_about_contact(stage: Stage, hand: Hand) -> None:
    """Fill in the page Contact and take the consents."""
    open_page(hand, "contact")
    hand.fill(say("Channel"), Channel.FACE_TO_FACE.label)
    hand.fill(say("In the person's own words"), "Ich war acht Jahre Elektrikerin und möchte das wieder sein.")
    hand.fill(say("Hopes for"), "Arbeit als Elektrikerin bis zum Sommer")
    hand.fill(say("How consent is given"), Manner.WRITTEN.label)
    for purpose in (Purpose.COUNSELLING, Purpose.REFERRAL):
        hand.press(say("Consent given"), inside=hand.part(f"consent_{purpose.value}"))
    stage.camera.shoot_whole(hand, "contact with consents")


def talk_about_person(stage: Stage, hand: Hand) -> None:
    """Fill in the page Person field by field."""
    open_page(hand, "person")
    for label, words in _PERSON:
        hand.fill(label, words)
    hand.press(hand.words(say("{code} is {place}: take over", code="04107", place="Leipzig")))
    stage.camera.shoot_whole(hand, "person")


def talk_about_languages(stage: Stage, hand: Hand) -> None:
    """Set the German levels and add the mother tongue."""
    open_page(hand, "languages")
    stage.camera.shoot(hand, "languages empty")
    hand.press(say("Begin with German"))
    for skill, level in zip(Skill, _GERMAN, strict=True):
        name = say("{language}, {skill}, {side}", language="Deutsch", skill=skill.label, side=AssessedBy.SELF.label)
        hand.press(f"{hand.words(name)}: {hand.words(level.label)}")
    hand.press("Arabisch")
    stage.camera.shoot_whole(hand, "languages")


def talk_about_competences(stage: Stage, hand: Hand) -> None:
    """Find the occupation by typing, rate twelve of its competences, tell an example."""
    open_page(hand, "competences")
    stage.camera.shoot(hand, "competences empty")
    hand.search(say("Occupation, German or English"), "Elektronik")
    stage.camera.shoot(hand, "competences suggestions")
    hand.search(say("Occupation, German or English"), "Elektroniker Energie")
    hand.take_suggestion("Elektroniker")
    hand.settle()
    case = stage.window.open_case.case
    for number, competence in enumerate(listed_competences(case, SkillFilter.ESSENTIAL)[:_RATED]):
        _rate(hand, competence.name("de"), number)
    first = listed_competences(case, SkillFilter.ESSENTIAL)[0].name("de")
    hand.press(say("Example for {name}", name=first))
    hand.fill(say("Example for {name}", name=first), "Hat in Homs Verteilerkästen gebaut und jeden Tag geprüft.")
    stage.camera.shoot_whole(hand, "competences rated")


def look_for_routes(stage: Stage, hand: Hand) -> None:
    """Look at the ranked occupations and refer to a course that closes the gap."""
    open_page(hand, "routes")
    stage.camera.shoot_whole(hand, "routes")
    hand.press(say("Mark as wished for"))
    hand.press(say("Refer"))
    stage.camera.shoot(hand, "routes referred to a course")


def agree(stage: Stage, hand: Hand) -> None:
    """Agree on three things in both languages."""
    open_page(hand, "agreement")
    stage.camera.shoot(hand, "agreement empty")
    due = ("15.12.2026", "08.01.2027", "")
    german = ("Zeugnisse und Übersetzungen mitbringen", "Zum Deutschkurs B2 anmelden", "Handwerkskammer anrufen")
    who = (Who.CLIENT, Who.CLIENT, Who.ADVISER)
    language = say("In {language}", language=_language(hand, "ar"))
    for number in range(3):
        hand.press(say("Add another thing") if number else say("Add the first thing"))
        hand.fill(say("What was agreed"), german[number], last=True)
        hand.fill(language, _ARABIC[number], last=True)
        hand.fill(say("Who does it"), who[number].label, last=True)
        hand.fill(say("By when"), due[number], last=True)
    stage.camera.shoot_whole(hand, "agreement")


def refer(stage: Stage, hand: Hand) -> None:
    """Look at the referral, search another course, and name a body."""
    open_page(hand, "referral")
    hand.search(say("Subject, occupation, place"), "Deutsch Beruf")
    stage.camera.shoot(hand, "referral suggestions")
    hand.take_suggestion()
    hand.fill(say("Name"), "Handwerkskammer zu Leipzig")
    hand.press(say("Add"))
    stage.camera.shoot_whole(hand, "referral")


def print_papers(stage: Stage, hand: Hand) -> None:
    """Print every document in two languages for an Arabic client, some in German and for a Ukrainian client too."""
    open_page(hand, "documents")
    hand.press(_pair(hand, "ar"))
    for kind in DOCUMENT_KINDS:
        hand.press(kind.title)
        _save(stage, hand, f"{kind.name}-de-ar.pdf")
        stage.camera.shoot(hand, f"documents {kind.name} de-ar")
    hand.press(_language(hand, "de"))
    _print_some(stage, hand, "de")
    open_client(hand, "Shevchenko")
    open_page(hand, "documents")
    hand.press(_pair(hand, "uk"))
    _print_some(stage, hand, "de-uk")


def _print_some(stage: Stage, hand: Hand, ending: str) -> None:
    for kind in DOCUMENT_KINDS:
        if kind.name in _PRINTED_OFTEN:
            hand.press(kind.title)
            _save(stage, hand, f"{kind.name}-{ending}.pdf")
            stage.camera.shoot(hand, f"documents {kind.name} {ending}")


def open_page(hand: Hand, name: str) -> None:
    """Press a page of the case at the left."""
    hand.press({page.name: page.title for page in CASE_PAGES}[name])


def open_client(hand: Hand, name: str) -> None:
    """Search a client by name, and open the first case that is found."""
    hand.press(say("Cases"))
    hand.search(say("Name in any spelling, case number, place or telephone"), name)
    hand.press(say("Open the case"))
    hand.settle()


def _rate(hand: Hand, name: str, number: int) -> None:
    own = tuple(Independence)[number % len(Independence)]
    adviser = tuple(Independence)[(number + 1) % len(Independence)]
    evidence = tuple(Evidence)[number % len(Evidence)]
    for row, answer in (
        (say("{name}, own view", name=name), own),
        (say("{name}, adviser's view", name=name), adviser),
        (say("{name}, evidence", name=name), evidence),
    ):
        hand.press(f"{hand.words(row)}: {hand.words(answer.label)}")


def _save(stage: Stage, hand: Hand, name: str) -> None:
    hand.settle()
    stage.ask.next_name = name
    hand.press(say("Save as PDF …"))
    hand.settle()


def _language(hand: Hand, code: str) -> str:
    return hand.words(say("{language}", language=LanguageName(code)))


def _pair(hand: Hand, code: str) -> str:
    return hand.words(say("{first} and {second}", first=_language(hand, "de"), second=_language(hand, code)))
