"""How one field of the record lies in one column: its SQL type, its check, and the way there and back.

Words are TEXT; whole numbers and truths INTEGER; exact decimals, dates (ISO 8601), times and codes TEXT;
``Text``, lists of plain values, and values that do not flatten are JSON. Nothing is stored as REAL.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from planner.record.shape import FieldShape, Kind
from planner.record.text import Text
from planner.store.json_values import from_json, object_from_json, to_json

SqlValue = str | int | None


@dataclass(frozen=True, slots=True)
class Codec:
    """A type of column. Without ``encode`` or ``decode`` the value is stored as it is."""

    sql: str
    encode: Callable[[Any], SqlValue] | None = None
    decode: Callable[[Any], Any] | None = None
    check: str = ""  # an SQL condition on {column}


def plain_codec(field: FieldShape) -> Codec | None:
    """The column of a field that holds one plain value or one ``Text``; ``None`` for anything larger."""
    if field.many is not None:
        return None
    if field.kind is Kind.CHOICE:
        codes = ", ".join("'" + member.value.replace("'", "''") + "'" for member in field.type)
        by_code = {member.value: member for member in field.type}
        return Codec("TEXT", str.__str__, by_code.__getitem__, f"{{column}} IN ({codes})")
    if field.type is Text:
        return Codec("TEXT", _text_to_column, _text_from_column, "json_valid({column})")
    return _PLAIN.get(field.kind)


def json_codec(field: FieldShape) -> Codec:
    """A column that holds the field, whatever it is, as JSON."""
    return Codec(
        "TEXT",
        lambda value: json_text(to_json(value)),
        lambda column: from_json(field, json.loads(column)),
        "json_valid({column})",
    )


def json_text(value: Any) -> str:
    """Compact JSON, in Unicode."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _text_to_column(text: Text) -> str:
    return "{}" if text == _NO_TEXT else json_text(to_json(text))


def _text_from_column(column: str) -> Text:
    if column == "{}":  # most texts of a record: one shared empty value
        return _NO_TEXT
    text: Text = object_from_json(Text, json.loads(column))
    return text


_NO_TEXT = Text()
_PLAIN = {
    Kind.TEXT: Codec("TEXT"),
    Kind.ID: Codec("TEXT"),
    Kind.REFERENCE: Codec("TEXT"),
    Kind.WHOLE: Codec("INTEGER"),
    Kind.TRUTH: Codec("INTEGER", int, bool, "{column} IN (0, 1)"),
    Kind.DECIMAL: Codec("TEXT", str, Decimal),
    Kind.DATE: Codec("TEXT", dt.date.isoformat, dt.date.fromisoformat, "{column} GLOB '????-??-??'"),
    Kind.TIME: Codec("TEXT", dt.time.isoformat, dt.time.fromisoformat, "{column} GLOB '??:??:??*'"),
}
