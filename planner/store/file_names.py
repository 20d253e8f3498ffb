"""What the files and folders of a record are called on the disk."""

from __future__ import annotations

KEY_FILE_NAME = "vault.json"
DATABASE_NAME = "record.db"
LOCK_NAME = "vault.lock"
ATTEMPTS_NAME = "attempts.json"
ANCHOR_NAME = "log.json"
BACKUPS_NAME = "backups"
FILES_NAME = "files"
MANIFEST_NAME = "manifest.json"
