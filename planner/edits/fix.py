"""What a finding offers, as an edit that the user may run. Nothing of it is ever done by itself."""

from __future__ import annotations

from dataclasses import replace

from planner.edits.edit import Edit
from planner.i18n import available_locales, translator
from planner.message import Message
from planner.record.ids import TaskId
from planner.record.journey import Journey
from planner.record.lookup import with_thing
from planner.record.task import Task, TaskOrigin
from planner.record.text import Text
from planner.rules.finding import EnterNew, Finding, Fix, MakeTask, OpenCalendars, OpenField, SetField


def fix_edit(journey: Journey, finding: Finding, fix: Fix, *, task_id: str) -> Edit | None:
    """The edit that ``fix`` of ``finding`` stands for; ``None`` where it only takes the user somewhere.

    ``task_id`` is the id of the task it may make; one that is still open from the same finding is not made
    again.
    """
    wanted = fix.action
    if isinstance(wanted, OpenField | EnterNew | OpenCalendars):
        return None
    if isinstance(wanted, MakeTask):
        task = _task(journey, finding, wanted, task_id)
        return Edit(fix.label, journey.id, lambda current: _with_task(current, task))
    setting = wanted
    return Edit(fix.label, journey.id, lambda current: _with_field(current, setting))


def task_made(journey: Journey, finding: Finding, wanted: MakeTask) -> Task | None:
    """The task that was made from ``finding`` as it is ``wanted``, and is open still."""
    about = _about(journey, wanted)
    told = (finding.code, about)
    return next(
        (one for one in journey.tasks if (one.origin_code, one.about) == told and _is_open(one)), None
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
