"""Tasks: what somebody still has to do, by when, and why it exists."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from planner.record.ids import CaseManagerId, TaskId
from planner.record.text import Text
from planner.record.thing import Thing
from planner.record.tie import Tie


class TaskOrigin(StrEnum):
    """What made a task; only a template's open ones are laid again when an anchor moves."""

    HAND = "hand"
    TEMPLATE = "template"
    RULE = "rule"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Thing):
    """A task, due on or before ``due_on`` (a day where the agency is), which ``due_tie`` may derive.

    ``origin_code`` is the template step or the rule's code; ``about`` the id of the thing it concerns.
    """

    id: TaskId
    title: Text
    due_on: dt.date | None = None
    due_tie: Tie | None = None
    owner: CaseManagerId | None = None
    done_on: dt.date | None = None
    origin: TaskOrigin = TaskOrigin.HAND
    origin_code: str = ""
    about: str | None = None
