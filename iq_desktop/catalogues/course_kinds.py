"""The kinds of German courses as offers without a place and a day, so that courses are found before any import."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.course import CourseOffer
from iq_desktop.domain.course_traits import CourseFunding, CourseKind
from iq_desktop.domain.course_type import CourseType

if TYPE_CHECKING:
    from collections.abc import Iterator

_SEARCHED: Final = ("Deutsch", "Deutschkurs", "Sprachkurs")
_UNVERIFIED: Final = "Nicht im Gesetz selbst nachgelesen."


@dataclass(frozen=True, slots=True)
class CourseKinds:
    """The contents of a course catalogue: each kind once, described in German as the law names it."""

    catalogue: str
    kinds: tuple[CourseType, ...]

    @property
    def is_update(self) -> bool:
        """They always come as a whole."""
        return False

    def offers(self) -> Iterator[CourseOffer]:
        """Yield every kind."""
        for kind in self.kinds:
            yield CourseOffer(
                catalogue=self.catalogue,
                id=kind.code,
                title=kind.naming.in_language("de"),
                description="\n\n".join(_description(kind)),
                keywords=_SEARCHED,
                hours=kind.units + kind.orientation_units,
                degree=kind.exam.in_language("de"),
                kind=_kind(kind.code),
                entry_level=kind.from_level,
                exit_level=kind.to_level,
                fundings=(CourseFunding.BAMF,),
            )

    def removed(self) -> Iterator[str]:
        """Yield nothing."""
        return iter(())


def _kind(code: str) -> CourseKind:
    is_vocational = "vocational" in code or code == "job-course"
    return CourseKind.VOCATIONAL_GERMAN if is_vocational else CourseKind.INTEGRATION


def _description(kind: CourseType) -> Iterator[str]:
    yield f"{kind.for_whom.in_language('de')}."
    yield f"Umfang: {_units(kind)}."
    yield f"Rechtsgrundlage: {kind.legal_basis}. Zugang: {kind.access_basis}. Kosten: {kind.cost_basis}."
    yield f"Stand: {kind.checked_on:%d.%m.%Y}." + ("" if kind.verified else f" {_UNVERIFIED}")


def _units(kind: CourseType) -> str:
    least = f"{kind.units_at_least} bis " if kind.units_at_least else "bis zu " if kind.units_are_a_limit else ""
    parts = [f"{least}{kind.units} Unterrichtseinheiten"]
    if kind.orientation_units:
        parts.append(f"dazu {kind.orientation_units} im Orientierungskurs")
    if kind.repeat_units:
        parts.append(f"einmal bis zu {kind.repeat_units} zur Wiederholung")
    return ", ".join(parts)
