"""What a control can refer to, by the type of its id: the things, their names, and what tells them apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from planner.message import N_, Message
from planner.record.agency import CaseManager
from planner.record.attached import attachments
from planner.record.contact import Contact
from planner.record.document import Document
from planner.record.ids import AttachmentId, CaseManagerId, ContactId, PlaceId
from planner.record.journey import Journey
from planner.record.lookup import things
from planner.record.passport import Passport
from planner.record.place import Place
from planner.record.shape import classes_within, id_type
from planner.record.text import Text
from planner.record.thing import Attachment, Thing
from planner.record.traveller import Traveller
from planner.session.naming import folded_names, places_known, thing_day, thing_name
from ui import labels
from ui.fields.field import FieldContext

#: Things that a control can have made on the spot.
_CAN_BE_MADE = (Place, Contact, Document)


@dataclass(frozen=True, slots=True)
class Referred:
    """Something that can be referred to. ``names`` are folded, for finding it."""

    id: str
    label: str
    detail: str
    names: tuple[str, ...]


@cache
def class_of(id_kind: Any) -> type:
    """The class of the things that ids of this type name. Raises: KeyError for no id of the record."""
    return {id_type(cls): cls for cls in classes_within(Journey) if id_type(cls) is not None}[id_kind]


def can_be_made(id_kind: Any, context: FieldContext) -> bool:
    """Whether a new one can be made while one picks."""
    return context.make is not None and class_of(id_kind) in _CAN_BE_MADE


def candidates(id_kind: Any, context: FieldContext) -> Sequence[Any]:
    """Everything an id of this type may name, in the order of the record; ``None`` for any thing at all."""
    journey, directory = context.journey(), context.directory()
    if id_kind is PlaceId:
        return tuple(places_known(journey, directory).values())
    if id_kind is ContactId:
        known = {one.id: one for one in journey.contacts} if journey is not None else {}
        return tuple({**known, **{one.id: one for one in directory.contacts}}.values())
    if id_kind is CaseManagerId:
        agency = directory.agency or (journey.agency if journey is not None else None)
        return agency.case_managers if agency is not None else ()
    if id_kind is AttachmentId:
        owners = (journey, directory.agency)
        return tuple(one for owner in owners if owner is not None for one in attachments(owner))
    if journey is None:
        return ()
    if id_kind is None:
        return tuple(one for one in things(journey) if not isinstance(one, Journey | Place | Contact))
    wanted = class_of(id_kind)
    return tuple(one for one in things(journey) if isinstance(one, wanted))


def by_id(id_kind: Any, id: str, context: FieldContext) -> Any:
    """The thing of that id; ``None`` if there is none."""
    return next((one for one in candidates(id_kind, context) if one.id == id), None)


def referred(found: Iterable[Any], context: FieldContext) -> list[Referred]:
    """Things as a list shows them."""
    return [described(one, context) for one in found]


def described(one: Any, context: FieldContext) -> Referred:
    """One thing as a list shows it."""
    language = context.desk.language
    locale = language.locale

    def said(text: Text | Message | str) -> str:
        return language.speaker.value(text)

    match one:
        case Place():
            names: list[str | Text] = [one.name, one.name_pinyin, one.iata_code, one.city]
            label = one.name.best(locale) or said(N_("an entry without a name"))
            city = one.city.best(locale) if one.city.best(locale) not in label else ""
            detail = " · ".join(part for part in (said(labels.name(one.kind)), city) if part)
        case Contact():
            names = [one.name, one.name_pinyin, one.title]
            label = one.name.best(locale) or said(N_("an entry without a name"))
            detail = said(labels.name(one.role))
        case CaseManager():
            names, label, detail = [one.name], one.name.best(locale), ""
        case Attachment():
            names, label, detail = [one.name], one.name, language.speaker.date(one.added_on, "medium")
        case Traveller():
            names = [one.full_name, one.preferred_name, one.name_hanzi, one.name_at_hospital]
            label, detail = one.full_name, said(labels.name(one.role))
        case Passport():
            names, label = [one.number], one.number
            detail = said(labels.name(one.state))
        case _:
            names, label, detail = _thing(one, context)
    return Referred(one.id, label, detail, folded_names([*names, label]))


def _thing(one: Thing, context: FieldContext) -> tuple[list[str | Text], str, str]:
    journey, speaker = context.journey(), context.desk.language.speaker
    assert journey is not None
    day = thing_day(one)
    label = speaker.text(thing_name(one, journey))
    names: list[str | Text] = [title for title in (getattr(one, "title", None),) if isinstance(title, Text)]
    kind = getattr(one, "kind", None)
    parts = [labels.name(kind)] if kind is not None and getattr(one, "title", None) else []
    detail = [speaker.text(part) for part in parts]
    if day is not None:
        detail.append(speaker.date(day, "medium"))
    return names, label, " · ".join(detail)
