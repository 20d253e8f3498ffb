"""How a copy leaves the record: on a printer or into a file, and always with a note of who was given it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSizeF, Signal

from planner.edits.copy_given import give_copy, take_back
from planner.edits.edit import Edit
from planner.edits.issuing import hand_out
from planner.errors import Cancelled, PlannerError
from planner.message import N_, NN_, Message
from planner.record.consent import Audience, DisclosureKind
from planner.record.issue import Issue
from planner.record.journey import Journey
from planner.record.text import Text
from planner.record.when import When
from planner.session import Session
from planner.session.naming import journey_in_files
from planner.session.receivers import is_same_name
from ui.desk import Desk
from ui.journey.copies import free_name, safe_name, write_new
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ui.controls.banner import Banner
    from ui.shell.error_presenter import ErrorPresenter
    from ui.work import IsCancelled, Job, Progress


NOT_ENCRYPTED = N_("It is not encrypted: keep it as you would keep the paper.")


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF that may leave: whose journey, for which copy, as ``issue`` (``None``: a draft)."""

    journey: str
    data: bytes
    audience: Audience
    recipient: str
    stem: str
    issue: Issue | None = None


class Outlet(QObject):
    """Prints and saves. What the user is asked by the system's own dialogs can be asked otherwise.

    Signals:
        left: a copy has left the record.
        busy(bool): a printer is being fed, or no longer.
    """

    left = Signal()
    busy = Signal(bool)

    def __init__(
        self, desk: Desk, session: Session, errors: ErrorPresenter, banner: Banner, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._errors = errors
        self._banner = banner
        self._job: Job | None = None
        self.choose_printer: Callable[[str, int, QSizeF], QPrinter | None] = lambda *_: None
        self.choose_file: Callable[[Path], Path | None] = lambda _: None

    def save(self, paper: Paper, names: tuple[Text, ...]) -> bool:
        """Write ``paper`` into a file for ``names``; whether it was."""
        folder = self._desk.preferences.values.export_folder or str(Path.home())
        target = self.choose_file(free_name(Path(folder), safe_name(paper.stem), ".pdf"))
        if target is None:
            return False
        before = self._note(paper, names, DisclosureKind.EXPORT)
        if before is None:
            return False
        try:
            target.unlink(missing_ok=True)  # the dialog has asked whether it may be written over
            made = write_new(target.parent, target.stem, target.suffix or ".pdf", paper.data)
        except (PlannerError, OSError) as error:
            self._take_back(before)
            self._errors.present(error, self._banner)
            return False
        self._desk.preferences.change(export_folder=str(made.parent))
        self._banner.tell(
            N_("Saved as {file}.", file=made.name),
            NOT_ENCRYPTED,
            Tone.OK,
        )
        self.left.emit()
        return True

    def print(self, paper: Paper, names: tuple[Text, ...]) -> bool:
        """Print ``paper`` for ``names``; whether it was begun."""
        from ui.pdf.pages import opened
        from ui.pdf.printing import print_pages

        buffer, document = opened(paper.data)
        pages, size = document.pageCount(), document.pagePointSize(0)
        document.close()
        buffer.close()
        printer = self.choose_printer(paper.stem, pages, size)
        if printer is None:
            return False
        file = Path(printer.outputFileName()).name  # one that prints into a file, such as a PDF
        before = self._note(paper, names, DisclosureKind.EXPORT if file else DisclosureKind.PRINT)
        if before is None:
            return False

        def work(progress: Progress, cancelled: IsCancelled) -> int:
            return print_pages(paper.data, printer, progress, cancelled)

        def done(count: Any) -> None:
            self._end()
            self._banner.tell(*_where_it_went(count, file), tone=Tone.OK)
            self.left.emit()

        def failed(error: BaseException) -> None:
            self._end()
            self._take_back(before)
            self._errors.present(error, self._banner)

        def stopped() -> None:
            # Some of it may have come out, so the note stays.
            self._end()
            self._banner.tell(
                N_("Printing was stopped; pages already sent may still come out."), tone=Tone.WARNING
            )

        self._banner.tell(N_("Printing…"), tone=Tone.INFO, offer=(N_("Cancel"), self.stop))
        self._job = self._desk.work.start(self, work, done=done, failed=failed, cancelled=stopped)
        self.busy.emit(True)
        return True

    def stop(self) -> None:
        """Ask the printing to stop."""
        if self._job is not None:
            self._job.cancel()

    def _end(self) -> None:
        self._job = None
        self.busy.emit(False)

    def _note(self, paper: Paper, names: tuple[Text, ...], kind: DisclosureKind) -> Journey | None:
        """Put it on the record before it leaves; the journey before that, ``None`` if it may not leave."""
        try:
            before = self._session.journey(paper.journey)
            for edit in self._edits(before, paper, names, kind):
                self._session.run(edit)
        except Cancelled:
            return None
        except PlannerError as error:
            self._errors.present(error, self._banner)
            return None
        return before

    def _edits(
        self, journey: Journey, paper: Paper, names: tuple[Text, ...], kind: DisclosureKind
    ) -> list[Edit]:
        """A revision goes to who does not hold it yet as one more copy of it, with them in the ledger."""
        session, at, issue = self._session, self._now(journey), paper.issue
        holders = [one.name for one in issue.holders if one.returned_on is None] if issue else []
        known = tuple(name for name in names if any(is_same_name(name, one) for one in holders))
        fresh = tuple(name for name in names if name not in known)
        edits = []
        if issue is not None and fresh:
            edits.append(hand_out(journey, issue.id, fresh, at=at, by=session.who, new_id=session.new_id))
        told = known if issue is not None else names
        if told:
            edits.append(
                give_copy(
                    journey,
                    kind,
                    told,
                    audience=paper.audience,
                    recipient=paper.recipient,
                    issue=issue,
                    at=at,
                    by=session.who,
                    new_id=session.new_id,
                )
            )
        return edits

    def _take_back(self, before: Journey) -> None:
        now = self._session.journey(before.id)
        if now.issues == before.issues:
            self._session.run(take_back(now, before))

    def _now(self, journey: Journey) -> When:
        return moment_in(self._session, journey.zone)


def _where_it_went(count: int, file: str) -> tuple[Message, Message | None]:
    """How many pages came out of the printer or, if it prints into one, stand in the file of that name."""
    if not file:
        sent = NN_("{count} page was sent to the printer.", "{count} pages were sent to the printer.", count)
        return sent, None
    saved = NN_("{count} page was saved as {file}.", "{count} pages were saved as {file}.", count, file=file)
    return saved, NOT_ENCRYPTED


def moment_in(session: Session, zone: str) -> When:
    """The present minute as clocks in ``zone`` show it."""
    from zoneinfo import ZoneInfo

    local = session.now().astimezone(ZoneInfo(zone))
    time = local.time().replace(second=0, microsecond=0, fold=0)
    return When(date=local.date(), time=time, zone=zone, fold=local.fold)


def copy_name(journey: Journey, issue: Issue | None, audience: Message) -> Message:
    """What a copy is called in the name of its file."""
    reference = journey_in_files(journey)
    if issue is None:
        return N_("{reference} {audience} draft", reference=reference, audience=audience)
    return N_(
        "{reference} {audience} revision {number}",
        reference=reference,
        audience=audience,
        number=issue.revision,
    )
