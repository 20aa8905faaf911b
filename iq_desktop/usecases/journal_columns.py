"""The columns of the journal and the answers by which it is narrowed, in words; no screen is known here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.journal import ENTRY_KINDS, EntryGroup, JournalLine, case_words, find_kind
from iq_desktop.usecases.journal_words import Known, brief_of, facts_of, moment_words, title_of_entry
from iq_desktop.wording.text import NOTHING, Text, as_it_is, joined, say, say_count
from iq_desktop.wording.tongue import Tongue

if TYPE_CHECKING:
    from iq_desktop.domain.journal import JournalQuery

_MOST_FACTS: Final = 200


@dataclass(frozen=True, slots=True)
class JournalColumn:
    """One column: its name, its heading, what it says of an entry."""

    name: str
    title: Text
    words: Callable[[JournalLine, Tongue, Known], str]


def _when(line: JournalLine, tongue: Tongue, _known: Known) -> str:
    return tongue.speak(moment_words(line.utc))


def _who(line: JournalLine, _tongue: Tongue, known: Known) -> str:
    return known.adviser(line.actor)


def _what(line: JournalLine, tongue: Tongue, _known: Known) -> str:
    return tongue.speak(title_of_entry(line))


def _case(line: JournalLine, tongue: Tongue, _known: Known) -> str:
    return line.case_number or tongue.speak(case_words(line))


def _about(line: JournalLine, tongue: Tongue, known: Known) -> str:
    return tongue.speak(brief_of(line, known))


JOURNAL_COLUMNS: Final = (
    JournalColumn("when", say("When"), _when),
    JournalColumn("who", say("Who"), _who),
    JournalColumn("what", say("What"), _what),
    JournalColumn("case", say("Case"), _case),
    JournalColumn("about", say("In short"), _about),
)
"""When first, what it is about last."""

ICONS: Final = {
    EntryGroup.READ: "search",
    EntryGroup.CHANGED: "document",
    EntryGroup.LEFT: "print",
    EntryGroup.ACCESS: "lock",
    EntryGroup.VAULT: "save",
    EntryGroup.RIGHTS: "person",
    EntryGroup.CENTRE: "settings",
    EntryGroup.OTHER: "info",
}
"""The picture of each group."""


def answers_of_what(tongue: Tongue, *, is_of_case: bool) -> tuple[tuple[Any, str], ...]:
    """Return by what the journal can be narrowed: groups, then each kind by its code; of a case only its own."""
    kinds = [kind for kind in ENTRY_KINDS if kind.is_of_case or not is_of_case]
    groups = tuple(group for group in EntryGroup if any(kind.group is group for kind in kinds))
    of_groups = tuple((group, tongue.speak(say("All: {group}", group=group.label))) for group in groups)
    return (*of_groups, *((kind.code, tongue.speak(kind.words)) for kind in kinds))


def asked_for(query: JournalQuery, what: EntryGroup | str | None) -> JournalQuery:
    """Return a question for a group, for a kind (its code), or for everything."""
    if isinstance(what, EntryGroup):
        return replace(query, group=what, kind="")
    return replace(query, group=None, kind=what or "")


def answer_of(query: JournalQuery) -> EntryGroup | str | None:
    """Return which group or kind a question asks for."""
    return query.kind or query.group


def is_narrowed(query: JournalQuery) -> bool:
    """Return whether anything beside the case narrows a question."""
    return replace(query, case_id="") != type(query)()


@dataclass(frozen=True, slots=True)
class EntryTold:
    """One entry in full: a title, where and by whom, and all that is told of it, each thing in a line."""

    title: Text
    about: Text
    facts: tuple[Text, ...]
    icon: str


def tell_entry(line: JournalLine, known: Known) -> EntryTold:
    """Return an entry in full words."""
    facts = (say("The values were erased with the case."),) if line.is_erased else _all_facts(line, known)
    about = joined(
        (
            moment_words(line.utc),
            as_it_is(known.adviser(line.actor)),
            case_words(line) if line.case_id else NOTHING,
            say("entry {number}", number=str(line.number)),
        )
    )
    return EntryTold(title_of_entry(line), about, facts, ICONS[find_kind(line.kind).group])


def _all_facts(line: JournalLine, known: Known) -> tuple[Text, ...]:
    facts = tuple(fact.words for fact in facts_of(line, known))
    rest = len(facts) - _MOST_FACTS
    return facts if rest <= 0 else (*facts[:_MOST_FACTS], say_count("and {count} more", "and {count} more", count=rest))
