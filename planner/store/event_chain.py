"""What chains one event of the log to the one before: format 1, never to be changed once it is written.

An event's ``contents`` are committed to by SHA-256 over a random salt and what they say; its ``digest`` is
SHA-256 over the event itself, that commitment and the digest of the event before. So the contents of one
event can be erased, salt and all, and the chain still holds, without anybody being able to try names
against what is left.
"""

from __future__ import annotations

import json
from hashlib import sha256

#: What the first event is chained to.
BEGINNING = bytes(32)
SALT_BYTES = 16

_EVENT = b"planner event 1\n"
_CONTENTS = b"planner event contents 1\n"


def contents_of(
    salt: bytes, journey: str | None, details: str, label: str | None = None, fields: str | None = None
) -> bytes:
    """The commitment to what an event says: ``details``, ``label`` and ``fields`` as their JSON text."""
    return sha256(_CONTENTS + salt + _json([journey, details, label, fields])).digest()


def digest_of(
    previous: bytes, number: int, at: str, kind: str, who: str, change: int | None, contents: bytes
) -> bytes:
    """The digest of an event; ``change`` is the number of its row in the log of changes, if it has one."""
    told = [number, at, kind, who, change, contents.hex(), previous.hex()]
    return sha256(_EVENT + _json(told)).digest()


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode()
