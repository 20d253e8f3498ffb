"""Laying a template's tasks and documents into a journey, and again when what they hang on moves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import count

from planner.edits.edit import Edit, NewJourney
from planner.message import N_, NN_
from planner.record.document import Document, DocumentKind, DocumentState
from planner.record.ids import DocumentId, TaskId
from planner.record.journey import Journey
from planner.record.task import Task, TaskOrigin
from planner.record.text import Text
from planner.record.tie import Tie
from planner.record.traveller import Traveller
from planner.reference.reference import Calendars
from planner.reference.template import Template, TemplateDocument, Whose, template_of
from planner.schedule.tie_date import AnchorDates

NewId = Callable[[], str]

_NOT_YET_HAD = (DocumentState.NEEDED, DocumentState.REQUESTED)


def start_journey(journey: Journey, template: Template, calendars: Calendars, *, new_id: NewId) -> NewJourney:
    """A new journey, begun from ``template``; ``journey`` is what is known of it already."""
    label = N_("Start a journey: {template}", template=template.title)
    return NewJourney(label, _laid(journey, template, calendars, new_id))


def lay_for_newcomers(journey: Journey, calendars: Calendars, *, new_id: NewId) -> Edit | None:
    """Give travellers who have none of the template's documents theirs, as when a companion has been added.

    ``None`` where nobody is without, or no template is known. What was entered for them by hand takes the
    place of the first of its kind; what hangs on a date that nobody knows yet gets one when that is known.
    """
    template = template_of(journey)
    newcomers = _newcomers(template, journey) if template else []
    if template is None or not newcomers:
        return None
    ids: dict[int, str] = {}

    def change(current: Journey) -> Journey:
        asked = count()

        def same_id() -> str:
            """The same ids, in order, each time the edit is run."""
            number = next(asked)
            if number not in ids:
                ids[number] = new_id()
            return ids[number]

        still = _newcomers(template, current)
        documents = _laid_documents(current, template, calendars, still, same_id)
        return replace(current, documents=(*current.documents, *documents))

    laid = len(change(journey).documents) - len(journey.documents)
    if not laid:
        return None
    label = NN_(
        "Add {count} document of the template for {names}",
        "Add {count} documents of the template for {names}",
        laid,
        names=[one.full_name for one in newcomers],
    )
    return Edit(label, journey.id, change)


def relay(journey: Journey, calendars: Calendars) -> Edit | None:
    """Bring what is still open of the template to the date its anchor says; ``None`` if it is there.

    What is done, in hand or made by hand stays. Where an anchor has no date any more, the last one stays.
    """
    moved = _differing(journey, _relaid(journey, calendars))
    if not moved:
        return None
    label = NN_(
        "Bring {count} date of the template into line with the journey",
        "Bring {count} dates of the template into line with the journey",
        moved,
    )
    return Edit(label, journey.id, lambda current: _relaid(current, calendars))


def following(edit: Edit, calendars: Calendars) -> Edit:
    """``edit``, and in the same step the dates of the template that follow an anchor which it moves.

    Dates that somebody has set otherwise than their anchor said stay as they were set. Not for accepting a
    re-planning: there, each task and document is ticked by itself.
    """

    def change(before: Journey) -> Journey:
        after = edit.change(before)
        return after if after is before else _relaid(after, calendars, before)

    return replace(edit, change=change)


# ---- laying ------------------------------------------------------------------------------------------------


def _laid(journey: Journey, template: Template, calendars: Calendars, new_id: NewId) -> Journey:
    dates = AnchorDates(journey, calendars)
    known = {task.origin_code for task in journey.tasks if task.origin is TaskOrigin.TEMPLATE}
    tasks = tuple(
        Task(
            id=TaskId(new_id()),
            title=step.title,
            due_on=dates.tied(step.tie),
            due_tie=step.tie,
            owner=journey.case_manager,
            origin=TaskOrigin.TEMPLATE,
            origin_code=step.code,
        )
        for step in template.tasks
        if step.code not in known
    )
    documents = _laid_documents(journey, template, calendars, _travellers(journey), new_id)
    return replace(
        journey,
        template=template.id,
        tasks=(*journey.tasks, *tasks),
        documents=(*journey.documents, *documents),
    )


def _laid_documents(
    journey: Journey,
    template: Template,
    calendars: Calendars,
    travellers: Sequence[Traveller | None],
    new_id: NewId,
) -> tuple[Document, ...]:
    """The documents of the template that these travellers should have and have not."""
    dates = AnchorDates(journey, calendars)
    return tuple(
        Document(
            id=DocumentId(new_id()),
            kind=step.kind,
            title=_titled(step.title, traveller),
            traveller=traveller.id if traveller else None,
            needed_by=dates.tied(step.tie),
            needed_by_tie=step.tie,
            translations_needed=step.translations,
            carried_by_hand=step.by_hand,
        )
        for traveller in travellers
        for step in _missing(journey, template.documents, traveller)
    )


def _newcomers(template: Template, journey: Journey) -> list[Traveller]:
    return [one for one in _travellers(journey) if one is not None and _is_new_to(template, journey, one)]


def _is_new_to(template: Template, journey: Journey, traveller: Traveller) -> bool:
    """Whether the template has documents for this traveller, and none of them was laid."""
    wanted = {(step.kind, step.tie) for step in template.documents if _is_for(step, journey, traveller)}
    held = {(one.kind, one.needed_by_tie) for one in journey.documents if one.traveller == traveller.id}
    return bool(wanted) and wanted.isdisjoint(held)


def _travellers(journey: Journey) -> Sequence[Traveller | None]:
    """Everybody, the patient first; nobody yet stands for the patient."""
    patient = journey.patient
    return (patient, *journey.companions) if patient is not None else (None, *journey.companions)


def _missing(
    journey: Journey, steps: Sequence[TemplateDocument], traveller: Traveller | None
) -> Iterator[TemplateDocument]:
    """The documents a traveller should have and has not; one entered by hand takes the place of the first."""
    wanted = [step for step in steps if _is_for(step, journey, traveller)]
    ties = {(step.kind, step.tie) for step in wanted}
    held = [
        document
        for document in journey.documents
        if document.translation_of is None and document.traveller == (traveller.id if traveller else None)
    ]
    laid = {(document.kind, document.needed_by_tie) for document in held}
    by_hand = [document.kind for document in held if (document.kind, document.needed_by_tie) not in ties]
    for step in wanted:
        if (step.kind, step.tie) in laid:
            continue
        if step.kind in by_hand:
            by_hand.remove(step.kind)
            continue
        yield step


def _is_for(step: TemplateDocument, journey: Journey, traveller: Traveller | None) -> bool:
    if traveller is None:
        return step.whose is Whose.PATIENT
    is_patient = traveller is journey.patient
    return step.whose is Whose.EACH or is_patient is (step.whose is Whose.PATIENT)


def _titled(title: Text, traveller: Traveller | None) -> Text:
    """The title with the traveller's name in it."""
    name = traveller.full_name if traveller else ""
    wording = {locale: words.replace("{name}", name) for locale, words in title.wording.items()}
    return replace(title, wording=wording)


# ---- laying again ------------------------------------------------------------------------------------------


def _relaid(journey: Journey, calendars: Calendars, before: Journey | None = None) -> Journey:
    """``journey`` with the open dates of its template where they now hang.

    With the journey ``before``, only those whose anchor has moved since, and that stood where it said.
    """
    kinds = _template_kinds(journey)
    new = AnchorDates(journey, calendars)
    old = AnchorDates(before, calendars) if before is not None else None

    def date(tie: Tie, stands: dt.date | None) -> dt.date | None:
        now = new.tied(tie)
        if now is None:
            return stands
        if old is not None and (old.tied(tie) == now or stands not in (None, old.tied(tie))):
            return stands
        return now

    tasks = tuple(
        _with_due(task, date(task.due_tie, task.due_on)) if _is_open(task) and task.due_tie else task
        for task in journey.tasks
    )
    documents = tuple(
        _with_needed(one, date(one.needed_by_tie, one.needed_by))
        if one.kind in kinds and one.needed_by_tie and one.state in _NOT_YET_HAD
        else one
        for one in journey.documents
    )
    if tasks == journey.tasks and documents == journey.documents:
        return journey
    return replace(journey, tasks=tasks, documents=documents)


def _template_kinds(journey: Journey) -> frozenset[DocumentKind]:
    template = template_of(journey)
    return frozenset(step.kind for step in template.documents) if template else frozenset()


def _is_open(task: Task) -> bool:
    return task.origin is TaskOrigin.TEMPLATE and task.done_on is None


def _with_due(task: Task, due_on: dt.date | None) -> Task:
    return task if task.due_on == due_on else replace(task, due_on=due_on)


def _with_needed(document: Document, needed_by: dt.date | None) -> Document:
    return document if document.needed_by == needed_by else replace(document, needed_by=needed_by)


def _differing(one: Journey, other: Journey) -> int:
    """How many tasks and documents differ."""
    pairs = (*zip(one.tasks, other.tasks, strict=True), *zip(one.documents, other.documents, strict=True))
    return sum(left is not right for left, right in pairs)
