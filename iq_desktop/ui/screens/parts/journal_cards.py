"""The cards of the journal in the settings: all entries, checking them, looking up the code of a paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from iq_desktop.domain.role import Act
from iq_desktop.ui.kit.banner import Banner
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.field_frame import FieldFrame
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.text_editors import LineEditor
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import ask_behind, tell_failure
from iq_desktop.ui.screens.parts.journal_list import JournalList
from iq_desktop.ui.shell.ask import FileKind
from iq_desktop.usecases.journal import check_journal, export_journal, look_up_code, words_of_check
from iq_desktop.usecases.permissions import ONLY_RESPONSIBLE
from iq_desktop.wording.text import NOTHING, Text, say, say_count

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.domain.changes import Change
    from iq_desktop.domain.journal import JournalCheck, JournalQuery
    from iq_desktop.ui.kit.background import Job
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.journal import CodeAnswer
    from iq_desktop.usecases.progress import Progress
    from iq_desktop.wording.tongue import Tongue

CSV: Final = FileKind(say("Table (CSV)"), ("*.csv",))


class JournalCard(Card):
    """All entries of the journal, narrowed as one likes, and as a table for other programs."""

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build the card; its entries are read by `refresh`."""
        hint = say(
            "Every reading and every change, every paper, every unlocking. Nothing here can be changed or taken away."
        )
        super().__init__(say("All entries"), parent, hint=hint)
        self._place = place
        self.list = JournalList(place, self)
        self.export_button = SpeakingButton(say("Save as a table"), "", "save", self)
        self.export_button.clicked.connect(self._export)
        self.head.addWidget(self.export_button)
        self.add(self.list)

    def refresh(self) -> None:
        """Read the entries again."""
        self.list.refresh()

    def _export(self) -> None:
        export_by_asking(self._place, self.list.query, self)


class ClosedJournal(Card):
    """What stands in the place of all entries for whoever may not see them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Say so."""
        super().__init__(say("All entries"), parent)
        self.sentence = SpeakingLabel(ONLY_RESPONSIBLE[Act.SEE_WHOLE_JOURNAL], "", self)
        self.add(self.sentence)


class JournalCheckCard(Card):
    """Is every entry what was written? Checked behind the window, with the place where it is not."""

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build the card."""
        hint = say(
            "Each entry is sealed with a key and with the entry before it. So it shows whether one was changed, taken "
            "out, put in or exchanged; and with the backups, whether the end was cut off."
        )
        super().__init__(say("Is the journal whole?"), parent, hint=hint)
        self._place = place
        self._job: Job | None = None
        self.outcome = Banner(self)
        self.outcome.close_button.hide()
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.check_button = SpeakingButton(say("Check now"), parent=self)
        self.check_button.clicked.connect(self.check)
        self.stop_button = SpeakingButton(say("Stop"), "plain", "close", self)
        self.stop_button.clicked.connect(self._stop)
        self.head.addWidget(self.check_button)
        self.head.addWidget(self.stop_button)
        self.add(self.outcome)
        self.add(self.progress)
        self.outcome.hide()
        self._set_busy(is_busy=False)
        place.background.progressed.connect(self._step)
        place.background.ended.connect(self._end)

    def speak(self, tongue: Tongue) -> None:
        """Name the bar for screen readers."""
        self.progress.setAccessibleName(tongue.speak(say("Checking the journal")))

    def check(self) -> None:
        """Check every entry behind the window."""
        if self._job is None:
            self.outcome.hide()
            self._set_busy(is_busy=True)
            work, failed = partial(check_journal, self._place.desk), partial(tell_failure, self._place)
            self._job = self._place.background.run(
                work, self._take, failed, title=say("Checking the journal"), owner=self
            )

    def _take(self, answer: tuple[JournalCheck, tuple[Change, ...]]) -> None:
        check, changes = answer
        text, advice = words_of_check(check)
        self.outcome.tell(text, "good" if check.is_sound else "danger", advice)
        self.outcome.close_button.hide()
        self._place.announce(changes)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _step(self, job: Job, done: int, total: int | None, _text: Text) -> None:
        if job is self._job:
            self.progress.setRange(0, total or 0)
            self.progress.setValue(done)

    def _end(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self._set_busy(is_busy=False)

    def _set_busy(self, *, is_busy: bool) -> None:
        self.check_button.setVisible(not is_busy)
        self.stop_button.setVisible(is_busy)
        self.progress.setVisible(is_busy)


class JournalCodeCard(Card):
    """What the check code at the foot of a printed page says."""

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build the field and the place for the answer."""
        hint = say(
            "It stands at the foot of every page that was made final. What a QR code says can be put in as it is."
        )
        super().__init__(say("Is this paper from here?"), parent, hint=hint)
        self._place = place
        self.code = LineEditor("journal_code", self)
        self.look_button = SpeakingButton(say("Look it up"), "", "search", self)
        self.answer = SpeakingLabel(NOTHING, "", self)
        self.answer.hide()
        row = QHBoxLayout()
        row.setSpacing(STEP)
        frame = FieldFrame(
            self.code, say("Check code"), say("For example 417-9F3A-27C0-51BE, or the number B-2026-0012"), self
        )
        row.addWidget(frame, 1)
        row.addWidget(self.look_button)
        self.add(row)
        self.add(self.answer)
        self.look_button.clicked.connect(self._look)
        self.code.line.returnPressed.connect(self._look)

    def _look(self) -> None:
        typed = self.code.line.text().strip()
        if typed:
            ask_behind(self, self._place, partial(look_up_code, self._place.desk, typed), self._show)

    def _show(self, answer: CodeAnswer) -> None:
        self.answer.show_text(answer.words)
        self.answer.show()


def export_by_asking(place: Workplace, query: JournalQuery, owner: QWidget) -> None:
    """Ask for a file and write the entries of a question into it as a table."""
    name = f"{place.tongue().speak(say('Journal'))}.csv"
    path = place.ask.where_to_save(say("Save as a table"), name, CSV)
    if path is None:
        return
    desk, tongue = place.desk, place.tongue()

    def work(progress: Progress) -> int:
        return export_journal(desk, query, path, tongue, progress)

    failed = partial(tell_failure, place)
    place.background.run(
        work, partial(_tell_exported, place, path), failed, title=say("Writing the table"), owner=owner
    )


def _tell_exported(place: Workplace, path: Path, count: int) -> None:
    told = say_count("{count} entry is in “{name}”.", "{count} entries are in “{name}”.", count=count, name=path.name)
    place.banner.tell(told, "good", say("The file is not encrypted. Delete it when it is no longer needed."))
