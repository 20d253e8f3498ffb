"""What a control can refer to, by the type of its id: the things, their names, and what tells them apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from planner.message import N_, Message
from planner.record.agency import CaseManager
from planner.record.attached import attachments
from planner.record.contact import Contact
from planner.record.directory import Directory
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
from planner.session.naming import folded_names, places_known, thing_day
from ui import labels
from ui.fields.field import FieldContext
from ui.fields.thing_titles import every_thing, thing_title
from ui.fields.told_apart import facts_of, told_apart
from ui.fields.typed_words import one_line

#: Things that a control can have made on the spot.
_CAN_BE_MADE = (Place, Contact, Document)


@dataclass(frozen=True, slots=True)
class Referred:
    """Something that can be referred to. ``names`` are folded, for finding it; ``spoken`` those of them by
    which it is also found in pinyin: of people and places all, of other things what stands on the screen.
    """

    thing: Any
    label: str
    names: tuple[str, ...]
    spoken: tuple[str, ...]


@cache
def class_of(id_kind: Any) -> type:
    """The class of the things that ids of this type name. Raises: KeyError for no id of the record."""
    return {id_type(cls): cls for cls in classes_within(Journey) if id_type(cls) is not None}[id_kind]


def can_be_made(id_kind: Any, context: FieldContext) -> bool:
    """Whether a new one can be made while one picks."""
    return id_kind is not None and context.make is not None and class_of(id_kind) in _CAN_BE_MADE


class _Known:
    """What was last asked for of a journey and a directory; both are frozen, so it holds for these."""

    def __init__(self) -> None:
        self._of: tuple[Journey | None, Directory | None] = (None, None)
        self.things: dict[Any, dict[str, Any]] = {}
        self.referred: dict[tuple[Any, str], list[Referred]] = {}
        self.apart: dict[tuple[Any, str], dict[str, str]] = {}

    def of(self, journey: Journey | None, directory: Directory) -> _Known:
        """Itself, emptied if it was of others."""
        if self._of[0] is not journey or self._of[1] is not directory:
            self._of = (journey, directory)
            self.things.clear()
            self.referred.clear()
            self.apart.clear()
        return self


_KNOWN = _Known()


def candidates(id_kind: Any, context: FieldContext) -> Mapping[str, Any]:
    """Everything an id of this type may name, by id, in the order of the record; of ``None`` any thing."""
    known = _KNOWN.of(context.journey(), context.directory())
    found = known.things.get(id_kind)
    if found is None:
        found = known.things[id_kind] = _candidates(id_kind, context.journey(), context.directory())
    return found


def _candidates(id_kind: Any, journey: Journey | None, directory: Directory) -> dict[str, Any]:
    if id_kind is PlaceId:
        return dict(places_known(journey, directory))
    if id_kind is ContactId:
        found = [*(journey.contacts if journey is not None else ()), *directory.contacts]
    elif id_kind is CaseManagerId:
        agency = directory.agency or (journey.agency if journey is not None else None)
        return {one.id: one for one in agency.case_managers} if agency is not None else {}
    elif id_kind is AttachmentId:
        owners = (journey, directory.agency)
        return {one.id: one for owner in owners if owner is not None for one in attachments(owner)}
    elif journey is None:
        return {}
    elif id_kind is None:
        return {one.id: one for one in every_thing(journey)}
    else:
        return {one.id: one for one in things(journey) if isinstance(one, class_of(id_kind))}
    return {one.id: one for one in found}


def referred(id_kind: Any, context: FieldContext) -> list[Referred]:
    """Everything an id of this type may name, with its names in the language of the screen."""
    locale = context.desk.language.locale
    known = _KNOWN.of(context.journey(), context.directory())
    found = known.referred.get((id_kind, locale))
    if found is None:
        found = [described(one, context) for one in candidates(id_kind, context).values()]
        known.referred[id_kind, locale] = found
    return found


def called(id_kind: Any, id: str, context: FieldContext) -> str:
    """What the thing of that id is called; a file may name what no list offers: a place, an attachment."""
    one = candidates(id_kind, context).get(id)
    journey = context.journey()
    if one is None and id_kind is None and journey is not None:
        held: tuple[Thing | Attachment, ...] = (*things(journey), *attachments(journey))
        one = {one.id: one for one in held}.get(id)
    if one is None:
        return context.desk.language.text(N_("an entry that is not here any more"))
    return described(one, context).label


def described(one: Any, context: FieldContext) -> Referred:
    """One thing with its names; what tells it apart is in its label where another is called the same."""
    names, label = _named(one, context)
    label = _apart(type(one), context).get(one.id, label)
    # A file may bring a name of two lines, or with a sign nobody sees; what is typed comes without them.
    found = tuple(map(one_line, folded_names([*names, label])))
    is_named_in_hanzi = isinstance(one, Place | Contact | CaseManager | Traveller)
    return Referred(one, label, found, found if is_named_in_hanzi else (label,))


def _apart(cls: Any, context: FieldContext) -> Mapping[str, str]:
    """The labels of those of a class that share their name."""
    locale = context.desk.language.locale
    known = _KNOWN.of(context.journey(), context.directory())
    found = known.apart.get((cls, locale))
    if found is None:
        kind = id_type(cls)
        of_class = candidates(kind, context) if kind is not None else {}
        labels_of = {id: _named(one, context)[1] for id, one in of_class.items()}
        speaker = context.desk.language.speaker
        found = told_apart(labels_of, lambda id: facts_of(of_class[id], speaker))
        known.apart[cls, locale] = found
    return found


def _named(one: Any, context: FieldContext) -> tuple[list[str | Text], str]:
    """By which names it is found, and what it is called."""
    locale = context.desk.language.locale
    names: list[str | Text]
    match one:
        case Place():
            names = [one.name, one.name_pinyin, one.iata_code, one.city]
            label = one.name.best(locale)
        case Contact():
            names, label = [one.name, one.name_pinyin, one.title], one.name.best(locale)
        case CaseManager():
            names, label = [one.name], one.name.best(locale)
        case Attachment():
            names, label = [], one.name
        case Traveller():
            names = [one.preferred_name, one.name_hanzi, one.name_at_hospital]
            label = one.full_name
        case Passport():
            names, label = [], one.number
        case _:
            journey = context.journey()
            assert journey is not None
            title = getattr(one, "title", None)
            names = [title] if isinstance(title, Text) else []
            label = context.desk.language.text(thing_title(one, journey))
    return names, one_line(label).strip() or context.desk.language.text(N_("an entry without a name"))


def detail_of(one: Any, label: str, context: FieldContext) -> str:
    """What tells ``one`` apart from others called ``label``: its kind, its town, its day."""
    speaker = context.desk.language.speaker
    parts: list[str | Message] = []
    match one:
        case Place():
            city = one.city.best(context.desk.language.locale)
            parts = [labels.name(one.kind), city if city not in label else ""]
        case Contact() | Traveller():
            parts = [labels.name(one.role)]
        case Passport():
            parts = [labels.name(one.state)]
        case Attachment():
            parts = [speaker.date(one.added_on, "medium")]
        case CaseManager():
            return ""
        case _:
            kind, day = getattr(one, "kind", None), thing_day(one)
            if kind is not None and getattr(one, "title", None):
                parts.append(labels.name(kind))
            if day is not None and speaker.date(day, "medium") not in label:
                parts.append(speaker.date(day, "medium"))
    return " · ".join(said for part in parts if (said := speaker.value(part)))
