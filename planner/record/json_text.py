"""JSON text in and out: strict where a slip would lose something, and written for people to read.

Numbers with a point stay ``Decimal``, so that ``1.10`` does not become ``1.1``.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from decimal import Decimal
from typing import Any, NoReturn

from planner.errors import InputError
from planner.input_limits import JSON_DEPTH, JSON_NUMBER_DIGITS, JSON_VALUES
from planner.message import N_, Message

#: Any value of JSON: ``dict``, ``list``, ``str``, ``int``, ``Decimal``, ``bool`` or ``None``.
Json = Any

_INDENT = 2
_WIDTH = 120
_LONGEST_NUMBER = JSON_NUMBER_DIGITS
_DEEPEST = JSON_DEPTH
_TOO_DEEP = N_("it is nested too deep.")
_HALF_CHARACTER = re.compile(rb"\\u[dD][89a-fA-F]")
_encode = json.JSONEncoder(ensure_ascii=False).encode
_UTF16_OR_32 = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")


class _NotJson(Exception):
    """What the text holds that JSON, or we, do not allow."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


def parse(data: bytes, file: str) -> Json:
    """The value of the JSON text ``data``, as UTF-8 with or without a byte order mark.

    Raises:
        InputError: one sentence naming ``file``: not UTF-8, not JSON, a name twice in one object, a number
            that JSON or the record does not know, nested too deep, too many values.
    """
    try:
        _refuse_count(data)
        text = _decoded(data)
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_no_number,
            parse_float=_number,
            parse_int=_whole_number,
        )
        _refuse_depth(value)
        if _HALF_CHARACTER.search(data):
            _refuse_half_characters(value)
    except _NotJson as error:
        raise InputError(N_("{file} cannot be read: {reason}", file=file, reason=error.message)) from None
    except json.JSONDecodeError as error:
        reason = N_(
            "it is not JSON from line {line}, column {column} on.", line=error.lineno, column=error.colno
        )
        raise InputError(N_("{file} cannot be read: {reason}", file=file, reason=reason)) from None
    except RecursionError:
        raise InputError(N_("{file} cannot be read: {reason}", file=file, reason=_TOO_DEEP)) from None
    return value


def _refuse_count(data: bytes) -> None:
    """Small values by the million take a hundred times the memory of their text. What separates or holds
    them is counted, also where it stands within words: no real file comes near.
    """
    if sum(data.count(mark) for mark in (b",", b"[", b"{")) > JSON_VALUES:
        raise _NotJson(N_("it holds more than {count} values.", count=JSON_VALUES))


def _decoded(data: bytes) -> str:
    if data.startswith(_UTF16_OR_32):
        raise _NotJson(N_("it is UTF-16 or UTF-32 text; UTF-8 is expected. Save it again as UTF-8."))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _NotJson(N_("byte {position} is not UTF-8 text.", position=str(error.start + 1))) from None


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) != len(pairs):
        counts = Counter(name for name, _ in pairs)
        twice = next(name for name, count in counts.items() if count > 1)
        raise _NotJson(N_("“{name}” is there twice in the same object; once is expected.", name=twice[:60]))
    return found


def _no_number(word: str) -> NoReturn:
    raise _NotJson(N_("{word} is not a number of JSON.", word=word))


def _number(digits: str) -> Decimal:
    number = Decimal(digits) if len(digits) <= _LONGEST_NUMBER else None
    if number is None or abs(number.adjusted()) > _LONGEST_NUMBER:
        raise _NotJson(N_("it holds a number of more than {count} digits.", count=_LONGEST_NUMBER))
    return number


def _whole_number(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise _NotJson(N_("it holds a number of more than {count} digits.", count=_LONGEST_NUMBER))
    return int(digits)


def _refuse_depth(value: Json) -> None:
    """What is read is later walked by functions that call themselves, which has an end."""
    level = [value]
    for _ in range(_DEEPEST):
        inner = (
            one.values() if isinstance(one, dict) else one for one in level if isinstance(one, dict | list)
        )
        level = [item for items in inner for item in items]
    if any(isinstance(one, dict | list) for one in level):
        raise _NotJson(_TOO_DEEP)


def _refuse_half_characters(value: Json) -> None:
    try:
        compact(value).encode()
    except UnicodeEncodeError:
        raise _NotJson(N_("it holds half of a character (a lone surrogate).")) from None


def compact(value: Json) -> str:
    """``value`` as JSON text on one line, with nothing that is not needed."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{_atom(name)}:{compact(one)}" for name, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(compact, value)) + "]"
    return _atom(value)


def pretty(value: Json) -> str:
    """``value`` as JSON text for people: indented, short objects and lists on one line, hanzi as they are."""
    return _block(value, 0) + "\n"


def _atom(value: Json) -> str:
    return str(value) if isinstance(value, Decimal) else _encode(value)


def _block(value: Json, indent: int) -> str:
    """``value`` on one line where it fits behind ``indent`` columns, else with one item a line."""
    inner = indent + _INDENT
    if isinstance(value, dict):
        items = [f"{_atom(name)}: {_block(one, inner)}" for name, one in value.items()]
        opening, closing = "{", "}"
    elif isinstance(value, list):
        items = [_block(one, inner) for one in value]
        opening, closing = "[", "]"
    else:
        return _atom(value)
    line = opening + ", ".join(items) + closing
    if indent + len(line) <= _WIDTH and "\n" not in line:
        return line
    margin = "\n" + " " * inner
    return opening + margin + ("," + margin).join(items) + "\n" + " " * indent + closing
