"""The results of a run as blocks to show: per rule, each line with all views side by side, and what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.domain.instrument import Rater, Rule
from iq_desktop.domain.language_skill import Level, Skill
from iq_desktop.domain.talk_comparison import (
    SideBySide,
    groups_side_by_side,
    last_before,
    lines_side_by_side,
    same_result,
)
from iq_desktop.domain.talk_results import Result, ResultGroup, results_of
from iq_desktop.domain.taxonomy import Dqr, Kmk
from iq_desktop.ui.screens.parts.result_values import Bar, RadarAxis, ResultBlock, ResultRow, View
from iq_desktop.ui.screens.parts.talk_words import in_ours
from iq_desktop.usecases.talk import item_name
from iq_desktop.usecases.talk_fruits import life_suggestions, strongest_lines
from iq_desktop.wording.text import NOTHING, Text, as_it_is, joined, say, say_count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.competence import Evidence
    from iq_desktop.domain.talk_conversation import Conversation

_MOST_AXES: Final = 8
_FEWEST_AXES: Final = 3
_COLOURS: Final = {Rater.SELF: "accent", Rater.ADVISER: "second", Rater.OBSERVER: "good"}


def views_of(talk: Conversation, others: Sequence[Conversation], case: CaseFile) -> tuple[View, ...]:
    """Return a run and those that are laid beside it: other raters, and the last time of the same one."""
    before = last_before(talk.run, case.runs)
    views = [View(talk, _whose(talk), _COLOURS[talk.run.rater])]
    for other in others:
        is_before = before is not None and other.run.id == before.id
        name = say("Last time") if is_before else _whose(other)
        views.append(View(other, name, "muted" if is_before else _COLOURS[other.run.rater]))
    return tuple(views)


def blocks_of(views: Sequence[View], language: str) -> tuple[ResultBlock, ...]:
    """Return all blocks of a run in the adviser's language; nothing is averaged, each says on what it rests."""
    first = views[0]
    others = [results_of(view.talk) for view in views[1:]]
    blocks: list[ResultBlock] = []
    for result in results_of(first.talk):
        beside = [(views[0], result)]
        for view, results in zip(views[1:], others, strict=True):
            same = same_result(result, results)
            if same is not None:
                beside.append((view, same))
        blocks += _blocks(beside, language)
    return tuple(blocks)


def rests_on(answered: int, of: int) -> Text:
    """Return on how many answers something rests."""
    return say("rests on {answered} of {of} answers", answered=answered, of=of)


def _whose(talk: Conversation) -> Text:
    return joined((talk.run.rater.label, as_it_is(talk.run.rater_name)))


def _blocks(beside: Sequence[tuple[View, Result]], language: str) -> Iterator[ResultBlock]:
    rule = beside[0][1].rule
    if rule is Rule.PILES:
        yield from _piles(beside, language)
    elif rule is Rule.RANKING:
        yield _ranking(*beside[0], language)
    elif rule is Rule.SUM_BY_AREA:
        yield _sums(beside, language)
    elif rule is Rule.LEVEL_BY_SKILL:
        yield _levels(beside)
    elif rule is Rule.STEP_BY_ITEM:
        yield _steps(beside, language)
    elif rule is Rule.LIFE:
        yield from _life(beside[0][0], language)
    else:
        yield _chosen(*beside[0], language)


def _piles(beside: Sequence[tuple[View, Result]], language: str) -> Iterator[ResultBlock]:
    view, result = beside[0]
    scale = next(one for one in view.talk.instrument.scales if one.code == _section_scale(view, result))
    for group in result.groups:
        rows = []
        for step in sorted(scale.steps, key=lambda one: -one.value):
            names = [item_name(view.talk, line.item, language) for line in group.lines if line.value == step.value]
            words = in_ours(view.talk.instrument, language, f"scale.{scale.code}.{step.value}")
            if names:
                rows.append(ResultRow(words, said=as_it_is(", ".join(names))))
        if rows:
            yield ResultBlock(_area(view, group, language), rests_on(group.answered, group.of), tuple(rows))
    different = tuple(_differences(beside, language, scale.code))
    if len(beside) > 1:
        note = say("Where both say the same, nothing stands here.")
        yield ResultBlock(say("Where the views differ"), note, different)


def _differences(beside: Sequence[tuple[View, Result]], language: str, scale: str) -> Iterator[ResultRow]:
    instrument = beside[0][0].talk.instrument
    for line in lines_side_by_side([result for _, result in beside]):
        if line.differs:
            said = [
                say("{who}: {what}", who=view.name, what=in_ours(instrument, language, f"scale.{scale}.{value}"))
                for (view, _), value in zip(beside, line.values, strict=True)
                if value is not None
            ]
            yield ResultRow(as_it_is(item_name(beside[0][0].talk, line.code, language)), said=joined(said))


def _ranking(view: View, result: Result, language: str) -> ResultBlock:
    rows = tuple(
        ResultRow(
            as_it_is(f"{line.value}. {item_name(view.talk, line.item, language)}"),
            said=as_it_is(line.words) if line.words else say("no example told"),
            below=_evidence(line.evidence),
        )
        for line in result.lines
    )
    return ResultBlock(say("The strongest, in their order"), rests_on(result.answered, result.of), rows)


def _sums(beside: Sequence[tuple[View, Result]], language: str) -> ResultBlock:
    view, result = beside[0]
    rows = []
    for side in groups_side_by_side([one for _, one in beside]):
        groups = [next((group for group in one.groups if group.code == side.code), None) for _, one in beside]
        bars = tuple(
            Bar(group.total, group.least, group.most, other.colour)
            for (other, _), group in zip(beside, groups, strict=True)
            if group is not None
        )
        first = groups[0]
        if first is not None:
            said = say("{total} between {least} and {most}", total=first.total or 0, least=first.least, most=first.most)
            below = rests_on(first.answered, first.of)
            rows.append(ResultRow(_area(view, first, language), bars, joined((said, _change(side))), below))
    note = joined((say("Sums of the answers, no measure of a person"), rests_on(result.answered, result.of)))
    return ResultBlock(say("By area"), note, tuple(rows))


def _levels(beside: Sequence[tuple[View, Result]]) -> ResultBlock:
    _view, result = beside[0]
    rows = []
    for side in groups_side_by_side([one for _, one in beside]):
        group = next((one for one in result.groups if one.code == side.code), None)
        if group is None:
            continue
        bars = tuple(
            Bar(value, 0, len(Level) - 1, other.colour) for (other, _), value in zip(beside, side.values, strict=True)
        )
        level = group.level.label if group.level is not None else say("not asked")
        gaps = (
            say("open below it: {levels}", levels=", ".join(one.value for one in group.gaps)) if group.gaps else NOTHING
        )
        rows.append(
            ResultRow(
                Skill.of(group.code).label,
                bars,
                joined((level, _change(side))),
                joined((rests_on(group.answered, group.of), gaps)),
            )
        )
    return ResultBlock(say("Level by skill"), say("Own statements, no test"), tuple(rows), "levels")


def _steps(beside: Sequence[tuple[View, Result]], language: str) -> ResultBlock:
    view, result = beside[0]
    scale = next((one for one in view.talk.instrument.scales if one.code == _section_scale(view, result)), None)
    values = [step.value for step in scale.steps] if scale is not None else [0, 1]
    by_item = {line.item: line for line in result.lines}
    rows = []
    for side in lines_side_by_side([one for _, one in beside]):
        line = by_item.get(side.code)
        if line is None or all(value is None for value in side.values):
            continue
        bars = tuple(
            Bar(value, min(values) - 1, max(values), other.colour)
            for (other, _), value in zip(beside, side.values, strict=True)
        )
        word = _step_words(view, scale.code, line.value, language) if scale is not None else NOTHING
        said = joined((word, _change(side)))
        below = joined((_evidence(line.evidence), as_it_is(line.words)))
        rows.append(ResultRow(as_it_is(item_name(view.talk, side.code, language)), bars, said, below))
    has_act = any(one.code == line.item for one in view.talk.outside for line in result.lines)
    note = rests_on(result.answered, result.of)
    return ResultBlock(
        say("Step by step"),
        note,
        tuple(rows),
        "ratings" if has_act else "",
        result.lines,
        radar=_radar(rows),
        radar_steps=max(values),
    )


def _radar(rows: Sequence[ResultRow]) -> tuple[RadarAxis, ...]:
    """Return the first lines as axes of a picture, the own view against the adviser's; nothing below three."""
    axes = []
    for row in rows[:_MOST_AXES]:
        views = {bar.colour: bar.value for bar in row.bars}
        axes.append(RadarAxis(row.name, views.get(_COLOURS[Rater.SELF]), views.get(_COLOURS[Rater.ADVISER])))
    said = [axis for axis in axes if axis.own is not None or axis.adviser is not None]
    return tuple(axes) if len(said) >= _FEWEST_AXES else ()


def _chosen(view: View, result: Result, language: str) -> ResultBlock:
    rows = tuple(
        ResultRow(as_it_is(item_name(view.talk, line.item, language)), said=as_it_is(line.words))
        for line in result.lines
    )
    act = "scripts" if result.scoring.fills == "scripts" else ""
    title = in_ours(view.talk.instrument, language, f"section.{result.scoring.section}")
    return ResultBlock(title, rests_on(result.answered, result.of), rows, act)


def _life(view: View, language: str) -> Iterator[ResultBlock]:
    groups = {group.code: group for one in results_of(view.talk) if one.rule is Rule.LIFE for group in one.groups}
    for suggestion in life_suggestions(view.talk):
        group = groups[suggestion.situation]
        strongest = strongest_lines(view.talk, group)
        scales = {one.code: max(step.value for step in one.steps) for one in view.talk.instrument.scales}
        sections = {one.code: one.scale for one in view.talk.instrument.sections}
        rows = tuple(
            ResultRow(
                as_it_is(item_name(view.talk, line.item, language)),
                (Bar(line.value, 0, scales[sections[line.section]], view.colour),),
                _step_words(view, sections[line.section], line.value, language),
                _evidence(line.evidence),
            )
            for line in strongest
        )
        skills = say_count("{count} skill", "{count} skills", count=len(suggestion.skills))
        note = joined((rests_on(group.answered, group.of), skills))
        title = as_it_is(item_name(view.talk, suggestion.situation, language))
        yield ResultBlock(title, note, rows, "life", life=suggestion)


def _section_scale(view: View, result: Result) -> str:
    return next(one.scale for one in view.talk.instrument.sections if one.code == result.scoring.section)


def _step_words(view: View, scale: str, value: int | None, language: str) -> Text:
    return NOTHING if value is None else in_ours(view.talk.instrument, language, f"scale.{scale}.{value}")


def _area(view: View, group: ResultGroup, language: str) -> Text:
    """Return the name of an area with what other orders of skills call it."""
    area = next((one for one in view.talk.instrument.areas if one.code == group.code), None)
    name = in_ours(view.talk.instrument, language, f"area.{group.code}") if area is not None else say("Without an area")
    dqr = say("DQR: {part}", part=Dqr.of(area.dqr).label) if area is not None and area.dqr else NOTHING
    kmk = say("KMK: {part}", part=Kmk.of(area.kmk).label) if area is not None and area.kmk else NOTHING
    return joined((name, dqr, kmk))


def _evidence(evidence: Evidence) -> Text:
    return say("Evidence {grade}: {label}", grade=evidence.grade, label=evidence.label)


def _change(side: SideBySide) -> Text:
    """Return by how much the last view lies above or below the first, in steps; nothing where there is one view."""
    if len(side.values) == 1 or side.difference is None:
        return NOTHING
    if side.difference == 0:
        return say("no difference")
    return say("difference {steps}", steps=f"{side.difference:+d}".replace("-", "−"))
