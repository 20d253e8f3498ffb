"""Where backups lie, and what each says about itself.

::

    backups/
        vault.json                        the key file as it is now: old backups want the new passphrase too
        files/<name>                      contents of attached files, each once for all backups, encrypted
        20261123T093000Z-timer/
            record.db                     the database without those contents, encrypted with the data key
            manifest.json                 when, why, and sealed: what is in it and the SHA-256 of record.db

A folder whose name ends in ``.new`` or ``.gone`` is unfinished work and is removed by the next backup.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planner.errors import StoreError
from planner.input_limits import BACKUP_MANIFEST_BYTES
from planner.message import N_
from planner.store.file_names import BACKUPS_NAME, FILES_NAME, KEY_FILE_NAME, MANIFEST_NAME
from planner.store.sealed import NotSealedHere, keyed_name, seal, unseal

NEW, GONE = ".new", ".gone"
_FORMAT = "treatment-journey-backup"
_VERSION = 1
_PURPOSE = "backup manifest 1"
_NAME = re.compile(r"(\d{8}T\d{6}Z)-([a-z][a-z-]*?)(?:-\d+)?\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What is in a backup: rows by table, attached files as SHA-256 → bytes, and the database's own digest.

    ``marker`` says how far the record had come; ``salt`` is the record's own, in hex, without which a record
    whose first page is damaged could not be read at all.
    """

    rows: dict[str, int]
    files: dict[str, int]
    database_sha256: str
    database_bytes: int
    marker: str
    salt: str = ""

    @property
    def journeys(self) -> int:
        """How many journeys are in it."""
        return self.rows.get("journey", 0)


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup. ``made_at`` is in UTC; ``manifest`` is ``None`` when it cannot be read."""

    folder: Path
    made_at: dt.datetime
    reason: str
    manifest: Manifest | None

    @property
    def name(self) -> str:
        """The name of its folder, by which a command names it."""
        return self.folder.name

    @property
    def size_bytes(self) -> int:
        """The size of its database and of the attached files it refers to."""
        if self.manifest is None:
            return 0
        return self.manifest.database_bytes + sum(self.manifest.files.values())


def write_manifest(folder: Path, data_key: bytes, manifest: Manifest) -> bytes:
    """The contents of the manifest of the backup in ``folder``."""
    told = {
        "rows": manifest.rows,
        "files": manifest.files,
        "database_sha256": manifest.database_sha256,
        "database_bytes": manifest.database_bytes,
        "marker": manifest.marker,
        "salt": manifest.salt,
    }
    sealed = seal(data_key, _bound(folder.name), json.dumps(told).encode())
    body = {"format": _FORMAT, "version": _VERSION, "contents": base64.b64encode(sealed).decode()}
    return json.dumps(body).encode()


def read_backup(folder: Path, data_key: bytes) -> Backup | None:
    """The backup in ``folder``; ``None`` when its name is none of a backup."""
    named = _NAME.match(folder.name)
    if named is None or not folder.is_dir():
        return None
    made_at = dt.datetime.strptime(named[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=dt.UTC)
    try:
        manifest = _read_manifest(folder, data_key)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError, NotSealedHere):
        manifest = None
    return Backup(folder, made_at, named[2], manifest)


def backups_in(folder: Path, data_key: bytes) -> list[Backup]:
    """Every backup in this folder of backups, the newest first."""
    try:
        inside = sorted(folder.iterdir(), key=lambda path: path.name, reverse=True)
    except (FileNotFoundError, NotADirectoryError):
        return []
    return [backup for path in inside if (backup := read_backup(path, data_key)) is not None]


def newest_names(folder: Path) -> list[tuple[dt.datetime, str]]:
    """When and why each backup in this folder was made, newest first, as the names tell: needs no key."""
    found = []
    for path in folder.iterdir() if folder.is_dir() else ():
        if (named := _NAME.match(path.name)) and (path / MANIFEST_NAME).is_file():
            made_at = dt.datetime.strptime(named[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=dt.UTC)
            found.append((made_at, named[2]))
    return sorted(found, reverse=True)


def backup_name(now: dt.datetime, reason: str) -> str:
    """What a backup made at ``now`` (zone-aware) is called; ``reason`` is a short ASCII word."""
    return f"{now.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}-{reason}"


def file_path(backups: Path, data_key: bytes, sha256: str) -> Path:
    """Where the contents of an attached file lie; the name does not tell which they are."""
    return backups / FILES_NAME / keyed_name(data_key, "backup file name", sha256)


def store_of(folder: Path) -> Path:
    """The folder of backups for what somebody chose: that folder itself, its vault, or a backup in it."""
    if _NAME.match(folder.name) and (folder / MANIFEST_NAME).is_file():
        return folder.parent
    if (folder / BACKUPS_NAME).is_dir() and not newest_names(folder):
        return folder / BACKUPS_NAME
    return folder


def is_folder_of_backups(folder: Path) -> bool:
    """Whether this is a folder of backups or one backup, rather than a record."""
    if _NAME.match(folder.name) and (folder / MANIFEST_NAME).is_file():
        return True
    return (folder / KEY_FILE_NAME).is_file() and bool(newest_names(folder))


def no_record_but_backups(folder: Path) -> StoreError:
    """What to say to who opens a backup as if it were a record."""
    return StoreError(
        N_("“{path}” is a backup, not a record.", path=str(folder)),
        N_("Open the record it belongs to and restore it there; “planner restore” makes a new record of it."),
    )


def _read_manifest(folder: Path, data_key: bytes) -> Manifest:
    with (folder / MANIFEST_NAME).open("rb") as file:
        content = file.read(BACKUP_MANIFEST_BYTES + 1)
    if len(content) > BACKUP_MANIFEST_BYTES:
        raise ValueError("too large")
    body: dict[str, Any] = json.loads(content)
    if body["format"] != _FORMAT or body["version"] != _VERSION:
        raise ValueError("not a manifest of this version")
    try:
        sealed = base64.b64decode(body["contents"], validate=True)
    except binascii.Error as error:
        raise ValueError("not base64") from error
    told = json.loads(unseal(data_key, _bound(folder.name), sealed))
    return Manifest(
        rows=told["rows"],
        files=told["files"],
        database_sha256=told["database_sha256"],
        database_bytes=told["database_bytes"],
        marker=told["marker"],
        salt=told["salt"],
    )


def _bound(name: str) -> str:
    """A manifest is of this one backup; while it is being made its folder has another ending."""
    return f"{_PURPOSE} {name.removesuffix(NEW)}"
