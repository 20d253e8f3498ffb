"""An open record: every reader and every change goes through here, on the thread that holds it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from planner.edits.edit import AnyEdit
from planner.edits.history import Beside, History, Step, Turn
from planner.errors import InputError, PlannerError
from planner.itinerary.item import Itinerary
from planner.message import N_, Message
from planner.record.acknowledgement import Acknowledgement
from planner.record.consent import Audience
from planner.record.directory import Directory
from planner.record.ids import CaseManagerId, JourneyId, new_id
from planner.record.journey import Journey
from planner.reference.reference import Reference, shipped_reference
from planner.reference.review import reviewed
from planner.rules.acknowledged import acknowledged, open_findings
from planner.rules.finding import Finding
from planner.session.accountability import Accountability
from planner.session.agency_limits import AgencyLimits, limits_of
from planner.session.agency_logo import AgencyLogo
from planner.session.attachments import Attachments
from planner.session.backups import Backups
from planner.session.calendars import CalendarNews, calendar_news, read_calendar_file
from planner.session.calendars_kept import keep_calendars
from planner.session.caseload import Caseload, digest
from planner.session.changed import Changed, changed_by, touches_directory
from planner.session.copies import Copies
from planner.session.days import days_of
from planner.session.disclosures import Disclosures
from planner.session.drafts import Drafts
from planner.session.erasure import Erasure
from planner.session.found import Found
from planner.session.importing import Imported, ImportJob, ReadJourney
from planner.session.keys import Keys
from planner.session.opening import Clock
from planner.session.output import CalendarJob, FileJob, PdfJob, PrintOptions, itinerary_of
from planner.session.person_export import PersonExports
from planner.session.remembering import Remembering
from planner.session.retention import Retention
from planner.session.reviews import Reviews
from planner.session.shared_entries import SharedEntries
from planner.session.turns import turns_of
from planner.store.change_log import ChangeKind, ChangeNote
from planner.store.saving import Change, DirectoryChange, JourneyChange
from planner.store.vault import Vault

if TYPE_CHECKING:
    from planner.session.replanning import Decided, Happened, Interruption, Replanning

#: Journeys kept in memory after they were looked at; all are frozen, so keeping one costs only memory.
_KEPT_JOURNEYS = 16


class Session(Remembering):
    """An open record. ``clock`` tells the present moment, zone-aware; nothing else here asks for it.

    Every change is durable on disk before ``run``, ``undo`` or ``redo`` return. Readers get frozen values,
    which may be handed to other threads; the session itself stays on one at a time.
    """

    def __init__(self, vault: Vault, clock: Clock, reference: Reference | None = None) -> None:
        super().__init__(vault, clock)
        shipped = reference or shipped_reference(vault.calendars.all(), limits_of(vault.settings.all()))
        self._reference = reviewed(shipped, vault.reviews.all())
        self._journeys: dict[JourneyId, Journey] = {}
        self._directory: Directory | None = None
        self._found = Found()
        self._listeners: list[Callable[[Changed], object]] = []
        self.accountability = Accountability(self, vault)
        self.disclosures = Disclosures(self)
        self.erasure = Erasure(self, vault, self._journey_change, self._forget_past)
        self.exports = PersonExports(self, vault)
        self.retention = Retention(self, vault)
        self.caseload = Caseload(self, vault)
        self.copies = Copies(self, vault)
        self.drafts = Drafts(self, vault)
        self.attachments = Attachments(self, vault)
        self.logo = AgencyLogo(self, vault)
        self.reviews = Reviews(self, vault, shipped, self._refer)
        self.limits = AgencyLimits(self, vault, self._refer)
        self.shared = SharedEntries(self, vault)
        self.backups = Backups(self, vault)
        self.keys = Keys(self, vault)
        self.who: CaseManagerId | None = None

    @property
    def folder(self) -> Path:
        """Where the record lies."""
        return self._vault.folder

    @property
    def is_sample(self) -> bool:
        """Whether this record is thrown away when it is closed."""
        return self._throwaway is not None

    # -- reading ---------------------------------------------------------------------------------------

    @property
    def reference(self) -> Reference:
        """What rules and schedules know about the world: calendars, policies, limits."""
        return self._reference

    def now(self) -> dt.datetime:
        """The present moment, zone-aware; in the sample, that of its story."""
        return self._clock()

    def today(self, zone: str) -> dt.date:
        """The day it is now in ``zone``."""
        return self._clock().astimezone(ZoneInfo(zone)).date()

    def office_day(self, journey: Journey) -> dt.date:
        """The day it is now at the agency: that by which it is late, and of what it signs. See ``days``."""
        return days_of(journey, self._clock()).at_office

    def new_id(self) -> str:
        """An id for a new thing, sortable by the present moment."""
        return new_id(self._clock())

    def directory(self) -> Directory:
        """The agency, the places and the contacts that all journeys share."""
        if self._directory is None:
            self._directory = self._vault.directory()
        return self._directory

    def journey(self, journey_id: str) -> Journey:
        """One whole journey. Raises: InputError when the record holds none with that id."""
        key = JourneyId(journey_id)
        found = self._journeys.pop(key, None) or self._vault.load_journey(key)
        if found is None:
            raise InputError(
                N_("There is no journey “{id}” in this record.", id=journey_id),
                N_("The list of journeys shows which there are."),
            )
        self._keep(found)
        return found

    def refresh_summaries(self, most: int = 50) -> int:
        """Compute again up to ``most`` rows that the passing of time has made stale; how many were."""
        if stale := self._vault.stale_summaries(self._clock())[:most]:
            rows = [digest(self.journey(key), self._reference, self._clock(), self._found) for key in stale]
            self._vault.put_summaries([row for row, _ in rows], [share for _, share in rows])
        return len(stale)

    def findings(self, journey_id: str) -> tuple[Finding, ...]:
        """What the rules say of a journey today, accepted or not, the worst first."""
        return self._findings(self.journey(journey_id))

    def open_findings(self, journey_id: str) -> tuple[Finding, ...]:
        """The findings of today that nobody has accepted, or whose facts have changed since."""
        return open_findings(journey := self.journey(journey_id), self._findings(journey))

    def acknowledged(self, journey_id: str) -> tuple[tuple[Finding, Acknowledgement], ...]:
        """The findings of today that somebody has accepted, each with who, why and when."""
        return acknowledged(journey := self.journey(journey_id), self._findings(journey))

    def itinerary(self, journey_id: str, options: PrintOptions) -> Itinerary:
        """What one audience is shown of a journey, as it stands today."""
        journey = self.journey(journey_id)
        today, items = days_of(journey, self._clock()), None
        if options.audience is Audience.AGENCY and not options.reader and not options.recipient:
            items = self._found.items(journey, self._reference.calendars.of(journey.country), today)
        there, made_on = today
        return itinerary_of(journey, options, there, self._reference, items=items, made_on=made_on)

    def propose(
        self,
        journey_id: str,
        course_id: str,
        happened: Happened | Interruption,
        decided: Decided | None = None,
    ) -> Replanning:
        """What to do after an interruption of a course; nothing is changed. Raises: as ``replanning``."""
        from planner.session.replanning import replanning

        journey, now = self.journey(journey_id), self._clock()
        return replanning(journey, course_id, happened, reference=self._reference, now=now, decided=decided)

    def calendar_news(self, path: Path) -> CalendarNews:
        """What the calendar in a file would change, and for which journeys. Raises: InputError."""
        years = read_calendar_file(path, self.today("UTC"))
        return calendar_news(years, self._reference.calendars, self.summaries(), self.journey)

    # -- changing --------------------------------------------------------------------------------------

    def run(self, edit: AnyEdit) -> None:
        """Do one edit: durable when this returns, and undoable. One that changes nothing leaves no trace.

        Raises: InputError when the result would refer to what is not there, StoreError when it cannot be
        written; the record then is as before.
        """
        step = Step(edit.label, turns_of(edit, self.journey, self.directory))
        if step.turns:
            self._write(step, ChangeKind.EDIT)
            self._history = self._history.did(step)
            self._notify(changed_by(step))

    def run_beside(self, label: Message, do: Callable[[], object], ways: Beside) -> None:
        """Do what is kept beside the journeys, as a step that undo takes back. Raises: as ``do``."""
        self._do_beside(do, self._history.did(Step(label, (), ways)))

    def let_go(self) -> None:
        """Forget what is known of the record and who listens."""
        self.copies.memory.forget()
        self._found.forget()
        self._journeys.clear()
        self._listeners.clear()

    def undo(self) -> None:
        """Take the last edit back, wherever it was made; nothing when there is none."""
        if self._history.done:
            self._travel(*self._history.undo(), ChangeKind.UNDO)

    def redo(self) -> None:
        """Do again what was last taken back; nothing when there is none."""
        if self._history.undone:
            self._travel(*self._history.redo(), ChangeKind.REDO)

    def import_job(self, path: Path) -> ImportJob:
        """The work of reading a journey file, which any thread may run; ``keep`` takes what it read."""
        return ImportJob(path, self.directory(), frozenset(self.journey_ids()), self.backups.before_import())

    def import_file(self, path: Path) -> Imported:
        """Add the journey of a journey file to the record; undoable. See ``Imported`` for shared entries.

        Raises: InputError when the file cannot be used or its journey is already here.
        """
        return self.keep(self.import_job(path).run())

    def keep(self, read: ReadJourney) -> Imported:
        """Add a journey that was read from a file, as ``import_file`` does."""
        imported, contents = read.imported, read.contents
        if read.backup is not None:
            self.backups.made(read.backup)
        self._vault.add_files(contents)
        journey = imported.journey
        name = journey.patient.full_name if journey.patient else journey.id
        step = Step(N_("Import {name}", name=name), (Turn(None, journey),))
        if self.directory().agency is None:
            owned = replace(self.directory(), agency=journey.agency)
            step = replace(step, turns=(*step.turns, Turn(self.directory(), owned)))
        self._write(step, ChangeKind.IMPORT)
        self._history = self._history.did(step)
        self._notify(changed_by(step))
        return imported

    def import_calendar(self, path: Path) -> CalendarNews:
        """Keep the calendar in a file and reckon with it from now on; nothing is laid again by itself.

        Undoable. Raises: InputError when the file is no calendar.
        """
        return self.keep_calendar(self.calendar_news(path))

    def keep_calendar(self, looked: CalendarNews) -> CalendarNews:
        """Keep what was looked through, as ``import_calendar``; the file need not be there any more."""
        years = [one.calendar for one in looked.years]
        news = calendar_news(years, self._reference.calendars, self.summaries(), self.journey)
        if news.to_keep:
            keep_calendars(self, self._vault, news, self._refer)
        return news

    def on_change(self, listener: Callable[[Changed], object]) -> Callable[[], None]:
        """Call ``listener`` after every change; the returned function stops that."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    # -- leaving the record ----------------------------------------------------------------------------

    def pdf_job(self, journey_id: str, options: PrintOptions) -> PdfJob:
        """The work of making a PDF, as a frozen value that any thread may run.

        Raises: InputError when this audience may not be given a copy, with the reason.
        """
        journey, told, logo = self.journey(journey_id), self.itinerary(journey_id, options), self.logo
        stamp, memory = self._clock().astimezone(dt.UTC), self.copies.memory
        return PdfJob.prepare(journey, told, options, stamp, memory, logo.data(journey.agency))

    def calendar_job(self, journey_id: str, options: PrintOptions) -> CalendarJob:
        """The work of making a calendar file, as ``pdf_job``."""
        journey = self.journey(journey_id)
        told = self.itinerary(journey_id, options)
        return CalendarJob.prepare(journey, told, self._clock().astimezone(dt.UTC))

    def file_job(self, journey_id: str, *, with_attachments: bool = False) -> FileJob:
        """The work of writing the whole journey as a journey file, as ``pdf_job``."""
        return FileJob.prepare(self.journey(journey_id), self._vault.files if with_attachments else None)

    # -- how ------------------------------------------------------------------------------------------

    def _travel(self, step: Step, then: History, kind: ChangeKind) -> None:
        if step.beside is not None:
            self._do_beside(step.beside.forth, then)
            return
        self._write(step, kind)
        self._history = then
        self._notify(changed_by(step))

    def _do_beside(self, do: Callable[[], object], then: History) -> None:
        """Whoever is told of it finds it in the history; what cannot be done is not there."""
        before, self._history = self._history, then
        try:
            do()
        except PlannerError:
            self._history = before
            raise

    def _write(self, step: Step, kind: ChangeKind) -> None:
        """One durable transaction; only when it is on disk does memory follow."""
        changes = [self._change(turn) for turn in step.turns]
        self._vault.save(changes, self._note(step.label, kind))
        if touches_directory(step):
            self._directory = None
            self._journeys.clear()
        for turn in step.turns:
            if isinstance(turn.before, Journey):
                self._journeys.pop(turn.before.id, None)
            if isinstance(turn.after, Journey):
                self._keep(turn.after)

    def _change(self, turn: Turn) -> Change:
        if isinstance(turn.before, Directory) or isinstance(turn.after, Directory):
            assert isinstance(turn.before, Directory)
            assert isinstance(turn.after, Directory)
            return DirectoryChange(turn.before, turn.after)
        return self._journey_change(turn.before, turn.after)

    def _journey_change(self, before: Journey | None, after: Journey | None) -> JourneyChange:
        if after is None:
            return JourneyChange(before, None)
        return JourneyChange(before, after, *digest(after, self._reference, self._clock(), self._found))

    def _forget_past(self) -> None:
        """Somebody was erased: undo, and whatever is kept in memory to be quick, hold nothing of them."""
        self._history = History()
        self._journeys.clear()
        self._found.forget()
        self._directory = None
        self.copies.memory.forget()
        self.drafts = Drafts(self, self._vault)
        self._notify(Changed(frozenset(self.journey_ids()), True))

    def _refer(self, reference: Reference) -> None:
        """Know this of the world from now on; every finding may differ."""
        self._reference = reference
        self._notify(Changed(frozenset(self.journey_ids()), False))

    def _notify(self, what: Changed) -> None:
        for listener in tuple(self._listeners):
            listener(what)

    def _note(self, label: Message, kind: ChangeKind) -> ChangeNote:
        return ChangeNote(at=self._clock(), label=label, who=self.who or "", kind=kind)

    def _keep(self, journey: Journey) -> None:
        self._journeys[journey.id] = journey
        while len(self._journeys) > _KEPT_JOURNEYS:
            del self._journeys[next(iter(self._journeys))]

    def _findings(self, journey: Journey) -> tuple[Finding, ...]:
        return self._found.of(journey, self._reference, days_of(journey, self._clock()))
