"""A whole journey as a journey file: the open, documented form of one journey (``docs/file-format.md``).

The same journey always gives the same bytes. The file is plain text: whoever writes it to a disk takes it
out of the encrypted record, which is a disclosure like any other.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping

from planner.errors import InputError
from planner.message import N_
from planner.record.codec import encode
from planner.record.journey import Extra, Journey
from planner.record.journey_document import (
    DOCUMENT_PREFIX,
    FORMAT,
    MAX_CONTENTS_BYTES,
    MAX_FILE_BYTES,
    VERSION,
)
from planner.record.json_text import Json, parse, pretty
from planner.record.unknown_fields import steps_of, weave


def write(journey: Journey, contents: Mapping[str, bytes] | None = None) -> bytes:
    """The journey file of ``journey``, UTF-8 text.

    ``contents`` are the attachments to embed, by their SHA-256; those not given stay named only.

    Raises:
        InputError: when the contents, or the whole file, are more than a journey file may hold.
    """
    given = contents or {}
    check_contents(map(len, given.values()))
    own, inner = _extras(journey)
    tree = encode(journey)
    weave(tree, Journey, inner)
    document: dict[str, Json] = {"format": FORMAT, "version": VERSION, "journey": tree}
    if given:
        document["contents"] = {name: base64.b64encode(given[name]).decode("ascii") for name in sorted(given)}
    for extra in own:
        (name,) = steps_of(extra.pointer.removeprefix(DOCUMENT_PREFIX))
        document.setdefault(name, parse(extra.json.encode(), extra.pointer))
    data = pretty(document).encode()
    if len(data) > MAX_FILE_BYTES:
        raise _too_large(MAX_FILE_BYTES)
    return data


def check_contents(sizes: Iterable[int]) -> None:
    """Whether attachments of these many bytes each may be embedded. Raises: InputError when not."""
    if sum(sizes) > MAX_CONTENTS_BYTES:
        raise _too_large(MAX_CONTENTS_BYTES)


def _extras(journey: Journey) -> tuple[list[Extra], list[Extra]]:
    """The unknown fields of the document itself, and those of the journey."""
    own = [extra for extra in journey.extra if extra.pointer.startswith(DOCUMENT_PREFIX)]
    return own, [extra for extra in journey.extra if not extra.pointer.startswith(DOCUMENT_PREFIX)]


def _too_large(limit: int) -> InputError:
    return InputError(
        N_(
            "The journey with its attachments is larger than the {limit} MB a journey file may hold.",
            limit=limit >> 20,
        ),
        N_("Export it without the attachments, or with fewer of them."),
    )
