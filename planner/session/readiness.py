"""Getting ready: to open a record while its passphrase is typed, and for journeys before one is opened."""

from __future__ import annotations

import datetime as dt
import importlib

from planner.i18n import translator
from planner.message import Message
from planner.store.mapping import SHARED_KINDS, journey_table, shared_table
from planner.store.message_json import message_from_json, message_to_json

#: What opening a vault, listing its journeys and typing in the search need, and nothing before that does.
_HEAVY = (
    "cryptography.hazmat.primitives.ciphers.aead",
    "cryptography.hazmat.primitives.kdf.argon2",
    "msgspec",
    "planner.session.session",
    "planner.store.search_words",
    "sqlcipher3",
    "sqlite_utils",
)


def get_ready(locale: str, today: dt.date) -> None:
    """Load what opening needs and make what is made once, so that the first list comes at once.

    It holds no record and opens no file of one; any thread may do it. ``locale`` is the screen's.
    """
    for name in _HEAVY:
        importlib.import_module(name)
    for kind in SHARED_KINDS:
        shared_table(kind)
    words = translator(locale)
    words.date(today, "short_day")
    words.text(message_from_json(message_to_json(_warming(today))))


def get_ready_for_journeys() -> None:
    """Load what reading a journey, re-planning it and finding hanzi take. Any thread may do it."""
    from planner.session.finding_words import searchable

    journey_table()
    importlib.import_module("planner.session.replanning")
    searchable(["汉"])


def _warming(day: dt.date) -> Message:
    return Message("{day}", {"day": day})
