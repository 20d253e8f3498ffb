"""A thing or a value told in one line, for the rows in which lists show what they hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from planner.message import N_, Message
from planner.record.fraction import Fraction
from planner.record.integrity import ANY_THING
from planner.record.money import Money
from planner.record.shape import FieldShape, Kind, shape_of
from planner.record.text import Text
from planner.record.when import When
from ui import labels
from ui.editing.form_spec import NOT_ON_FORMS
from ui.fields.field import FieldContext
from ui.fields.referred import candidates, described
from ui.journey.content_words import ContentWords

_MOST = 4
SEPARATOR = " · "


def told(value: Any, context: FieldContext) -> str:
    """The first things one would say of ``value``, in the language of the screen; "" for nothing."""
    return SEPARATOR.join(list(_parts(value, context))[:_MOST])


def _parts(value: Any, context: FieldContext) -> Iterator[str]:
    cls: Any = type(value)
    said = ContentWords(context.desk)
    if isinstance(value, Fraction):
        yield context.desk.language.text(N_("Session {number}", number=value.number))
    for shape in shape_of(cls):
        if shape.name in (*NOT_ON_FORMS, "notes") or (cls, shape.name) in ANY_THING:
            continue
        if isinstance(value, Fraction) and shape.name == "number":
            continue
        held = getattr(value, shape.name)
        if held in (None, "", (), Text()) or (shape.kind is Kind.VALUE and shape.many):
            continue
        if words := _told(shape, held, context, said):
            yield words


def _told(shape: FieldShape, held: Any, context: FieldContext, said: ContentWords) -> str:
    if shape.many is not None:
        return ", ".join(part for one in held if (part := _one(shape, one, context, said)))
    return _one(shape, held, context, said)


def _one(shape: FieldShape, held: Any, context: FieldContext, said: ContentWords) -> str:
    language = context.desk.language
    match held:
        case bool():
            return ""
        case StrEnum():
            return _name(held, context)
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
