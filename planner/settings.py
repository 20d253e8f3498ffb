"""Settings of this machine's user: how the program looks and behaves, never anything of a patient.

They are one small JSON file in ``paths.config_dir()``. A setting that cannot be read is taken at its
default and named in one sentence; no bad file ever keeps the program from starting.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from planner import paths
from planner.errors import StoreError
from planner.input_limits import SETTINGS_BYTES
from planner.message import N_, Message

FILE_NAME = "settings.json"
LANGUAGES = ("system", "en", "zh_CN")
THEMES = ("system", "light", "dark")
MOTIONS = ("system", "reduced", "full")
PAPERS = ("A4", "A5", "Letter")
COPIES = ("patient", "companion", "hospital", "driver", "hotel", "calendar", "file")
LONGEST_AUTO_LOCK_MINUTES = 240
MOST_RECENT_RECORDS = 8
MOST_PRINT_LANGUAGES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting with its default.

    ``language`` and ``theme`` follow the system unless chosen. ``recent_records`` are folders of records,
    the last opened first. ``auto_lock_minutes`` is idle time before the record locks, 0 for never.
    ``motion`` is whether things may move on the screen: as the system has it, "reduced" or "full".
    ``backup_folder`` is a second folder that gets a copy of each backup, ``""`` for none.
    ``print_languages`` (locales, the first language first; empty: each journey's own), ``paper``,
    ``large_print`` and ``black_and_white`` are what a print starts from, ``export_copies`` what is ticked
    where several copies are exported at once. ``export_folder`` is where files were last
    put, ``""`` before the first time. The window's size is in device-independent pixels.
    """

    language: str = "system"
    theme: str = "system"
    recent_records: tuple[str, ...] = ()
    auto_lock_minutes: int = 5
    motion: str = "system"
    backup_folder: str = ""
    print_languages: tuple[str, ...] = ()
    paper: str = "A4"
    large_print: bool = False
    black_and_white: bool = False
    export_copies: tuple[str, ...] = ("patient", "driver")
    export_folder: str = ""
    window_width: int = 1280
    window_height: int = 800
    window_maximised: bool = False

    def with_recent_record(self, folder: Path) -> Settings:
        """The same settings with ``folder`` as the record opened last."""
        others = (name for name in self.recent_records if name != str(folder))
        recent = (str(folder), *others)[:MOST_RECENT_RECORDS]
        return replace(self, recent_records=recent)


def _one_of(*choices: str) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and value in choices


def _whole(least: int, most: int) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool)


def _is_words(value: Any) -> bool:
    return isinstance(value, str)


def _is_list_of_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _is_list_of(*choices: str) -> Callable[[Any], bool]:
    return lambda value: _is_list_of_words(value) and set(value) <= set(choices)


def _is_languages(value: Any) -> bool:
    """Whether a page can be set in these: one language, or two side by side; none is each journey's own."""
    return _is_list_of_words(value) and all(value) and len(set(value)) == len(value) <= MOST_PRINT_LANGUAGES


_ALLOWED: dict[str, Callable[[Any], bool]] = {
    "language": _one_of(*LANGUAGES),
    "theme": _one_of(*THEMES),
    "recent_records": _is_list_of_words,
    "auto_lock_minutes": _whole(0, LONGEST_AUTO_LOCK_MINUTES),
    "motion": _one_of(*MOTIONS),
    "backup_folder": _is_words,
    "print_languages": _is_languages,
    "paper": _one_of(*PAPERS),
    "large_print": _is_flag,
    "black_and_white": _is_flag,
    "export_copies": _is_list_of(*COPIES),
    "export_folder": _is_words,
    "window_width": _whole(640, 20_000),
    "window_height": _whole(480, 20_000),
    "window_maximised": _is_flag,
}


def load(folder: Path | None = None) -> tuple[Settings, Message | None]:
    """The settings kept in ``folder`` (the user's own by default), and a sentence if some could not be read.

    A missing file is not worth a sentence: it is the first start.
    """
    file = (folder or paths.config_dir()) / FILE_NAME
    try:
        with file.open("rb") as opened:
            content = opened.read(SETTINGS_BYTES + 1)
        kept = json.loads(content.decode("utf-8")) if len(content) <= SETTINGS_BYTES else None
    except FileNotFoundError:
        return Settings(), None
    except (OSError, ValueError, RecursionError):
        return Settings(), N_("The settings in {file} cannot be read; the defaults are used.", file=str(file))
    if not isinstance(kept, dict):
        return Settings(), N_("The settings in {file} cannot be read; the defaults are used.", file=str(file))
    known = {name: value for name, value in kept.items() if name in _ALLOWED}
    wrong = sorted(name for name, value in known.items() if not _ALLOWED[name](value))
    good: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in known.items()
        if name not in wrong
    }
    sentence = (
        N_(
            "In {file}, {fields} cannot be used; the defaults stand in.",
            file=str(file),
            fields=", ".join(wrong),
        )
        if wrong
        else None
    )
    return replace(Settings(), **good), sentence


def save(settings: Settings, folder: Path | None = None) -> None:
    """Keep the settings, all or nothing.

    Raises: StoreError when the folder cannot be written.
    """
    target = (folder or paths.config_dir()) / FILE_NAME
    values = {field.name: getattr(settings, field.name) for field in fields(settings)}
    text = json.dumps(values, ensure_ascii=False, indent=2) + "\n"
    draft = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=target.parent, prefix=".settings-", delete=False
        ) as file:
            draft = file.name
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, target)
    except OSError as error:
        if draft is not None:
            Path(draft).unlink(missing_ok=True)
        raise StoreError(
            N_("The settings cannot be written to {file}.", file=str(target)),
            N_(
                "Check that the folder exists and that you may write to it; the choice holds until you close."
            ),
        ) from error
