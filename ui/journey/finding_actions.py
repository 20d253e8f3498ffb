"""Does what the findings card asks for: fixes and acknowledgements run as edits, fields are gone to.

Where a task was made of a finding, the finding leads to it instead of offering to make it again.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from planner.edits.acknowledge import acknowledge, reopen
from planner.edits.edit import Edit
from planner.edits.fix import fix_edit, task_made
from planner.message import N_
from planner.record.journey import Journey
from planner.record.lookup import things
from planner.record.subject import Subject
from planner.rules.finding import EnterAll, EnterNew, Finding, Fix, MakeTask, OpenCalendars, OpenField
from planner.session import Session
from ui.desk import Desk
from ui.editing.starting import newly_wanted
from ui.journey.findings_card import FindingsCard
from ui.journey.kept_reasons import KeptReasons
from ui.journey.subject_section import section_of
from ui.shell.error_presenter import ErrorPresenter


class FindingActions(QObject):
    """The findings of the journey that is shown, and what becomes of them.

    Signals:
        section_wanted(str): the user goes to the section of this key.
        field_wanted(object): the user goes to this ``Subject``, wherever it is shown.
        new_wanted(object): the user goes to the form of this new thing (``Wanted``).
        calendars_wanted: the user goes to the holiday calendars.
    """

    section_wanted = Signal(str)
    field_wanted = Signal(object)
    new_wanted = Signal(object)
    calendars_wanted = Signal()

    def __init__(self, desk: Desk, session: Session, errors: ErrorPresenter, card: FindingsCard) -> None:
        super().__init__(card)
        self._desk = desk
        self._session = session
        self._errors = errors
        self._card = card
        self._journey: Journey | None = None
        self._name = ""
        card.fix_wanted.connect(self._fix)
        card.acknowledged.connect(self._acknowledge)
        card.written.connect(self._keep)
        card.reopened.connect(self._reopen)

    def show(self, journey: Journey) -> None:
        """Show the findings of ``journey`` as it stands."""
        self._journey = journey
        there = frozenset(str(one.id) for one in things(journey))
        open_now = tuple(
            _as_it_stands(journey, there, one) for one in self._session.open_findings(journey.id)
        )
        accepted, reasons = self._session.acknowledged(journey.id), KeptReasons(self._session, journey.id)
        self._card.show_findings(open_now, accepted, self._by(journey), reasons)

    def _by(self, journey: Journey) -> str:
        """The name last given, else that of the journey's case manager."""
        managers = journey.agency.case_managers
        name = next((one.name for one in managers if one.id == journey.case_manager), None)
        return self._name or (name.best(self._desk.language.locale) if name is not None else "")

    def _fix(self, finding: Finding, fix: Fix) -> None:
        journey = self._journey
        if journey is None:
            return
        if isinstance(fix.action, OpenField):
            subject = fix.action.subject
            section = section_of(journey, subject)
            if subject.id == journey.id and section is not None:  # a list of the journey, with a section
                self.section_wanted.emit(section)
            else:
                self.field_wanted.emit(subject)
            return
        if isinstance(fix.action, EnterNew):
            self.new_wanted.emit(newly_wanted(journey, fix.action))
            return
        if isinstance(fix.action, OpenCalendars):
            self.calendars_wanted.emit()
            return
        self._run(fix_edit(journey, finding, fix, new_id=self._session.new_id))

    def _acknowledge(self, finding: Finding, reason: str, name: str) -> None:
        journey = self._journey
        if journey is None:
            return
        self._name = name
        today = self._session.office_day(journey)
        new_id = self._session.new_id()
        with self._errors.told():
            edit = acknowledge(journey, finding, id=new_id, reason=reason, by=name, on=today)
            KeptReasons(self._session, journey.id).drop(finding)
            self._run(edit)

    def _keep(self, reasons: KeptReasons, finding: Finding, reason: str, name: str) -> None:
        with self._errors.told():
            reasons.keep(finding, reason, name)

    def _reopen(self, finding: Finding) -> None:
        if self._journey is not None:
            self._run(reopen(self._journey, finding))

    def _run(self, edit: Edit | None) -> None:
        if edit is None:
            return
        with self._errors.told():
            self._session.run(edit)


def _as_it_stands(journey: Journey, there: frozenset[str], finding: Finding) -> Finding:
    """The finding without fixes that lead to what is no longer ``there``, and with ways to its tasks."""
    fixes = tuple(
        _made(journey, finding, fix)
        for fix in finding.fixes
        if not isinstance(fix.action, OpenField | EnterNew | EnterAll) or fix.action.subject.id in there
    )
    return finding if fixes == finding.fixes else replace(finding, fixes=fixes)


def _made(journey: Journey, finding: Finding, fix: Fix) -> Fix:
    task = task_made(journey, finding, fix.action) if isinstance(fix.action, MakeTask) else None
    return Fix(N_("Task made: open it"), OpenField(Subject.of(task))) if task is not None else fix
