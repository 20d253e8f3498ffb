"""An attached file leaves the record: for whom, where to, and a note of it before it goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from planner.edits.issuing import recipients
from planner.errors import PlannerError, Refused
from planner.message import N_, Message
from planner.record.journey import Journey
from planner.record.text import Text
from planner.record.thing import Attachment
from planner.rules.finding import EnterNew, OpenField
from planner.session import Leaving, PrintOptions, Session
from planner.session.receivers import receivers
from ui.controls.banner import Banner
from ui.desk import Desk
from ui.journey.copies import free_name, safe_name
from ui.journey.itinerary.hand_form import HandForm
from ui.shell.error_presenter import ErrorPresenter
from ui.theme.tokens import Tone


class Exporting(QObject):
    """Writes attached files out. What the system's own dialog asks can be asked otherwise.

    Signals:
        exported(Path): a file was written.
        way_wanted(object): as that of ``JourneyView``: to the consent without which the file stays here.
    """

    exported = Signal(object)
    way_wanted = Signal(object)

    def __init__(
        self, desk: Desk, session: Session, errors: ErrorPresenter, banner: Banner, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._session = session
        self._errors = errors
        self._banner = banner
        self._window = window
        self.choose_file: Callable[[Path], Path | None] = self._choose
        self._consent_for: Callable[[Text], OpenField | EnterNew | None] = lambda _name: None

    def ask(self, form: HandForm, journey: Journey, thing_id: str, attachment: Attachment) -> None:
        """Ask in ``form`` who ``attachment`` of that thing is for."""

        def go(names: tuple[Text, ...]) -> None:
            if self._export(journey.id, thing_id, attachment, names):
                form.hide()

        def why_not(name: Text) -> Message | None:
            leaves = self._session.disclosures
            return leaves.why_not(journey.id, self._leaving(journey.id, thing_id, name))

        def consent_for(name: Text) -> OpenField | EnterNew | None:
            leaves = self._session.disclosures
            return leaves.consent_for(journey.id, self._leaving(journey.id, thing_id, name))

        self._consent_for = consent_for

        form.ask(
            N_("Export “{name}”", name=attachment.name),
            N_("It leaves the record as a readable file."),
            N_("Export…"),
            receivers(journey, PrintOptions()),
            go,
            why_not=why_not,
        )

    def go_to_consent(self, name: Text) -> None:
        """To the consent without which ``name`` may not be given the file asked about last."""
        self.way_wanted.emit(self._consent_for(name) or "consent")

    def _leaving(self, journey_id: str, thing_id: str, name: Text) -> Leaving:
        leaves = self._session.disclosures
        return leaves.to_named(journey_id, leaves.of_file(journey_id, thing_id), name)

    def _export(
        self, journey_id: str, thing_id: str, attachment: Attachment, names: tuple[Text, ...]
    ) -> bool:
        folder = Path(self._desk.preferences.values.export_folder or Path.home())
        path = Path(safe_name(attachment.name))
        target = self.choose_file(free_name(folder, path.stem, path.suffix))
        if target is None:
            return False
        leaves = self._session.disclosures
        try:
            open_ = leaves.of_file(journey_id, thing_id)
            given = [leaves.to_named(journey_id, open_, name) for name in recipients(names)]
            entered = leaves.files_leave(journey_id, given, attachment.name)
        except Refused as error:
            ways = (leaves.consent_for(journey_id, one) for one in given)
            way = next((way for way in ways if way is not None), "consent")
            offer = (N_("Go to consent"), lambda: self.way_wanted.emit(way))
            self._banner.tell(error.message, error.way_on, Tone.DANGER, offer=offer)
            return False
        except PlannerError as error:
            self._errors.present(error, self._banner)
            return False

        def done(path: Any) -> None:
            self._desk.preferences.change(export_folder=str(target.parent))
            self._banner.tell(
                N_("Exported as {file}.", file=target.name),
                N_("It is not encrypted: keep it as you would keep the paper."),
                Tone.OK,
            )
            self.exported.emit(path)

        def failed(error: BaseException) -> None:
            leaves.take_back(journey_id, entered)
            self._errors.present(error, self._banner)

        job = self._session.attachments.writing(attachment, target)
        self._desk.work.start(self, job.run, done=done, failed=failed)
        return True

    def _choose(self, offered: Path) -> Path | None:
        title = self._desk.language.text(N_("Export a file"))
        chosen, _kind = QFileDialog.getSaveFileName(self._window, title, str(offered))
        return Path(chosen) if chosen else None
