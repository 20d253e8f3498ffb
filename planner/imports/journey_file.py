"""Reading a journey file (``docs/file-format.md``): all of it, or one sentence on what is wrong where."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from planner.errors import InputError
from planner.message import N_
from planner.record import integrity
from planner.record.attached import attachments
from planner.record.codec import decode
from planner.record.journey import Journey
from planner.record.journey_document import (
    DOCUMENT_PREFIX,
    FIELDS,
    FORMAT,
    MAX_CONTENTS_BYTES,
    MAX_FILE_BYTES,
    VERSION,
)
from planner.record.json_text import Json, parse
from planner.record.problem import Problem, refusal
from planner.record.unknown_fields import Unknown, kept


@dataclass(frozen=True, slots=True)
class JourneyFile:
    """What a journey file held. ``contents`` are the attachments embedded in it, by their SHA-256."""

    journey: Journey
    contents: Mapping[str, bytes] = field(default_factory=dict)


def open_file(path: Path) -> JourneyFile:
    """The journey file at ``path``.

    Raises:
        InputError: one sentence naming the file: it cannot be opened, or as ``read`` says.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError:
        raise InputError(N_("There is no file {file}.", file=str(path))) from None
    except OSError as error:
        if path.is_dir():
            raise InputError(N_("{file} is a folder; a journey file is expected.", file=str(path))) from None
        reason = error.strerror or type(error).__name__
        raise InputError(N_("{file} cannot be opened: {reason}.", file=str(path), reason=reason)) from None
    return read(data, path.name)


def read(data: bytes, file: str, *, frozen: bool = False) -> JourneyFile:
    """The journey in ``data``, the bytes of a journey file; ``file`` is its name, for what is said of it.

    One that the record froze is taken as it was: what it refers to may have been missing then already.

    Raises:
        InputError: one sentence naming the file, the place inside it and what was expected there. Nothing
            of a file with a fault is used.
    """
    if len(data) > MAX_FILE_BYTES:
        limit = MAX_FILE_BYTES >> 20
        raise InputError(
            N_("{file} is larger than the {limit} MB of a journey file.", file=file, limit=limit)
        )
    document = _document(parse(data, file), file)
    decoded = decode(Journey, document.get("journey"), ("journey",))
    if decoded.value is None:
        raise refusal(file, decoded.problems)
    own = [Unknown((name,), json) for name, json in document.items() if name not in FIELDS]
    extra = (*kept(own, DOCUMENT_PREFIX), *kept(decoded.unknown))
    journey = replace(decoded.value, extra=tuple(sorted(extra, key=lambda one: one.pointer)))
    if not frozen and (problems := integrity.problems(journey)):
        raise refusal(file, problems)
    return JourneyFile(journey, _contents(document.get("contents", {}), journey, file))


def _document(json: Json, file: str) -> dict[str, Json]:
    """The document, of a version that this program reads."""
    if not isinstance(json, dict) or json.get("format") != FORMAT:
        message = N_(
            '{file} is not a journey file: it does not begin with "format": "{format}".',
            file=file,
            format=FORMAT,
        )
        raise InputError(message)
    version = json.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise refusal(
            file, [Problem(("version",), N_("the number of the format, such as {version}", version=VERSION))]
        )
    if version > VERSION:
        raise InputError(
            N_(
                "{file} is a journey file of version {found}; this program reads versions up to {newest}.",
                file=file,
                found=version,
                newest=VERSION,
            ),
            N_("Update this program, or ask the sender for a file of version {newest}.", newest=VERSION),
        )
    return json


def _contents(json: Json, journey: Journey, file: str) -> dict[str, bytes]:
    """The embedded attachments, each checked against its SHA-256 and against the journey."""
    if not isinstance(json, dict):
        raise refusal(file, [Problem(("contents",), N_("an object of contents by SHA-256"))])
    known = {attachment.sha256: attachment for attachment in attachments(journey)}
    contents: dict[str, bytes] = {}
    for name, text in json.items():
        path = ("contents", name[:64])
        if name not in known:
            raise refusal(file, [Problem(path, N_("the SHA-256 of an attachment of this journey"))])
        try:
            contents[name] = base64.b64decode(text, validate=True) if isinstance(text, str) else b""
        except (binascii.Error, ValueError):
            contents[name] = b""
        if (
            hashlib.sha256(contents[name]).hexdigest() != name
            or len(contents[name]) != known[name].size_bytes
        ):
            raise refusal(
                file, [Problem(path, N_("the attachment whose SHA-256 and size these are, in base64"))]
            )
    if sum(map(len, contents.values())) > MAX_CONTENTS_BYTES:
        limit = MAX_CONTENTS_BYTES >> 20
        raise InputError(
            N_("{file} embeds more than the {limit} MB of attachments it may.", file=file, limit=limit)
        )
    return contents
