"""Values of the record as JSON and back, following the shapes of the dataclasses.

A field is left out where it says nothing (``null``, ``""``, ``0``, ``false``, empty) and that is its default;
reading puts the default back. Decimals are text, so that no reader rounds them; times are ``HH:MM``, with
seconds only where there are some. Fields that this version does not know are handed over, not dropped.

This is our own, not a library's, because reading must do at once what none does: keep unknown fields, report
every problem by its path in words that translate, and refuse offsets, ``NaN`` and lookalike digits.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import get_close_matches
from typing import Any, Generic, TypeVar

from planner.message import N_, Message
from planner.record.json_text import Json
from planner.record.problem import Problem
from planner.record.shape import FieldShape, Kind, file_fields, has_id
from planner.record.text import Text
from planner.record.unknown_fields import Unknown, item_step

_T = TypeVar("_T")
_Path = tuple[str | int, ...]

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,6})?)?")
DECIMAL = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,12})?")
_WHOLE_LIMIT = 2**53
_MOST_CHOICES_SHOWN = 12


# Writing


def encode(value: Any) -> dict[str, Json]:
    """A dataclass of the record as a JSON object, its fields in the order of the class."""
    found: dict[str, Json] = {}
    cls: Any = type(value)
    for shape in file_fields(cls):
        held = getattr(value, shape.name)
        if held is shape.default and _says_nothing(held):
            continue
        json = _encode_field(shape, held)
        if shape.required or not _says_nothing(json) or held != shape.default:
            found[shape.name] = json
    return found


def encode_field(shape: FieldShape, held: Any) -> Json:
    """What one field holds, as JSON; ``decode_field`` reads it back."""
    return _encode_field(shape, held)


def _says_nothing(held: Any) -> bool:
    return not held and not isinstance(held, Decimal)


def _encode_field(shape: FieldShape, held: Any) -> Json:
    if held is None:
        return None
    write = _WRITERS[shape.kind]
    if shape.many is None:
        return {} if shape.type is Text and held == shape.default else write(held)
    items = [write(one) for one in held]
    return sorted(items) if shape.many is frozenset else items


def _time_text(time: dt.time) -> str:
    return time.isoformat("auto" if time.second or time.microsecond else "minutes")


def _same(held: Any) -> Any:
    return held


_WRITERS: dict[Kind, Callable[[Any], Json]] = {
    Kind.TEXT: _same,
    Kind.WHOLE: _same,
    Kind.TRUTH: _same,
    Kind.ID: _same,
    Kind.REFERENCE: _same,
    Kind.DECIMAL: lambda held: format(held, "f"),
    Kind.DATE: dt.date.isoformat,
    Kind.TIME: _time_text,
    Kind.CHOICE: lambda held: held.value,
    Kind.WORDS: lambda held: dict(sorted(held.items())),
    Kind.VALUE: encode,
}


# Reading


@dataclass(frozen=True, slots=True)
class Decoded(Generic[_T]):
    """What came of reading: ``value`` when there are no ``problems``, and the fields not known."""

    value: _T | None
    problems: tuple[Problem, ...] = ()
    unknown: tuple[Unknown, ...] = ()


class _Wrong(Exception):
    """A single value is not what its field holds."""

    def __init__(self, expected: Message) -> None:
        super().__init__(expected)
        self.expected = expected


def decode(cls: type[_T], json: Json, path: _Path = ()) -> Decoded[_T]:
    """``json`` as a value of the dataclass ``cls``; ``path`` leads to it, for the problems' sake.

    Types and forms are checked here, everything else by ``planner.record.integrity``.
    """
    reading = _Reading()
    value = reading.value(cls, json, path, ())
    if reading.problems:
        return Decoded(None, tuple(reading.problems))
    return Decoded(value, (), tuple(reading.unknown))


def decode_field(shape: FieldShape, json: Json) -> Decoded[Any]:
    """What ``encode_field`` wrote, as the value of the field; with problems where it is none."""
    reading = _Reading()
    value = reading.field(shape, json, (), ())
    return Decoded(None if reading.problems else value, tuple(reading.problems), tuple(reading.unknown))


@dataclass(slots=True)
class _Reading:
    """The problems and unknown fields met so far."""

    problems: list[Problem] = field(default_factory=list)
    unknown: list[Unknown] = field(default_factory=list)

    def value(self, cls: Any, json: Json, path: _Path, steps: tuple[str, ...]) -> Any:
        """A dataclass, or ``None`` after adding what is wrong with it."""
        if not isinstance(json, dict):
            self.problems.append(Problem(path, N_("an object of named fields")))
            return None
        before, held = len(self.problems), {}
        shapes = file_fields(cls)
        for shape in shapes:
            if shape.name in json:
                held[shape.name] = self.field(shape, json[shape.name], path, steps)
            elif shape.required:
                missing = N_("there: {what}", what=_A_LIST if shape.many else _noun(shape))
                self.problems.append(Problem((*path, shape.name), missing))
        if len(json) > len(held):
            names = {shape.name for shape in shapes}
            self.unknown += (Unknown((*steps, name), one) for name, one in json.items() if name not in names)
        return cls(**held) if len(self.problems) == before else None

    def field(self, shape: FieldShape, json: Json, path: _Path, steps: tuple[str, ...]) -> Any:
        path, steps = (*path, shape.name), (*steps, shape.name)
        if json is None and shape.optional:
            return None
        if shape.many is None:
            return self.one(shape, json, path, steps)
        if not isinstance(json, list):
            self.problems.append(Problem(path, _A_LIST))
            return None
        items = [self.item(shape, one, (*path, n + 1), steps, n, len(json)) for n, one in enumerate(json)]
        return shape.many(items)

    def item(
        self, shape: FieldShape, json: Json, path: _Path, steps: tuple[str, ...], position: int, length: int
    ) -> Any:
        """One of a list. Unknown fields in it are known by its id, or else by its contents and position."""
        before = len(self.unknown)
        value = self.one(shape, json, path, (*steps, ""))
        if len(self.unknown) > before and value is not None:
            step = value.id if has_id(shape.type) else item_step(encode(value), position, length)
            depth = len(steps)
            self.unknown[before:] = [
                Unknown((*one.steps[:depth], step, *one.steps[depth + 1 :]), one.json)
                for one in self.unknown[before:]
            ]
        return value

    def one(self, shape: FieldShape, json: Json, path: _Path, steps: tuple[str, ...]) -> Any:
        if shape.kind is Kind.VALUE:
            return self.value(shape.type, json, path, steps)
        if shape.kind is Kind.WORDS:
            return self.words(json, path)
        try:
            return _READERS[shape.kind](shape, json)
        except _Wrong as wrong:
            self.problems.append(Problem(path, wrong.expected))
            return None

    def words(self, json: Json, path: _Path) -> dict[str, str] | None:
        if not isinstance(json, dict):
            self.problems.append(Problem(path, N_("an object of words by language")))
            return None
        self.problems += (
            Problem((*path, locale), N_("text")) for locale, one in json.items() if not isinstance(one, str)
        )
        return json


def _text(shape: FieldShape, json: Json) -> str:
    if isinstance(json, str):
        return json
    raise _Wrong(_noun(shape))


def _whole(shape: FieldShape, json: Json) -> int:
    if isinstance(json, int) and not isinstance(json, bool) and abs(json) < _WHOLE_LIMIT:
        return json
    raise _Wrong(_noun(shape))


def _decimal(shape: FieldShape, json: Json) -> Decimal:
    """A decimal written as text, or as a number (which ``parse`` keeps exact)."""
    if isinstance(json, int | Decimal) and not isinstance(json, bool):
        json = format(json, "f")
    if isinstance(json, str) and DECIMAL.fullmatch(json):
        return Decimal(json)
    raise _Wrong(_noun(shape))


def _truth(shape: FieldShape, json: Json) -> bool:
    if isinstance(json, bool):
        return json
    raise _Wrong(_noun(shape))


def _date(shape: FieldShape, json: Json) -> dt.date:
    if isinstance(json, str) and _DATE.fullmatch(json):
        try:
            return dt.date.fromisoformat(json)
        except ValueError:
            raise _Wrong(N_("a day that exists, such as 2027-03-08")) from None
    raise _Wrong(_noun(shape))


def _time(shape: FieldShape, json: Json) -> dt.time:
    if isinstance(json, str) and TIME.fullmatch(json):
        return dt.time.fromisoformat(json)
    raise _Wrong(_noun(shape))


def _choice(shape: FieldShape, json: Json) -> Any:
    if isinstance(json, str):
        try:
            return shape.type(json)
        except ValueError:
            pass
    raise _Wrong(_choices(shape, json))


_READERS: dict[Kind, Callable[[FieldShape, Json], Any]] = {
    Kind.TEXT: _text,
    Kind.ID: _text,
    Kind.REFERENCE: _text,
    Kind.WHOLE: _whole,
    Kind.DECIMAL: _decimal,
    Kind.TRUTH: _truth,
    Kind.DATE: _date,
    Kind.TIME: _time,
    Kind.CHOICE: _choice,
}


def _noun(shape: FieldShape) -> Message:
    """What one value of a field is."""
    return _choices(shape, "") if shape.kind is Kind.CHOICE else _NOUNS[shape.kind]


_A_LIST = N_("a list")
_NOUNS: dict[Kind, Message] = {
    Kind.TEXT: N_("text"),
    Kind.ID: N_("an id"),
    Kind.REFERENCE: N_("an id"),
    Kind.WHOLE: N_("a whole number"),
    Kind.DECIMAL: N_("a decimal number such as 3.87"),
    Kind.TRUTH: N_("true or false"),
    Kind.DATE: N_("a day such as 2027-03-08"),
    Kind.TIME: N_("a time of day such as 17:00, without a zone"),
    Kind.WORDS: N_("an object of words by language"),
    Kind.VALUE: N_("an object of named fields"),
}


def _choices(shape: FieldShape, near: Json) -> Message:
    """The values a choice can have; of many, the one most like ``near``."""
    values = [choice.value for choice in shape.type]
    if len(values) <= _MOST_CHOICES_SHOWN:
        return N_("one of {choices}", choices=", ".join(values))
    alike = get_close_matches(near, values, n=1) if isinstance(near, str) else []
    if alike:
        return N_("one of its {count} choices ({near}?)", count=len(values), near=alike[0])
    return N_("one of its {count} choices, such as {near}", count=len(values), near=values[0])
