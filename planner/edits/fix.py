"""What a finding offers, as an edit that the user may run. Nothing of it is ever done by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from planner.edits.edit import Edit
from planner.i18n import available_locales, translator
from planner.message import Message
from planner.record.ids import TaskId
from planner.record.journey import Journey
from planner.record.lookup import thing, with_thing
from planner.record.shape import shape_of
from planner.record.subject import Subject
from planner.record.task import Task, TaskOrigin
from planner.record.text import Text
from planner.record.thing import Thing
from planner.rules.finding import (
    EnterAll,
    EnterNew,
    Finding,
    Fix,
    MakeTask,
    OpenCalendars,
    OpenField,
    SetField,
)


def fix_edit(journey: Journey, finding: Finding, fix: Fix, *, new_id: Callable[[], str]) -> Edit | None:
    """The edit that ``fix`` of ``finding`` stands for; ``None`` where it only takes the user somewhere.

    A task that is still open from the same finding is not made again.
    """
    wanted = fix.action
    if isinstance(wanted, OpenField | EnterNew | OpenCalendars):
        return None
    if isinstance(wanted, MakeTask):
        task = _task(journey, finding, wanted, new_id())
        return Edit(fix.label, journey.id, lambda current: _with_task(current, task))
    if isinstance(wanted, EnterAll):
        new = _things(journey, wanted, new_id)
        return Edit(fix.label, journey.id, lambda current: _with_all(current, wanted.subject, new))
    setting = wanted
    return Edit(fix.label, journey.id, lambda current: _with_field(current, setting))


def task_made(journey: Journey, finding: Finding, wanted: MakeTask) -> Task | None:
    """The task that was made from ``finding`` as it is ``wanted``, and is open still."""
    about = _about(journey, wanted)
    told = (finding.code, about)
    return next(
        (one for one in journey.tasks if (one.origin_code, one.about) == told and _is_open(one)), None
    )


def _things(journey: Journey, wanted: EnterAll, new_id: Callable[[], str]) -> tuple[Thing, ...]:
    """The new things, of the kind that the list holds."""
    holder: Any = type(thing(journey, wanted.subject.id))
    cls = next(shape.type for shape in shape_of(holder) if shape.name == wanted.subject.field)
    return tuple(cls(**{"id": new_id(), **dict(known)}) for known in wanted.several)


def _with_all(journey: Journey, subject: Subject, new: tuple[Thing, ...]) -> Journey:
    field = subject.field
    return with_thing(
        journey, subject.id, lambda holder: replace(holder, **{field: (*getattr(holder, field), *new)})
    )


def _with_field(journey: Journey, wanted: SetField) -> Journey:
    field, value = wanted.subject.field, wanted.value
    return with_thing(journey, wanted.subject.id, lambda thing: replace(thing, **{field: value}))


def _with_task(journey: Journey, task: Task) -> Journey:
    def is_it(other: Task) -> bool:
        return (other.origin_code, other.about) == (task.origin_code, task.about) and _is_open(other)

    return journey if any(map(is_it, journey.tasks)) else replace(journey, tasks=(*journey.tasks, task))


def _is_open(task: Task) -> bool:
    return task.done_on is None


def _about(journey: Journey, wanted: MakeTask) -> str | None:
    """The thing a task is about; ``None`` for the journey as a whole."""
    return wanted.subject.id if wanted.subject.id != journey.id else None


def _task(journey: Journey, finding: Finding, wanted: MakeTask, task_id: str) -> Task:
    return Task(
        id=TaskId(task_id),
        title=_text(wanted.title, journey.languages),
        due_on=wanted.due_on,
        owner=journey.case_manager,
        origin=TaskOrigin.RULE,
        origin_code=finding.code,
        about=_about(journey, wanted),
    )


def _text(message: Message, languages: tuple[str, ...]) -> Text:
    """The message in each language of the journey that the program speaks; English is the source."""
    locales = {"en", *languages} & {"en", *available_locales()}
    wording = {locale: translator(locale).text(message) for locale in sorted(locales)}
    return Text(wording, "en", frozenset(locales - {"en"}))
