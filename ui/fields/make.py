"""The control for a field of the record, chosen by what the field holds."""

from __future__ import annotations

from functools import cache
from typing import Any

from planner.message import Message
from planner.record.constraint import CONSTRAINTS, Bounds, Constraint
from planner.record.directory import Directory
from planner.record.ids import TravellerId
from planner.record.journey import Journey
from planner.record.money import DatedRate, Money
from planner.record.passport import Passport
from planner.record.shape import FieldShape, Kind, classes_within, shape_of
from planner.record.text import Text
from planner.record.tie import Tie
from planner.record.visa import Visa
from planner.record.when import When
from planner.session.naming import any_thing
from ui import labels
from ui.fields.bilingual_field import BilingualField
from ui.fields.chips_field import ChipsField
from ui.fields.choice_field import ChoiceField
from ui.fields.code_field import CountryField, CurrencyField, LanguageField, SpokenLanguageField
from ui.fields.coded_names import SPOKEN_BY
from ui.fields.date_field import DateField
from ui.fields.date_nature import nature_of
from ui.fields.entry_policy_field import EntryPolicyField
from ui.fields.field import Field, FieldContext
from ui.fields.masked import MaskedField
from ui.fields.money_field import MoneyField
from ui.fields.notes_field import NotesField
from ui.fields.number_field import DecimalField, WholeField
from ui.fields.rate_field import RateField
from ui.fields.reference_field import ReferenceField
from ui.fields.referred import referred
from ui.fields.text_field import TextField
from ui.fields.texts_field import TextsField
from ui.fields.ticks_field import TicksField
from ui.fields.tie_field import TieField
from ui.fields.time_field import TimeField
from ui.fields.truth_field import TruthField, TruthOrUnknownField
from ui.fields.weekdays_field import WeekdayField, WeekdaysField
from ui.fields.when_field import WhenField
from ui.fields.words_field import WordsField
from ui.fields.zone_field import ZoneField

_SEVERAL_LINES = frozenset({"notes", "reason", "json"})
_COUNTRIES = frozenset({"country", "nationality", "issuing_state"})
_CURRENCIES = frozenset({"currency", "base", "quote"})
_LANGUAGES = frozenset({"languages", "print_languages", "translations_needed", "reviewed", "source"})
_ZONES = frozenset({"zone", "home_zone"})
_SECRETS = frozenset({"passport_number", "policy_number"})
#: Texts in whose place the phrasebook has sentences; names and addresses have none.
_SENTENCES = frozenset({"bring", "words", "instructions", "questions", "diet", "mobility", "next_action"})


def make_field(shape: FieldShape, name: Message, context: FieldContext, owner: type | None = None) -> Field:
    """The control for a field of that shape, called ``name``; ``owner`` is its class, if not the shape's own.

    Raises: LookupError where the record nests a form of its own, or a list of such, and for a thing's own id.
    """
    owner = owner or owner_of(shape)
    field = (
        _several(shape, name, context, owner) if shape.many is not None else _one(shape, name, context, owner)
    )
    if not shape.required and field.value != shape.default:
        field.show_value(shape.default)
    return field


def _one(shape: FieldShape, name: Message, context: FieldContext, owner: type | None) -> Field:
    rule, required = CONSTRAINTS.get((owner, shape.name)) if owner else None, not shape.optional
    match shape.kind:
        case Kind.TEXT:
            return _text(shape, name, context, rule, owner)
        case Kind.WHOLE if shape.name == "weekday":
            return WeekdayField(context, name, required=required)
        case Kind.WHOLE:
            return WholeField(context, name, rule=_bounds(rule), required=required)
        case Kind.DECIMAL:
            return DecimalField(context, name, rule=_bounds(rule), required=required)
        case Kind.TRUTH:
            return TruthOrUnknownField(context, name) if shape.optional else TruthField(context, name)
        case Kind.DATE:
            return DateField(context, name, required=required, nature=nature_of(owner, shape.name))
        case Kind.TIME:
            return TimeField(context, name, required=required)
        case Kind.CHOICE:
            return ChoiceField(context, name, shape.type, required=required)
        case Kind.REFERENCE:
            return ReferenceField(context, name, shape.type, required=required)
        case Kind.WORDS:
            return WordsField(context, name)
        case Kind.VALUE:
            return _value(shape, name, context, required, owner)
    raise LookupError(f"no control for {shape.name}")


def _text(
    shape: FieldShape, name: Message, context: FieldContext, rule: Constraint | None, owner: type | None
) -> Field:
    if any_thing(shape, owner):
        return ReferenceField(context, name, None)
    if shape.name in _SEVERAL_LINES:
        return NotesField(context, name)
    if shape.name in _ZONES:
        return ZoneField(context, name, required=shape.required)
    if shape.name in _COUNTRIES:
        return CountryField(context, name, required=shape.required)
    if shape.name in _CURRENCIES and shape.required:
        return CurrencyField(context, name)
    if shape.name == "policy" and owner is Visa:
        return EntryPolicyField(context, name)
    if shape.name == "source" and owner is Text:
        return LanguageField(context, name, required=True)
    if shape.name in _SECRETS or (shape.name == "number" and owner is Passport):
        return MaskedField(context, name, rule=rule)
    return TextField(context, name, rule=rule, optional=shape.optional)


def _value(
    shape: FieldShape, name: Message, context: FieldContext, required: bool, owner: type | None
) -> Field:
    if shape.type is Text:
        return BilingualField(context, name, sentences=_sentences(shape))
    if shape.type is When:
        return WhenField(context, name, required=required, nature=nature_of(owner, shape.name))
    if shape.type is Money:
        return MoneyField(context, name, required=required)
    if shape.type is DatedRate:
        return RateField(context, name, required=required)
    if shape.type is Tie:
        return TieField(context, name)
    raise LookupError(f"{shape.name} is a form of its own")


def _several(shape: FieldShape, name: Message, context: FieldContext, owner: type | None) -> Field:
    assert shape.many is not None
    many, kind, desk = shape.many, shape.type, context.desk
    match shape.kind:
        case Kind.TEXT if shape.name in _LANGUAGES:
            spoken = shape.name == "languages" and owner in SPOKEN_BY
            language = (SpokenLanguageField if spoken else LanguageField)(context, name, bare=True)
            return ChipsField(context, name, language, language.name_of, many=many)
        case Kind.TEXT:
            entry = TextField(context, name, bare=True)
            return ChipsField(context, name, entry, str, many=many, by_comma=True)
        case Kind.DATE:
            days = DateField(context, name, bare=True, nature=nature_of(owner, shape.name))
            return ChipsField(
                context, name, days, lambda day: desk.language.speaker.date(day, "day"), many=many
            )
        case Kind.WHOLE:
            return WeekdaysField(context, name)
        case Kind.CHOICE:
            choices = [(choice, labels.name(choice)) for choice in kind]
            return TicksField(context, name, lambda: choices, many=many)
        case Kind.REFERENCE if kind is TravellerId:
            return TicksField(context, name, lambda: _travellers(context), many=many)
        case Kind.REFERENCE:
            found = ReferenceField(context, name, kind, bare=True)
            return ChipsField(context, name, found, found.write, many=many)
        case Kind.VALUE if kind is Text:
            return TextsField(context, name, sentences=_sentences(shape))
    raise LookupError(f"{shape.name} is a list of forms")


def _travellers(context: FieldContext) -> list[tuple[Any, str]]:
    return [(one.thing.id, one.label) for one in referred(TravellerId, context)]


def _sentences(shape: FieldShape) -> str | None:
    return shape.name if shape.name in _SENTENCES else None


def owner_of(shape: FieldShape) -> type | None:
    """The class of the record whose field ``shape`` is; equal fields of two classes are told apart."""
    return _owners().get(id(shape))


@cache
def _owners() -> dict[int, type]:
    classes = dict.fromkeys((*classes_within(Journey), *classes_within(Directory)))
    return {id(shape): cls for cls in classes for shape in shape_of(cls)}


def _bounds(rule: Constraint | None) -> Bounds | None:
    return rule if isinstance(rule, Bounds) else None
