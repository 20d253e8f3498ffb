"""``log.json`` beside the record: how far the log reached when the record was last closed.

Events cut off the end of the log leave a chain that holds; the anchor tells that there were more. It is
sealed with the data key, so nobody without it can write one for a shorter log. Whoever puts back an older
record *and* its anchor is found out only by a backup, a certificate or a report that names a later event
(``docs/accountability.md``).
"""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import dataclass
from pathlib import Path

from planner.input_limits import LOG_ANCHOR_BYTES
from planner.store.file_names import ANCHOR_NAME
from planner.store.operating_system import write_whole

_PURPOSE = b"planner log anchor 1"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The number and digest of the newest event there was."""

    number: int
    digest: bytes


def write_anchor(folder: Path, data_key: bytes, anchor: Anchor) -> None:
    """Replace the anchor as a whole. Raises: OSError."""
    body = {"events": anchor.number, "digest": anchor.digest.hex(), "seal": _seal(data_key, anchor)}
    write_whole(folder / ANCHOR_NAME, json.dumps(body, indent=1).encode())


def read_anchor(folder: Path, data_key: bytes) -> Anchor | None:
    """The anchor; ``None`` when there is none. Raises: ValueError when it is not as it was written."""
    try:
        with (folder / ANCHOR_NAME).open("rb") as file:
            content = file.read(LOG_ANCHOR_BYTES + 1)
    except FileNotFoundError:
        return None
    try:
        body = json.loads(content if len(content) <= LOG_ANCHOR_BYTES else b"null")
        anchor = Anchor(int(body["events"]), bytes.fromhex(body["digest"]))
        sealed = hmac.compare_digest(str(body["seal"]).encode(), _seal(data_key, anchor).encode())
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise ValueError("the anchor of the log is damaged") from error
    if not sealed:
        raise ValueError("the anchor of the log was not written with this record's key")
    return anchor


def _seal(data_key: bytes, anchor: Anchor) -> str:
    key = hmac.new(data_key, _PURPOSE, hashlib.sha256).digest()
    return hmac.new(key, f"{anchor.number} {anchor.digest.hex()}".encode(), hashlib.sha256).hexdigest()
