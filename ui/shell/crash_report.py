"""A report of a fault of our own: where in the program, in which versions; never what was in the record."""

from __future__ import annotations

import datetime as dt
import platform
import traceback
from pathlib import Path

import PySide6

import planner


def crash_report(error: BaseException, at: dt.datetime) -> str:
    """The kinds of the errors and the lines they passed; their words can hold contents and are left out."""
    lines = [
        f"Treatment Journey Planner {planner.__version__}",
        f"Python {platform.python_version()}, Qt {PySide6.__version__}, {platform.platform()}",
        f"{at:%Y-%m-%d %H:%M:%S %z}",
    ]
    cause: BaseException | None = error
    while cause is not None:
        lines += ["", f"{type(cause).__module__}.{type(cause).__qualname__}"]
        for frame in traceback.extract_tb(cause.__traceback__):
            lines.append(f"  {_short(Path(frame.filename))}:{frame.lineno} in {frame.name}")
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines) + "\n"


def keep_report(text: str, at: dt.datetime, folder: Path) -> Path:
    """Write the report into ``folder``. Raises: OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"fault-{at:%Y%m%d-%H%M%S-%f}.txt"
    file.write_text(text, encoding="utf-8")
    return file


def _short(path: Path) -> str:
    """The file below the package it belongs to, so that no user's folder name is in the report."""
    parts = path.parts
    for package in ("planner", "ui", "PySide6"):
        if package in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(package) :])
    return path.name
