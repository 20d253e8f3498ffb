"""A thing or a value told in one line, for the rows in which lists show what they hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from planner.i18n import side_by_side
from planner.message import N_, Message
from planner.record.agency import CaseManager
from planner.record.booking import BookedName
from planner.record.fraction import Fraction
from planner.record.integrity import ANY_THING
from planner.record.money import Money, Receipt
from planner.record.passport import Passport
from planner.record.shape import FieldShape, Kind, shape_of
from planner.record.text import Text
from planner.record.traveller import EmergencyContact, Insurance, Medicine
from planner.record.visa import VisaStep
from planner.record.when import When
from ui import labels
from ui.editing.form_spec import NOT_ON_FORMS
from ui.fields.coded_names import country_called
from ui.fields.field import FieldContext
from ui.fields.referred import candidates, described
from ui.journey.content_words import ContentWords

_MOST = 4
#: What is told of a class, where its first fields are not what one would say of it.
_TOLD: Mapping[type, tuple[str, ...]] = {
    BookedName: ("traveller", "name", "ticket_number"),
    CaseManager: ("name", "telephone", "email"),
    EmergencyContact: ("name", "relationship", "telephone"),
    Fraction: ("starts", "state", "missed_reason"),
    Insurance: ("insurer", "valid_to", "assistance_telephone"),
    Medicine: ("name", "dose"),
    Passport: ("number", "state", "expires_on", "issuing_state"),
    Receipt: ("kind", "number", "issued_on", "amount"),
    VisaStep: ("kind", "done_on", "place"),
}
_UNTIL = frozenset({"expires_on", "valid_to"})
SEPARATOR = " · "


def told(value: Any, context: FieldContext) -> str:
    """The first things one would say of ``value``, in the language of the screen; "" for nothing."""
    return side_by_side(list(_parts(value, context))[:_MOST], SEPARATOR)


def _parts(value: Any, context: FieldContext) -> Iterator[str]:
    cls: Any = type(value)
    said = ContentWords(context.desk)
    if isinstance(value, Fraction):
        yield context.desk.language.text(N_("Session {number}", number=value.number))
    shapes = {shape.name: shape for shape in shape_of(cls)}
    for name in _TOLD.get(cls, tuple(shapes)):
        shape = shapes[name]
        if name in (*NOT_ON_FORMS, "notes") or (cls, name) in ANY_THING:
            continue
        held = getattr(value, name)
        if isinstance(value, VisaStep) and name == "done_on" and held is None:
            held = value.planned
        if held in (None, "", (), Text()) or (shape.kind is Kind.VALUE and shape.many):
            continue
        if words := _told(shape, held, context, said):
            yield words


def _told(shape: FieldShape, held: Any, context: FieldContext, said: ContentWords) -> str:
    if shape.many is not None:
        return said.listed(_one(shape, one, context, said) for one in held)
    return _one(shape, held, context, said)


def _one(shape: FieldShape, held: Any, context: FieldContext, said: ContentWords) -> str:
    language = context.desk.language
    match held:
        case bool():
            return ""
        case StrEnum():
            return _name(held, context)
        case dt.date() if shape.name in _UNTIL:
            return language.text(N_("valid until {day}", day=language.speaker.date(held, "medium")))
        case str() if shape.name == "issuing_state":
            return country_called(held, language.locale)
        case When() | Money() | Text() | dt.date():
            return said.text(held)
        case dt.time():
            return language.speaker.time(held)
        case str() if shape.kind is Kind.REFERENCE:
            thing = candidates(shape.type, context).get(held)
            return described(thing, context).label if thing is not None else ""
        case str():
            return held
        case int():
            return language.speaker.number(held)
    return ""


def _name(choice: StrEnum, context: FieldContext) -> str:
    try:
        name: Message = labels.name(choice)
    except KeyError:
        return choice.value
    return context.desk.language.text(name)
