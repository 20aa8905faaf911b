"""Answer sheets: an instrument printed on paper, and its answers brought back by the code at its foot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from iq_desktop.documents.instrument_sheet import SheetWish, make_instrument_sheet
from iq_desktop.documents.occasion import Occasion
from iq_desktop.domain.assessment import Answer
from iq_desktop.domain.instrument import Ask, Instrument
from iq_desktop.domain.rights import Act
from iq_desktop.domain.sheet_code import find_code, sheet_code
from iq_desktop.domain.sheet_lines import SheetLine, sheet_lines
from iq_desktop.usecases.rights_checks import check_act
from iq_desktop.wording.languages import PAPER_LANGUAGES
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.talk_conversation import Conversation
    from iq_desktop.usecases.desk import Desk

_SIMPLE = "de_simple"


class UnknownSheet(IqError):  # noqa: N818  (a name that says what happened)
    """A code was typed that no sheet of the vault has."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as a PDF; the code finds its talk again once that lies in the case, an anonymous one has none."""

    title: str
    pdf: bytes
    file_name: str
    code: str = ""


def draw_up_sheet(desk: Desk, case: CaseFile, talk: Conversation) -> Sheet:
    """Return the sheet of a talk that was begun, German beside the client's language.

    Where paper does not speak the client's language it is in simple German alone. Raises Stopped where a restriction
    forbids it, MissingGlyph naming what cannot be drawn.
    """
    check_act(case, Act.PRINT)
    instrument = talk.instrument
    language, other = _languages(case, instrument)
    code, number = ("", "") if instrument.is_anonymous else (sheet_code(talk.run.id), case.number)
    wish = SheetWish(instrument, language, other, talk.outside, code, number)
    occasion = Occasion(desk.centres.centre(), desk.adviser, desk.clock.today())
    tongues = desk.tongue("de"), desk.tongue(other) if other else None
    pdf = desk.printer.print_document(make_instrument_sheet(wish, occasion), *tongues)
    return Sheet(instrument.words("de", "title"), pdf, f"{case.number}-{instrument.code}.pdf", code)


def note_sheet(desk: Desk, case: CaseFile, sheet: Sheet) -> None:
    """Write into the journal that a sheet was printed."""
    desk.cases.note_in_journal("print", case.id, f"answer-sheet {sheet.code}".strip())


def find_sheet(desk: Desk, typed: str) -> tuple[str, str]:
    """Return case and run of the sheet whose code somebody typed; raises UnknownSheet."""
    code = find_code(typed)
    if code is None:
        raise UnknownSheet(
            say("This is not the code of an answer sheet."),
            say("It stands at the foot of the sheet: eight signs, such as {code}.", code="7K3Q-M2X9"),
        )
    found = desk.instruments.runs.find_run(lambda run: sheet_code(run) == code)
    if found is None:
        raise UnknownSheet(
            say("There is no answer sheet with the code {code} here.", code=code),
            say("It may be from another centre, or its case was erased, or belongs to a colleague alone."),
        )
    return found


def lines_of_sheet(talk: Conversation) -> tuple[SheetLine, ...]:
    """Return the lines that can be ticked on the sheet of a talk."""
    return sheet_lines(talk.instrument, talk.outside)


@dataclass(frozen=True, slots=True)
class SheetAnswers:
    """What stands on a sheet: for each line its value (None where nothing is ticked), numbers of lines in order, words.

    `ranked` are the numbers in the boxes of each ranking by its section, `words` by section and item.
    """

    ticked: Mapping[int, int]
    ranked: Mapping[str, tuple[int, ...]]
    words: Mapping[str, str]


def with_sheet(talk: Conversation, sheet: SheetAnswers) -> Conversation:
    """Return a talk with the answers of its sheet in place of those before; lines without a tick stay unanswered.

    Raises ValueError for a value that a line does not have, or a number of no line.
    """
    lines = {line.number: line for line in lines_of_sheet(talk)}
    fresh: dict[str, Answer] = {}
    for number, value in sheet.ticked.items():
        if value not in (*lines[number].values, 0):
            raise ValueError("a line has no such box")
        fresh[lines[number].question] = Answer(talk.run.id, lines[number].question, value)
    for section, numbers in sheet.ranked.items():
        fresh.update(_ranking(talk, section, [lines[number].item.code for number in numbers]))
    for question, words in sheet.words.items():
        fresh[question] = Answer(talk.run.id, question, words=words.strip())
    told = talk.told
    kept = {question: replace(answer, id=told[question].id) for question, answer in fresh.items() if question in told}
    changed = {**fresh, **kept}
    mine = [changed.pop(answer.question, answer) for answer in talk.answers]
    return replace(talk, answers=(*mine, *changed.values()), shown="")


def _ranking(talk: Conversation, section: str, codes: list[str]) -> dict[str, Answer]:
    if len(set(codes)) != len(codes):
        raise ValueError("a ranking has each line once")
    keys = {f"{section}.{code}": place for place, code in enumerate(codes, start=1)}
    return {key: Answer(talk.run.id, key, place) for key, place in keys.items()}


def ranked_sections(instrument: Instrument) -> tuple[str, ...]:
    """Return the sections whose answers are numbers of lines."""
    return tuple(section.code for section in instrument.sections if section.ask is Ask.RANK)


def _languages(case: CaseFile, instrument: Instrument) -> tuple[str, str]:
    client = case.contact.client_language
    if client in PAPER_LANGUAGES and client in instrument.texts:
        return "de", client
    return (_SIMPLE if _SIMPLE in instrument.texts else "de"), ""
