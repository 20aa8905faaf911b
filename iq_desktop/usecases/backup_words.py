"""What is said of backups: how old they are, what is to be done, and which ones there are."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.backup import BackupReason, PlaceKind, PlaceState
from iq_desktop.usecases.backups import BackupReminder, reminders_of
from iq_desktop.wording.text import NOTHING, Text, as_it_is, joined, say, say_count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from iq_desktop.domain.backup import BackupAge, BackupLook, BackupPlace, BackupState, Drill, KeptBackup, Returned

_JUST_NOW: Final = dt.timedelta(minutes=2)
_HOUR: Final = dt.timedelta(hours=1)
_DAY: Final = dt.timedelta(days=1)
_MEGABYTE: Final = 1_000_000
_TENTH: Final = Decimal("0.1")
_REASONS: Final[Mapping[BackupReason, Text]] = {
    BackupReason.BY_ITSELF: say("made by itself"),
    BackupReason.BY_HAND: say("made by hand"),
    BackupReason.BEFORE_UPDATE: say("made before an update"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of something: the kind of its mark (`good`, `open`, `warn`, `danger`), a sentence, and more."""

    kind: str
    text: Text
    more: Text = NOTHING


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One line of the list of backups: when it was made, why and where it lies, whether today's secrets open it."""

    when: Text
    where: Text
    size: Text
    opens: Text
    is_of_now: bool


def how_long_ago(moment: dt.datetime, now: dt.datetime) -> Text:
    """Return how long ago a moment was, in the one unit in which people say it."""
    ago = now - moment
    if ago < _JUST_NOW:
        return say("just now")
    if ago < _HOUR:
        minutes = int(ago.total_seconds() // 60)
        return say_count("{count} minute ago", "{count} minutes ago", count=minutes)
    if ago < _DAY:
        hours = int(ago.total_seconds() // 3600)
        return say_count("{count} hour ago", "{count} hours ago", count=hours)
    return say_count("{count} day ago", "{count} days ago", count=ago.days)


def words_of_moment(moment: dt.datetime) -> Text:
    """Return day and time of a moment, as it was on the clock of this computer."""
    here = moment.astimezone()
    return say("{day}, {time}", day=here.date(), time=as_it_is(here.strftime("%H:%M")))


def words_of_size(size: int) -> Text:
    """Return a size in megabytes; `size` in bytes."""
    return say("{size} MB", size=max((Decimal(size) / _MEGABYTE).quantize(_TENTH), _TENTH))


def tell_state(state: BackupState, now: dt.datetime) -> Told:
    """Return how the backups are, in one sentence, and what there is."""
    if state.last is None:
        text = say("No backup yet")
        more = say("The first one is made by itself as soon as something was written.")
        return Told("open", text, more)
    urgent = {BackupReminder.FAILED, BackupReminder.DAMAGED, BackupReminder.OLD} & set(reminders_of(state, now))
    is_fresh = now - state.last < _JUST_NOW
    ago = how_long_ago(state.last, now)
    text = say("Backed up just now") if is_fresh else say("Backed up {ago}", ago=ago)
    return Told("warn" if urgent else "good", text, _what_is_there(state))


def _what_is_there(state: BackupState) -> Text:
    here = say_count("{count} backup on this computer", "{count} backups on this computer", count=state.count)
    there = say_count("{count} in the second place", "{count} in the second place", count=state.outside_count)
    size = say("the newest one {size}", size=words_of_size(state.size)) if state.size else NOTHING
    has_outside = state.outside_count or (state.second is not None and state.second.is_outside)
    return joined((here, there if has_outside else NOTHING, size))


def tell_reminder(reminder: BackupReminder, state: BackupState, now: dt.datetime) -> Told:
    """Return what must be told, with advice."""
    match reminder:
        case BackupReminder.FAILED:
            since = how_long_ago(state.last, now) if state.last else say("never")
            return Told(
                "danger",
                say("The last backup did not succeed"),
                say(
                    "The last good one: {ago}. It is tried again by itself. Please look whether the disk is full.",
                    ago=since,
                ),
            )
        case BackupReminder.DAMAGED:
            return Told(
                "warn",
                say_count("{count} backup is damaged", "{count} backups are damaged", count=len(state.damaged)),
                say("It was set aside and does not count any more. Where it happens again, the disk may be breaking."),
            )
        case BackupReminder.OLD:
            return Told(
                "warn", say("No backup for more than a day"), say("What was written since then lies in one place only.")
            )
        case BackupReminder.OUTSIDE:
            return _tell_outside(state, now)
        case BackupReminder.DRILL:
            return _tell_drill(state.last_drill)


def _tell_outside(state: BackupState, now: dt.datetime) -> Told:
    second = state.second
    if second is None:
        text = say("There is no backup outside this computer")
        more = say("If the laptop is lost or breaks, every case is gone. A stick in the safe is enough.")
        return Told("warn", text, more)
    if not second.is_outside:
        text = say("There is no backup outside this computer")
        return Told("warn", text, say("The second place lies on the same disk. A stick in the safe is enough."))
    text = say("No backup in the second place for more than a week")
    if state.last_outside is not None:
        text = say("The last backup in the second place was made {ago}", ago=how_long_ago(state.last_outside, now))
    more = say("Please plug in the stick, or connect to the folder. Then make a backup.")
    return Told("warn", text, more if second.state is not PlaceState.THERE else say("Please make a backup now."))


def _tell_drill(drill: Drill | None) -> Told:
    if drill is not None and not drill.is_good:
        text = say("The last trial found that a backup could not be restored whole")
        return Told("danger", text, say("Please make a new backup, then try again."))
    return Told(
        "warn",
        say("It was not tried for a long time whether a backup can be restored"),
        say("The trial takes a moment and changes nothing. You can go on working."),
    )


def tell_last_drill(drill: Drill | None) -> Told:
    """Return how the last trial ended."""
    if drill is None:
        return Told("open", say("Not tried yet."))
    day = drill.done_at.astimezone().date()
    if not drill.is_good:
        return Told("danger", say("Tried on {day}: the backup could not be restored whole.", day=day))
    return Told(
        "good",
        say("Tried on {day}: everything came back.", day=day),
        say(
            "{cases} cases and {entries} entries of the journal from the backup of {moment}. Compared whole: "
            "{compared} cases.",
            cases=drill.cases,
            entries=drill.entries,
            moment=words_of_moment(drill.made_at),
            compared=drill.compared,
        ),
    )


def tell_place(place: BackupPlace | None) -> Told:
    """Return how the second place is, without its name."""
    if place is None:
        return Told("open", say("Not chosen yet"))
    match place.state:
        case PlaceState.AWAY:
            return Told("open", say("Not there now. As soon as it is, backups go there again."))
        case PlaceState.WRITE_PROTECTED:
            return Told("warn", say("Write-protected: no backup can go there."))
        case PlaceState.THERE:
            is_well = place.kind in (PlaceKind.OTHER_DISK, PlaceKind.NETWORK)
            return Told("good" if is_well else "warn", say("There"))


def rows_of(kept: Sequence[KeptBackup]) -> tuple[BackupRow, ...]:
    """Return the lines of the list: a backup that lies in both places has one."""
    by_name: dict[str, list[KeptBackup]] = {}
    for one in kept:
        by_name.setdefault(one.name, []).append(one)
    return tuple(_row_of(same) for same in by_name.values())


def _row_of(same: Sequence[KeptBackup]) -> BackupRow:
    one = same[0]
    places = {each.is_in_second_place for each in same}
    words = {
        frozenset({False}): say("this computer"),
        frozenset({True}): say("second place"),
        frozenset({False, True}): say("this computer and second place"),
    }
    opens = NOTHING if one.is_of_now else say("opens with the passwords and codes of that day")
    where = joined((words[frozenset(places)], _REASONS[one.reason]))
    return BackupRow(words_of_moment(one.made_at), where, words_of_size(one.size), opens, one.is_of_now)


def words_of_look(look: BackupLook, now: dt.datetime) -> Text:
    """Return when a backup file was made and how large it is."""
    ago = how_long_ago(look.made_at, now)
    return joined((words_of_moment(look.made_at), ago, words_of_size(look.size)))


def tell_age(age: BackupAge, now: dt.datetime) -> tuple[Told, ...]:
    """Return what an opened backup holds, and what would be missing after the return."""
    holds = say("Backup of {moment}, {ago}", moment=words_of_moment(age.made_at), ago=how_long_ago(age.made_at, now))
    cases = say_count("{count} case", "{count} cases", count=age.cases)
    entries = say_count("{count} entry in the journal", "{count} entries in the journal", count=age.entries)
    told = Told("good", holds, joined((cases, entries)))
    if age.behind is None and age.newest_known:
        more = say(
            "The vault had got a new key by then, so what this one lacks cannot be counted. Please take the newer one."
        )
        newer = say("There is a newer backup, of {moment}", moment=words_of_moment(age.newest_known))
        return (told, Told("warn", newer, more))
    if age.behind is None:
        more = say("What was written after this moment is not in it. No newer state is known here to compare with.")
        return (told, Told("info", say("Nothing newer is known"), more))
    if not age.behind:
        return (told, Told("good", say("It holds the newest state that is known")))
    known = words_of_moment(age.newest_known) if age.newest_known else NOTHING
    text = say_count("{count} step of work is missing", "{count} steps of work are missing", count=age.behind)
    more = say(
        "The newest state that is known is of {moment}. Is there a newer backup, perhaps on a stick?", moment=known
    )
    return (told, Told("warn", text, more if age.newest_known else NOTHING))


def tell_look(look: BackupLook, now: dt.datetime) -> tuple[Told, ...]:
    """Return what a backup file says of itself before it is opened."""
    names = ", ".join(name for _id, name in look.advisers)
    who = say("Can be opened with the recovery code, or by {names} with the password of that day.", names=names)
    told = Told("good", say("Backup of {words}", words=words_of_look(look, now)), who)
    if not look.is_newer:
        return (told,)
    text = say("A newer version of the program made it ({version}).", version=look.program)
    return (told, Told("danger", text, say("Please install the newest version of IQ Desktop first.")))


def tell_returned(returned: Returned) -> tuple[Told, ...]:
    """Return what came back, what was erased again, and what became of a broken vault."""
    cases = say_count("{count} case is back", "{count} cases are back", count=returned.cases)
    told = [Told("good", cases, say("As they were on {moment}.", moment=words_of_moment(returned.made_at)))]
    if returned.erased_again:
        text = say_count(
            "{count} case was erased again",
            "{count} cases were erased again",
            count=returned.erased_again,
        )
        told.append(Told("good", text, say("They had been erased after this backup was made.")))
    if returned.aside:
        text = say("The damaged vault was set aside")
        told.append(Told("info", text, say("It lies unchanged in the folder “{folder}”.", folder=returned.aside)))
    if returned.is_without_catalogues:
        more = say("Please take catalogues that you need in again, in the settings.")
        told.append(Told("info", say("Imported catalogues are not in a backup"), more))
    return tuple(told)
