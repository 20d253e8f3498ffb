"""Files let go over the program that are to be attached to something."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from ui.shell.journey_import import ENDING


def dropped_files(held: QMimeData) -> list[Path]:
    """The files among what is held that are on this computer and no journey files, which are imported."""
    paths = [Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile()]
    return [path for path in paths if not path.name.lower().endswith(ENDING)]
