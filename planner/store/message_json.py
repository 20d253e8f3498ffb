"""Messages as JSON, with the types of their values kept: the log must be readable in any language, later."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

from planner.message import Message
from planner.record.agency import Agency
from planner.record.contact import Contact
from planner.record.journey import Journey
from planner.record.place import Place
from planner.record.shape import Kind, classes_within, shape_of
from planner.store.json_values import object_from_json, to_json

_SCALARS: dict[str, Any] = {"date": dt.date, "time": dt.time, "datetime": dt.datetime, "Decimal": Decimal}


def message_to_json(message: Message) -> dict[str, Any]:
    """The message as what ``json.dumps`` takes; a value of a type the record does not know as its words."""
    found: dict[str, Any] = {"msgid": message.msgid}
    if message.params:
        found["params"] = {name: _param_to_json(value) for name, value in message.params.items()}
    if message.plural is not None:
        found["plural"] = message.plural
    if message.context is not None:
        found["context"] = message.context
    return found


def message_from_json(value: Mapping[str, Any]) -> Message:
    """The message that ``message_to_json`` made ``value`` from."""
    params = {name: _param_from_json(param) for name, param in value.get("params", {}).items()}
    return Message(value["msgid"], params, value.get("plural"), value.get("context"))


def _param_to_json(value: Any) -> Any:
    if isinstance(value, Message):
        return {"type": "Message", "value": message_to_json(value)}
    if isinstance(value, Enum) or is_dataclass(value):
        if type(value).__name__ in _record_types():
            return {"type": type(value).__name__, "value": to_json(value)}
        return str(value)
    if type(value).__name__ in _SCALARS:
        return {"type": type(value).__name__, "value": to_json(value)}
    return value if value is None or isinstance(value, str | int | bool) else str(value)


def _param_from_json(param: Any) -> Any:
    if not isinstance(param, dict):
        return param
    name, value = param["type"], param["value"]
    if name == "Message":
        return message_from_json(value)
    if name in _SCALARS:
        kind = _SCALARS[name]
        return kind(value) if kind is Decimal else kind.fromisoformat(value)
    kind = _record_types()[name]
    return object_from_json(kind, value) if is_dataclass(kind) else kind(value)


@cache
def _record_types() -> dict[str, Any]:
    """Every dataclass and code of the record by name."""
    classes = {cls for root in (Journey, Agency, Place, Contact) for cls in classes_within(root)}
    codes = {field.type for cls in classes for field in shape_of(cls) if field.kind is Kind.CHOICE}
    return {kind.__name__: kind for kind in (*classes, *codes)}
