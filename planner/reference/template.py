"""Templates of the pathway: the tasks and the documents that a journey of one kind needs, and by when.

They ship in ``resources/templates/*.json`` (domain facts 1.1). One may be based on another: it then has the
steps of that one, without those it leaves out, and those of its own; a step of its own with the same code
takes the place of the other. Every date hangs on an anchor of the journey; none is a date of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TypeVar

from planner.paths import resources_dir
from planner.record.appointment import AppointmentKind
from planner.record.course import Modality
from planner.record.document import DocumentKind
from planner.record.journey import Journey
from planner.record.text import Text
from planner.record.tie import Tie


class Whose(StrEnum):
    """Whom a document is for."""

    PATIENT = "patient"
    COMPANION = "companion"  # each of them
    EACH = "each"  # the patient and each companion


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateTask:
    """A task of the case manager, due as ``tie`` says. ``code`` names it within its template."""

    code: str
    title: Text
    tie: Tie


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateDocument:
    """A document that is needed as ``tie`` says. ``{name}`` in the title is the traveller's.

    ``translations`` are the locales it must be translated into; ``by_hand`` when the traveller carries it.
    """

    code: str
    kind: DocumentKind
    title: Text
    tie: Tie
    whose: Whose = Whose.PATIENT
    translations: tuple[str, ...] = ()
    by_hand: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A kind of journey. ``pathway`` are the kinds of appointment it has; ``modality`` that of its course."""

    id: str
    title: Text
    description: Text
    pathway: tuple[AppointmentKind, ...]
    modality: Modality | None = None
    based_on: str = ""
    without: tuple[str, ...] = ()
    tasks: tuple[TemplateTask, ...] = ()
    documents: tuple[TemplateDocument, ...] = ()


_Step = TypeVar("_Step", TemplateTask, TemplateDocument)


@cache
def shipped_templates() -> Mapping[str, Template]:
    """Every template that ships, by id, the simplest first; each with the steps of those it is based on."""
    import msgspec

    files = sorted((resources_dir() / "templates").glob("*.json"))
    written = {one.id: one for one in (msgspec.json.decode(f.read_bytes(), type=Template) for f in files)}
    whole = {id: _whole(id, written) for id in written}
    return dict(sorted(whole.items(), key=lambda item: len(item[1].tasks)))


def template_of(journey: Journey) -> Template | None:
    """The template a journey started from; ``None`` for none, or one this version does not know."""
    return shipped_templates().get(journey.template) if journey.template else None


def _whole(id: str, written: Mapping[str, Template]) -> Template:
    """A template with the steps of those it is based on."""
    one = written[id]
    if not one.based_on:
        return one
    base = _whole(one.based_on, written)
    return Template(
        id=one.id,
        title=one.title,
        description=one.description,
        pathway=one.pathway,
        modality=one.modality or base.modality,
        based_on=one.based_on,
        without=one.without,
        tasks=_joined(base.tasks, one.tasks, one.without),
        documents=_joined(base.documents, one.documents, one.without),
    )


def _joined(base: Iterable[_Step], own: Iterable[_Step], without: Iterable[str]) -> tuple[_Step, ...]:
    steps = {step.code: step for step in base if step.code not in set(without)}
    steps.update((step.code, step) for step in own)
    return tuple(steps.values())
