"""Reads the pack of German courses: their order of precedence, what follows for them, which levels are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from iq_desktop.catalogues.packs import load_pack
from iq_desktop.catalogues.rules import read_condition
from iq_desktop.domain.german_law import (
    CourseCondition,
    CourseNote,
    CoursePlace,
    CourseTerm,
    GermanLaw,
    GermanNeed,
    Learner,
    Share,
    Signer,
    TermKind,
    TermWords,
)
from iq_desktop.domain.language_skill import Level
from iq_desktop.domain.rule import ALWAYS, Cite, Route

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def read_german_law(folder: Path) -> GermanLaw:
    """Return what the pack in a folder says, still without rules and kinds of courses; raises BrokenPack."""
    pack = load_pack(folder, "german")
    return GermanLaw(
        order=tuple(_place(one) for one in pack.content["order"]),
        terms=tuple(_term(one) for one in pack.content["terms"]),
        needs=tuple(_need(one) for one in pack.content["needs"]),
        checked_on=pack.checked_on,
    )


def _place(one: Mapping[str, Any]) -> CoursePlace:
    return CoursePlace(
        one["code"], Route.of(one["route"]), Learner.of(one["learner"]), CourseCondition.of(one["condition"])
    )


def _term(one: Mapping[str, Any]) -> CourseTerm:
    kind = TermKind(one["kind"])
    return CourseTerm(
        kind,
        _words(kind, one["words"]),
        Route.of(one["route"]),
        read_condition(one["when"]) if "when" in one else ALWAYS,
        tuple(one.get("rules", ())),
        _cites(one),
        one["verified"],
        one.get("is_other_way", False),
    )


def _words(kind: TermKind, code: str) -> TermWords:
    if kind is TermKind.SIGNER:
        return Signer.of(code)
    return Share.of(code) if kind is TermKind.SHARE else CourseNote.of(code)


def _need(one: Mapping[str, Any]) -> GermanNeed:
    return GermanNeed(
        Level.of(one["level"]),
        tuple(one.get("niq", ())),
        tuple(one.get("kinds", ())),
        one.get("kldb_level", ""),
        _cites(one),
        one.get("told_by", ""),
        one["verified"],
    )


def _cites(one: Mapping[str, Any]) -> tuple[Cite, ...]:
    return tuple(Cite(**cite) for cite in one.get("cites", ()))
