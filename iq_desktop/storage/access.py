"""Who may open a vault: passwords, advisers, codes on paper, the key itself; every change stands in the journal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from iq_desktop.domain.centre import Adviser
from iq_desktop.storage.adviser_names import check_name
from iq_desktop.storage.guessing_cost import Cost
from iq_desktop.storage.journal_pen import JournalPen, pen_of
from iq_desktop.storage.key_slots import (
    AccessRefusedError,
    KeySlot,
    SlotKind,
    SlotOwner,
    check_new_password,
    refusal,
    unwrap_with_password,
    wrap_for_password,
    wrap_for_recovery,
)
from iq_desktop.storage.password_price import price_password
from iq_desktop.storage.problems import busy
from iq_desktop.storage.recovery_code import confirm_recovery_code, make_recovery_code, read_recovery_code
from iq_desktop.storage.vault import Vault, open_vault_with_recovery_code
from iq_desktop.storage.word_list import draw_password
from iq_desktop.wording.cleaning import clean_line
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from iq_desktop.storage.secret_key import SecretKey
    from iq_desktop.storage.vault_header import VaultHeader
    from iq_desktop.usecases.ports import Clock, OfferedPassword
    from iq_desktop.usecases.progress import Progress


class WrongPasswordError(IqError):
    """Somebody who sits at an open vault does not know the password of the adviser."""


class LastAdviserError(IqError):
    """A removal would leave nobody, or take away the chair on which somebody sits."""


class UnnotedError(IqError):
    """A change of who may open the vault counts, but the journal does not tell of it."""


@dataclass(frozen=True, slots=True)
class VaultKeys:
    """The port `KeyRing` on an open vault; deriving a key takes its time, and each change happens wholly or not.

    New slots cost what the dearest one costs, or `cost`; `words` is the file of words for passwords.
    """

    vault: Vault
    pen: JournalPen
    cost: Cost | None = None
    words: Path | None = None

    def advisers(self) -> Sequence[Adviser]:
        """Return who can open the vault, in the order of their coming."""
        return tuple(Adviser(slot.id, slot.label) for slot in self.vault.header.advisers)

    def price_password(self, password: str) -> Text:
        """Return what a new password is worth; raises UnfitPasswordError."""
        return price_password(password)

    def offer_password(self) -> OfferedPassword:
        """Return five words drawn by lot."""
        return draw_password(self.words)

    def check_password(self, adviser_id: str, password: str) -> None:
        """Do nothing where the password is the adviser's; raises WrongPasswordError."""
        slot = _slot_of(self.vault.header, adviser_id)
        try:
            unwrap_with_password(slot, self.vault.header.vault_id, password)
        except AccessRefusedError:
            raise WrongPasswordError(
                say("Your present password is not right."),
                say("Please check Caps Lock and the keyboard layout and try again. Nothing was changed."),
            ) from None

    def change_password(self, adviser_id: str, password: str) -> None:
        """Give an adviser a new password; raises UnfitPasswordError, AccessRefusedError for an unknown adviser."""
        self.set_password(adviser_id, password, "password_changed")

    def set_password(self, adviser_id: str, password: str, kind: str) -> None:
        """Give an adviser a new password; the journal calls it by its kind."""
        old = _slot_of(self.vault.header, adviser_id)
        owner = replace(self._owner(SlotKind.ADVISER, old.label), id=old.id)
        slot = wrap_for_password(self.vault.root, owner, password, self._cost())

        def change(header: VaultHeader) -> VaultHeader:
            _slot_of(header, old.id)  # who was removed meanwhile does not come back
            return header.with_slot(slot)

        self._change_header(change, kind, {"adviser": old.id})
        if self.vault.unlocked_by.id == slot.id:
            self.vault.unlocked_by = slot

    def add_adviser(self, name: str, password: str) -> Adviser:
        """Let one more adviser in; raises UnfitNameError or UnfitPasswordError."""
        name = clean_line(name)
        check_name(name, {slot.label for slot in self.vault.header.advisers})
        slot = wrap_for_password(self.vault.root, self._owner(SlotKind.ADVISER, name), password, self._cost())
        payload = {"adviser": slot.id, "name": name}
        self._change_header(lambda header: header.with_slot(slot), "adviser_added", payload)
        return Adviser(slot.id, name)

    def remove_adviser(self, adviser_id: str) -> None:
        """Let somebody open the vault no more; raises LastAdviserError, or AccessRefusedError for who is unknown."""
        slot = _slot_of(self.vault.header, adviser_id)
        if len(self.vault.header.advisers) == 1:
            raise LastAdviserError(
                say("{name} is the only person who can open the vault.", name=slot.label),
                say("Please add somebody else first. Nothing was changed."),
            )
        if slot.id == self.vault.unlocked_by.id:
            raise LastAdviserError(
                say("You cannot remove yourself while you work here."),
                say("Please let a colleague unlock and remove you. Nothing was changed."),
            )
        payload = {"adviser": slot.id, "name": slot.label}
        self._change_header(lambda header: header.without_slot(slot.id), "adviser_removed", payload)

    def make_recovery_code(self) -> str:
        """Return a new code in groups; it opens nothing before it is put to use."""
        return make_recovery_code().printed()

    def confirm_recovery_code(self, code: str, typed: str) -> None:
        """Do nothing where the code was typed rightly; raises RecoveryCodeSlipError naming the wrong group."""
        confirm_recovery_code(code, typed)

    def use_recovery_code(self, code: str) -> None:
        """Let this code open the vault, and no older one any more; the centre's stays."""
        self._use_code(SlotKind.RECOVERY, code, "recovery_code_renewed")

    def has_centre_code(self) -> bool:
        """Return whether a second code, the centre's, opens the vault."""
        return len(self.vault.header.code_slots) > len(self.vault.header.recovery_slots)

    def use_centre_code(self, code: str) -> None:
        """Let this code open the vault as the centre's, and no older one of the centre any more."""
        self._use_code(SlotKind.CENTRE, code, "centre_code_made")

    def remove_centre_code(self) -> None:
        """Let the centre's code open the vault no more; the recovery code stays."""

        def change(header: VaultHeader) -> VaultHeader:
            return replace(header, slots=(*header.advisers, *header.recovery_slots))

        self._change_header(change, "centre_code_removed", {})

    def give_new_key(self, adviser_id: str, password: str, progress: Progress) -> None:
        """Encrypt the whole vault with a new key; everybody's password and code stays.

        Raises WrongPasswordError, Cancelled, and the errors of `rekeying.give_new_key`.
        """
        from iq_desktop.storage.rekeying import give_new_key  # noqa: PLC0415  (hardly ever needed)

        self.check_password(adviser_id, password)

        def proof(header: VaultHeader) -> SecretKey:
            return unwrap_with_password(_slot_of(header, adviser_id), header.vault_id, password)

        give_new_key(self.vault, self.pen, proof, progress)

    def set_appearance(self, language: str, theme: str) -> None:
        """Keep the language and the theme of the unlock screen; writes only what is new."""
        with self.vault.cases.keeping_writers_out():
            if (language, theme) != (self.vault.header.language, self.vault.header.theme):
                self.vault.replace_header(replace(self.vault.header, language=language, theme=theme))

    def _use_code(self, kind: SlotKind, code: str, name: str) -> None:
        owner = self._owner(kind, kind.value)
        slot = wrap_for_recovery(self.vault.root, owner, read_recovery_code(code), self._cost())

        def change(header: VaultHeader) -> VaultHeader:
            others = tuple(one for one in header.slots if one.kind is not kind)
            return replace(header, slots=(*others, slot))

        self._change_header(change, name, {})

    def _cost(self) -> Cost:
        return self.cost or max(slot.cost for slot in self.vault.header.slots)

    def _owner(self, kind: SlotKind, label: str) -> SlotOwner:
        return SlotOwner(self.vault.header.vault_id, kind, label, self.vault.header.generation)

    def _change_header(
        self, change: Callable[[VaultHeader], VaultHeader], kind: str, payload: Mapping[str, Any]
    ) -> None:
        """Write a changed header within the transaction of its entry: what cannot be noted is not done.

        Raises VaultBusyError where the vault got a new key since a slot was made.
        """
        before = written = None
        try:
            with self.vault.cases.writing() as connection:
                before = self.vault.header
                header = change(before)
                _check_generation(header)
                self.pen.note(connection, kind, None, payload)
                try:
                    self.vault.replace_header(header)
                finally:
                    written = self.vault.header
        except Exception as error:
            if before is not None and written is not None:
                self._take_back(before, written, error)
            raise

    def _take_back(self, before: VaultHeader, written: VaultHeader, error: Exception) -> None:
        """Write again the slots of before where the disk did not take the entry about the new ones.

        Raises UnnotedError where it does not take that either.
        """
        with self.vault.cases.keeping_writers_out():
            if written.slots == before.slots or self.vault.header.slots != written.slots:
                return
            try:
                self.vault.replace_header(replace(self.vault.header, slots=before.slots))
            except IqError:
                raise UnnotedError(
                    say("The change counts, but the disk did not accept its entry in the journal."),
                    say("Please go on with the new password or code, and free some space or check the disk."),
                ) from error


@dataclass(frozen=True, slots=True)
class Return:
    """How an adviser comes back who forgot the password: the code as it was typed, and a new password."""

    code: str
    adviser_id: str
    password: str

    def __repr__(self) -> str:
        """Never show code and password."""
        return "Return(…)"


def open_vault_again(folder: Path, way: Return, clock: Clock, cost: Cost | None = None) -> Vault:
    """Return the vault, opened with the recovery code by an adviser who has a new password from now on.

    Raises UnfitPasswordError before anything is tried, AccessRefusedError for a wrong code or an unknown adviser, and
    the errors of opening; then the old password stays.
    """
    check_new_password(way.password)
    vault = open_vault_with_recovery_code(folder, way.code)
    try:
        vault.unlocked_by = _slot_of(vault.header, way.adviser_id)
        VaultKeys(vault, pen_of(vault, clock), cost).set_password(way.adviser_id, way.password, "password_recovered")
    except BaseException:
        vault.close()
        raise
    return vault


def _check_generation(header: VaultHeader) -> None:
    """Raise VaultBusyError where a slot was made for a root key that was replaced meanwhile."""
    if any(slot.newest_generation != header.generation for slot in header.slots):
        raise busy()


def _slot_of(header: VaultHeader, adviser_id: str) -> KeySlot:
    slot = next((slot for slot in header.advisers if slot.id == adviser_id), None)
    if slot is None:
        raise refusal()
    return slot
