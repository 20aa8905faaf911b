"""The results of talks for paper: packs are read here, and every word is resolved in the languages of the paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import Typed, Words
from iq_desktop.documents.sections.talk_tables import ABOUT, ANSWERS, LANGUAGE, NO_AREA
from iq_desktop.documents.talk_report import (
    NO_TALKS,
    TalkLine,
    TalkPart,
    TalkReport,
    TalkReports,
    TalkSide,
)
from iq_desktop.domain.instrument import Rater, Rule
from iq_desktop.domain.language_skill import Skill
from iq_desktop.domain.talk_comparison import same_result
from iq_desktop.domain.talk_conversation import Conversation
from iq_desktop.domain.talk_questions import section_of
from iq_desktop.domain.talk_results import Result, ResultGroup, ResultLine, results_of
from iq_desktop.usecases.instruments import NoSuchInstrument
from iq_desktop.usecases.talk import continue_talk, item_name, item_words
from iq_desktop.usecases.talk_fruits import strongest_lines
from iq_desktop.wording.text import LanguageName, Text, as_it_is, joined, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iq_desktop.domain.assessment import Run
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.instrument import Step
    from iq_desktop.usecases.desk import Desk

_ORDER: Final = {rater: place for place, rater in enumerate((Rater.SELF, Rater.ADVISER, Rater.OBSERVER))}
_LANGUAGE: Final = "language"


def talk_reports(desk: Desk, case: CaseFile, language: str, other: str = "") -> TalkReports:
    """Return what the finished talks of a case came to, in the adviser's language and, where wanted, the client's.

    Of several runs of the same instrument about the same thing the newest of each side counts. Competences of the case
    have their own table already. A run whose pack is gone is only named.
    """
    runs = [run for run in case.runs if run.is_finished]
    if not runs:
        return NO_TALKS
    reports: list[TalkReport] = []
    gone: list[str] = []
    for group in _grouped(runs):
        talks = list(_talks(desk, case, group, gone))
        if talks and not talks[0].instrument.is_anonymous:
            report = _Teller(talks, language, other).report()
            reports += [report] if report.parts else []
    return TalkReports(tuple(reports), tuple(dict.fromkeys(gone)))


def _grouped(runs: Iterable[Run]) -> list[list[Run]]:
    """Return the newest run of each side, by instrument and by what it is about, the person's own view first."""
    groups: dict[tuple[str, str, str], dict[tuple[Rater, str], Run]] = {}
    for run in runs:
        about = run.subject_in_words if run.rater is not Rater.OBSERVER else ""
        key = (run.instrument, run.subject, about)
        sides = groups.setdefault(key, {})
        sides.pop((run.rater, run.rater_name), None)
        sides[run.rater, run.rater_name] = run
    return [sorted(sides.values(), key=lambda run: _ORDER[run.rater]) for sides in groups.values()]


def _talks(desk: Desk, case: CaseFile, runs: Iterable[Run], gone: list[str]) -> Iterator[Conversation]:
    for run in runs:
        try:
            yield continue_talk(desk, case, run.id)
        except NoSuchInstrument:
            gone.append(f"{run.instrument} {run.version}")


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells the talks of several sides along one instrument, in one or two languages."""

    talks: Sequence[Conversation]
    language: str
    other: str

    def report(self) -> TalkReport:
        """Return the report of all sides; a result counts that the first side has."""
        told = [results_of(talk) for talk in self.talks]
        parts = []
        for result in told[0]:
            beside = [result, *(same_result(result, results) for results in told[1:])]
            part = self._part(result, beside)
            parts += [part] if part.lines else []
        runs = [talk.run for talk in self.talks]
        about = tuple(dict.fromkeys(row for run in runs for row in self._about(run)))
        sides = tuple(_side_name(run) for run in runs)
        return TalkReport(self._words("title"), about, sides, tuple(_when(run) for run in runs), tuple(parts))

    def _about(self, run: Run) -> Iterator[tuple[Words, Words]]:
        is_language = self.talks[0].instrument.subject == _LANGUAGE
        if is_language and run.subject:
            yield LANGUAGE, say("{language}", language=LanguageName(run.subject))
        if run.subject_in_words:
            yield ABOUT, Typed(run.subject_in_words, ANSWERS)

    def _part(self, result: Result, beside: Sequence[Result | None]) -> TalkPart:
        lines = tuple(self._lines(result, beside))
        steps = tuple(
            (step.value, self._words(f"scale.{code}.{step.value}"))
            for code, found in self._scale(result.scoring.section)
            for step in sorted(found, key=lambda one: -one.value)
        )
        question = self._words(f"section.{result.scoring.section}")
        return TalkPart(result.rule, question, lines, result.answered, result.of, steps)

    def _lines(self, result: Result, beside: Sequence[Result | None]) -> Iterator[TalkLine]:
        if result.rule in (Rule.PILES, Rule.SUM_BY_AREA, Rule.LEVEL_BY_SKILL):
            yield from (self._group(group, beside) for group in result.groups if group.answered)
        elif result.rule is Rule.LIFE:
            yield from (self._experience(group) for group in result.groups)
        elif result.rule in (Rule.RANKING, Rule.CHOSEN):
            yield from (self._line(line, [result]) for line in result.lines)
        else:
            outside = {one.code for one in self.talks[0].outside}
            mine = (line for line in result.lines if line.item not in outside)
            found = (self._line(line, beside) for line in mine)
            yield from (line for line in found if any(side.value is not None for side in line.sides))

    def _group(self, group: ResultGroup, beside: Sequence[Result | None]) -> TalkLine:
        same = [_find_group(one, group.code) for one in beside]
        has_piles = any(one is not None and one.rule is Rule.PILES for one in beside)
        cards = group.lines if has_piles else ()
        inner = tuple(self._line(line, beside) for line in cards)
        return TalkLine(self._group_name(group), tuple(_group_side(one) for one in same), inner=inner)

    def _group_name(self, group: ResultGroup) -> Words:
        instrument = self.talks[0].instrument
        if any(area.code == group.code for area in instrument.areas):
            return self._words(f"area.{group.code}")
        return Skill.of(group.code).label if group.level or group.code in _SKILLS else NO_AREA

    def _experience(self, group: ResultGroup) -> TalkLine:
        strongest = strongest_lines(self.talks[0], group)
        inner = tuple(self._line(line, []) for line in strongest)
        return TalkLine(self._name(group.code), (_group_side(group),), inner=inner)

    def _line(self, line: ResultLine, beside: Sequence[Result | None]) -> TalkLine:
        found = [_find_line(one, line.item) for one in beside] or [line]
        sides = tuple(self._side(one) for one in found)
        grades = [one.evidence for one in found if one is not None and one.value is not None]
        evidence = max(grades, key=lambda one: one.grade) if grades else line.evidence
        example = Typed(line.words, ANSWERS) if line.words else None
        return TalkLine(self._name(line.item), sides, example, evidence)

    def _side(self, line: ResultLine | None) -> TalkSide:
        if line is None or line.value is None:
            return TalkSide()
        scale = next(iter(self._scale(line.section)), None)
        words = self._words(f"scale.{scale[0]}.{line.value}") if scale else None
        return TalkSide(line.value, words)

    def _scale(self, section: str) -> Iterator[tuple[str, Sequence[Step]]]:
        """Yield the scale of a section, where it has one."""
        instrument = self.talks[0].instrument
        code = section_of(instrument, section).scale
        yield from ((one.code, one.steps) for one in instrument.scales if one.code == code)

    def _words(self, key: str) -> Typed:
        pack = self.talks[0].instrument
        own = pack.words(self.language, key)
        spoken = pack.words(self.other, key) if self.other in pack.texts else ""
        return Typed(own, ANSWERS, spoken if spoken != own else "")

    def _name(self, item: str) -> Typed:
        """Return the short name of an item; its sentence where it has none."""
        talk = self.talks[0]
        is_known = f"item.{item}.name" in talk.instrument.texts["de"].texts
        name = item_name if is_known or any(one.code == item for one in talk.outside) else item_words
        own = name(talk, item, self.language)
        spoken = name(talk, item, self.other) if self.other in talk.instrument.texts else ""
        return Typed(own, ANSWERS, spoken if spoken != own else "")


_SKILLS: Final = frozenset(skill.value for skill in Skill)


def _find_group(result: Result | None, code: str) -> ResultGroup | None:
    return next((one for one in result.groups if one.code == code), None) if result else None


def _find_line(result: Result | None, item: str) -> ResultLine | None:
    return next((one for one in result.lines if one.item == item), None) if result else None


def _group_side(group: ResultGroup | None) -> TalkSide:
    if group is None or not group.answered:
        return TalkSide()
    side = TalkSide(group.total, None, group.least, group.most, group.answered, group.of)
    if group.level is None:
        return side
    gaps = tuple(level.value for level in group.gaps)
    return replace(side, value=group.level.rank, words=group.level.label, gaps=gaps)


def _side_name(run: Run) -> Text:
    return as_it_is(run.rater_name) if run.rater_name else run.rater.label


def _when(run: Run) -> Text:
    day = say("{day}", day=run.finished_on) if run.finished_on is not None else as_it_is("")
    return joined((joined((run.rater.label, as_it_is(run.rater_name)), " "), day), ", ")
