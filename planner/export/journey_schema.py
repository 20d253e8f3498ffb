"""The JSON Schema of the journey file, made from the record's own classes (published in ``docs/``).

It says all that JSON Schema can say. That references lead somewhere, ids are unique and zones exist is
checked when a file is read.
"""

from __future__ import annotations

import inspect
import re
from decimal import Decimal
from typing import Any

from planner.record.codec import DECIMAL, TIME, encode
from planner.record.constraint import CONSTRAINTS, ID, Bounds, Code, Zone
from planner.record.ids import AttachmentId
from planner.record.integrity import ANY_THING, list_of
from planner.record.journey import Extra, Journey
from planner.record.journey_document import FORMAT, VERSION
from planner.record.json_text import Json
from planner.record.shape import FieldShape, Kind, classes_within, file_fields
from planner.record.text import Text

_Schema = dict[str, Json]

#: The days a record may hold, from ``constraint.FIRST_DAY`` to ``LAST_DAY``, as far as a pattern can say.
_DAY = r"(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"


def schema() -> _Schema:
    """The schema of a journey file, draft 2020-12."""
    classes = [cls for cls in classes_within(Journey) if cls is not Extra]
    definitions = {cls.__name__: _object(cls) for cls in classes}
    for cls in classes:
        for shape in file_fields(cls):
            if shape.kind is Kind.CHOICE:
                definitions[shape.type.__name__] = _choice(shape.type)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{FORMAT}:{VERSION}",
        "title": "Treatment journey",
        "description": "One whole treatment journey. Fields that this schema does not know are kept by those "
        "who read and write the file. A field left out has its default.",
        "type": "object",
        "required": ["format", "version", "journey"],
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "journey": _ref(Journey),
            "contents": {
                "description": "Attachments in the file: base64, by the SHA-256 of what it decodes to.",
                "type": "object",
                "propertyNames": {"pattern": "^[0-9a-f]{64}$"},
                "additionalProperties": {"type": "string", "contentEncoding": "base64"},
            },
        },
        "$defs": dict(sorted(definitions.items())),
    }


def _ref(cls: Any) -> _Schema:
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _described(cls: Any) -> str:
    """The docstring, as prose: paragraphs on a line each, code in single back quotes."""
    paragraphs = inspect.cleandoc(cls.__doc__ or "").split("\n\n")
    return "\n".join(" ".join(paragraph.split()) for paragraph in paragraphs).replace("``", "`")


def _titled(cls: Any) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", cls.__name__).capitalize()


def _choice(cls: Any) -> _Schema:
    return {
        "title": _titled(cls),
        "description": _described(cls),
        "type": "string",
        "enum": [choice.value for choice in cls],
    }


def _object(cls: Any) -> _Schema:
    shapes = file_fields(cls)
    found: _Schema = {"title": _titled(cls), "description": _described(cls), "type": "object"}
    if required := [shape.name for shape in shapes if shape.required]:
        found["required"] = required
    found["properties"] = {shape.name: _property(cls, shape) for shape in shapes}
    return found


def _property(cls: Any, shape: FieldShape) -> _Schema:
    one = _one(cls, shape)
    if shape.many is not None:
        one = {"type": "array", "items": one}
    if shape.many is frozenset:
        one["uniqueItems"] = True
    if shape.optional:
        one = {"anyOf": [one, {"type": "null"}]}
    if not shape.required:
        one["default"] = _default(shape)
    return one


def _default(shape: FieldShape) -> Json:
    if shape.default is None:
        return None
    if shape.kind is Kind.VALUE and shape.many is None:
        return {} if isinstance(shape.default, Text) else encode(shape.default)
    if shape.kind is Kind.WORDS:
        return {}
    return list(shape.default) if shape.many is not None else shape.default


def _one(cls: Any, shape: FieldShape) -> _Schema:
    """The schema of one value of a field."""
    constraint = CONSTRAINTS.get((cls, shape.name))
    if shape.kind in (Kind.VALUE, Kind.CHOICE):
        return _ref(shape.type)
    if shape.kind is Kind.WORDS and isinstance(constraint, Code):
        names = {"pattern": _whole(constraint.pattern)}
        return {"type": "object", "propertyNames": names, "additionalProperties": {"type": "string"}}
    if isinstance(constraint, Bounds):
        return _number(shape, constraint)
    if isinstance(constraint, Code):
        what = str(constraint.what)
        return _text(constraint.pattern, what[:1].upper() + what[1:], constraint.blank)
    if isinstance(constraint, Zone):
        return _text(r"[A-Za-z0-9_+\-/]+", "The name of an IANA time zone", constraint.blank)
    if shape.kind is Kind.ID:
        return _text(ID.pattern, "This thing’s own id, unlike any other in the file")
    if shape.kind is Kind.REFERENCE or (cls, shape.name) in ANY_THING:
        kind = shape.type if shape.kind is Kind.REFERENCE else None
        return {"type": "string", "description": _leads_to(kind)}
    return dict(_PLAIN[shape.kind])


def _leads_to(kind: Any) -> str:
    if kind is None:
        return "The id of anything in the journey"
    if kind is AttachmentId:
        return "The id of one of its own attachments"
    return f"The id of something under {list_of(kind)}"


def _text(pattern: str, description: str, blank: bool = False) -> _Schema:
    return {"type": "string", "description": description, "pattern": _whole(pattern, blank)}


def _whole(pattern: str, blank: bool = False) -> str:
    return f"^({pattern})?$" if blank else f"^({pattern})$"


def _number(shape: FieldShape, bounds: Bounds) -> _Schema:
    if shape.kind is Kind.WHOLE:
        return {"type": "integer", "minimum": int(bounds.low), "maximum": int(bounds.high)}
    return {
        "type": ["string", "number"],
        "description": f"A decimal from {bounds.low} to {bounds.high}, as text so that no reader rounds it",
        "pattern": _whole(DECIMAL.pattern),
        "minimum": _json_number(bounds.low),
        "maximum": _json_number(bounds.high),
    }


def _json_number(number: Decimal) -> Json:
    return int(number) if number == number.to_integral_value() else number


_PLAIN: dict[Kind, _Schema] = {
    Kind.TEXT: {"type": "string"},
    Kind.TRUTH: {"type": "boolean"},
    Kind.WHOLE: {"type": "integer"},
    Kind.DECIMAL: {"type": ["string", "number"], "pattern": _whole(DECIMAL.pattern)},
    Kind.DATE: {"type": "string", "format": "date", "pattern": _whole(_DAY)},
    Kind.TIME: {"type": "string", "description": "Local time of day", "pattern": _whole(TIME.pattern)},
}
