"""``pathway.order``: steps of the pathway are planned in an order in which they cannot happen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_, Message
from planner.record.appointment import AppointmentKind
from planner.record.document import Document, DocumentKind
from planner.record.journey import Journey
from planner.record.subject import Subject
from planner.record.text import Text
from planner.record.visa import Visa, VisaState, VisaStep, VisaStepKind
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity
from planner.schedule.outline import Outline, outline
from planner.schedule.pathway import AFTERWARDS, PREPARATION, CoursePath, Milestone, course_paths

CODE = "pathway.order"

_OPEN = (VisaState.PLANNED, VisaState.PREPARING, VisaState.LODGED)


def pathway_order(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Board, letter, application; consent, markers, simulation, planning, plan check, first session; weekly
    reviews within the course, the end review, discharge and follow-up after it.

    A blocker before the first session, else a warning. What lies wholly in the past is no plan any more.
    """
    seen = outline(journey)
    yield from _papers(seen, today)
    for path in course_paths(journey):
        yield from _preparation(seen, path, today)
        yield from _reviews(seen, path, today)


def _papers(seen: Outline, today: dt.date) -> Iterator[Finding]:
    """The letter rests on what the board decided, the application on the letter; told until the entry."""
    entered = [stay.entered_on for stay in seen.entries if stay.entered_on is not None]
    if entered and min(entered) < today:
        return
    boards = [seen.date_there(meeting.starts) for meeting in seen.journey.mdt_meetings if meeting.starts]
    board = min(boards, default=None)
    for letter, issued in _first_letters(seen):
        if board is not None and issued < board:
            subject = Subject.of(letter, "issued_on")
            yield Finding(
                CODE,
                Severity.WARNING,
                N_(
                    "{letter} is dated {issued}, before the first MDT board on {board}.",
                    letter=seen.called(letter),
                    issued=issued,
                    board=board,
                ),
                subject,
                None,
                (Fix(N_("Open the letter"), OpenField(subject)),),
                issued,
            )
        for visa, step, lodged in _lodgings(seen, letter):
            if lodged < issued:
                subject = Subject.of(step, "planned")
                yield Finding(
                    CODE,
                    Severity.WARNING,
                    N_(
                        "The application for the {visa} is lodged on {lodged}, before its letter is dated: "
                        "{letter}, {issued}.",
                        visa=seen.called(visa),
                        lodged=lodged,
                        letter=seen.called(letter),
                        issued=issued,
                    ),
                    subject,
                    None,
                    (Fix(N_("Change the step"), OpenField(subject)),),
                    lodged,
                )


def _first_letters(seen: Outline) -> Iterator[tuple[Document, dt.date]]:
    """The first invitation letter of each traveller, with its date."""
    found: dict[str | None, tuple[Document, dt.date]] = {}
    for one in seen.journey.documents:
        issued = one.issued_on
        if one.kind is DocumentKind.INVITATION_LETTER and issued is not None and one.translation_of is None:
            known = found.get(one.traveller)
            if known is None or issued < known[1]:
                found[one.traveller] = one, issued
    yield from found.values()


def _lodgings(seen: Outline, letter: Document) -> Iterator[tuple[Visa, VisaStep, dt.date]]:
    """When the applications that the letter is for, and that are still open, are or were lodged."""
    for visa in seen.journey.visas:
        if visa.traveller != letter.traveller or visa.state not in _OPEN:
            continue
        for step in visa.steps:
            on = step.done_on or (seen.date_there(step.planned) if step.planned else None)
            if step.kind is VisaStepKind.LODGE and on is not None:
                yield visa, step, on


def _preparation(seen: Outline, path: CoursePath, today: dt.date) -> Iterator[Finding]:
    """One finding for each step that is too early, naming everything that should come before it."""
    steps = [found for kind in PREPARATION if (found := path.first_of(kind)) is not None]
    if path.first is not None:
        steps.append(path.first)
    early: dict[int, list[Milestone]] = {}
    for position, step in enumerate(steps):
        ahead = [n for n in range(position + 1, len(steps)) if steps[n].precedes(step)]
        if ahead:
            early.setdefault(ahead[-1], []).append(step)
    for number, late in early.items():
        step = steps[number]
        if step.on < today and all(one.on < today for one in late):
            continue
        wrong = late[0] if len(late) == 1 else step
        yield Finding(
            CODE,
            Severity.BLOCKER,
            N_(
                "{step} is planned for {day}; it needs to come after: {late}.",
                step=_named(seen, step),
                day=step.when,
                late=tuple(N_("{what} ({day})", what=_named(seen, one), day=one.when) for one in late),
            ),
            Subject.of(wrong.thing, "starts"),
            None,
            tuple(
                Fix(N_("Change {what}", what=_named(seen, one)), OpenField(Subject.of(one.thing, "starts")))
                for one in (*late, step)
            ),
            step.on,
        )


def _reviews(seen: Outline, path: CoursePath, today: dt.date) -> Iterator[Finding]:
    first, last = path.first, path.last
    if first is None or last is None:
        return
    for review in path.all_of(AppointmentKind.WEEKLY_REVIEW):
        if review.on >= today and not first.on <= review.on <= last.on:
            message = N_(
                "{what} is on {day}, outside the course from {first} to {last}.",
                what=_named(seen, review),
                day=review.on,
                first=first.on,
                last=last.on,
            )
            yield _out_of_place(review, message)
    for after in path.all_of(*AFTERWARDS):
        if after.on >= today and after.precedes(last):
            message = N_(
                "{what} is on {day}, before the last session on {last}.",
                what=_named(seen, after),
                day=after.when,
                last=last.when,
            )
            yield _out_of_place(after, message)


def _out_of_place(one: Milestone, message: Message) -> Finding:
    subject = Subject.of(one.thing, "starts")
    fix = Fix(N_("Change the appointment"), OpenField(subject))
    return Finding(CODE, Severity.WARNING, message, subject, None, (fix,), one.on)


def _named(seen: Outline, one: Milestone) -> str | Text | Message:
    return seen.called(one.thing)
