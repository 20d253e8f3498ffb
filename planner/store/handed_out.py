"""What an edit handed out, seen by what it added to a journey: issues, disclosures and sendings.

Whoever makes such an edit, the log tells it, in the same transaction; so nothing leaves the record with a
disclosure and without an event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from planner.store.event import EventKind
from planner.store.field_changes import FieldChange

_OF_A_DISCLOSURE = (
    "audience",
    "recipient_place",
    "recipient_contact",
    "recipient_name",
    "issue",
    "revision",
    "documents",
)
_OF_AN_ISSUE = ("id", "revision", "audience", "reader", "recipient_place", "recipient_contact", "sha256")
_OF_A_SENDING = ("id", "to_place", "to_contact", "to_name", "means")


def handed_out(changes: Iterable[FieldChange]) -> Iterator[tuple[EventKind, dict[str, Any]]]:
    """The events that tell it, with their details; a recipient under several consents is told once."""
    added = [(one.kind, one.new) for one in changes if one.field == "" and one.old is None and one.new]
    sent = False
    told: list[tuple[EventKind, dict[str, Any]]] = []
    for kind, new in added:
        if kind == "issue":
            told.append((EventKind.ISSUE, _some(new, _OF_AN_ISSUE)))
        elif kind == "disclosure":
            how = EventKind(new["kind"])
            sent = sent or how is EventKind.SEND
            one = (how, _some(new, _OF_A_DISCLOSURE))
            if one not in told:
                told.append(one)
    yield from sorted(told, key=lambda one: one[0] is not EventKind.ISSUE)
    if not sent:
        for kind, new in added:
            sendings = [new] if kind == "sending" else new.get("sendings") or []
            for sending in sendings:
                yield EventKind.SEND, _some(sending, _OF_A_SENDING)


def _some(new: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    return {name: new[name] for name in names if new.get(name) not in (None, "", [], {})}
