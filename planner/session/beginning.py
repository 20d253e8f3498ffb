"""Beginning a journey: from a template of the pathway, or bare, as one edit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.edits.edit import Edit, NewJourney
from planner.edits.template import lay_for_newcomers, relay, start_journey
from planner.edits.thing_names import thing_name
from planner.message import N_
from planner.record.journey import Journey
from planner.record.text import Text
from planner.reference.template import shipped_templates

if TYPE_CHECKING:
    from planner.session.session import Session


@dataclass(frozen=True, slots=True)
class Pathway:
    """A template as one chooses it."""

    id: str
    title: Text
    description: Text


def pathways() -> Sequence[Pathway]:
    """Every template that ships, the simplest first."""
    return tuple(Pathway(one.id, one.title, one.description) for one in shipped_templates().values())


def begin(session: Session, journey: Journey, pathway: str) -> NewJourney:
    """The edit that begins ``journey`` with the tasks and documents of a template, "" for none."""
    template = shipped_templates().get(pathway)
    if template is None:
        return NewJourney(N_("Start a journey: {name}", name=thing_name(journey)), journey)
    return start_journey(journey, template, session.reference.calendars, new_id=session.new_id)


def catch_up(session: Session, journey_id: str) -> Edit | None:
    """The edit that brings open dates of the template to where they now hang; ``None`` if they are there."""
    return relay(session.journey(journey_id), session.reference.calendars)


def for_newcomers(session: Session, journey_id: str) -> Edit | None:
    """The edit that lays the template's documents for whoever has none of them; ``None`` if nobody is so."""
    journey = session.journey(journey_id)
    return lay_for_newcomers(journey, session.reference.calendars, new_id=session.new_id)
