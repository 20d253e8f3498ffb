"""The user's settings while the program runs, kept on disk after each change."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from planner import settings
from planner.errors import StoreError
from planner.message import Message
from planner.settings import Settings


class Preferences(QObject):
    """The settings in force.

    Signals:
        changed(Settings): they are other ones now.
        not_kept(object): the ``StoreError`` that kept the last change from reaching the disk.
    """

    changed = Signal(object)
    not_kept = Signal(object)

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self._folder = folder
        self.values, self.warning = settings.load(folder)

    values: Settings
    warning: Message | None

    def change(self, **fields: Any) -> None:
        """Change some settings by name and keep them."""
        self.keep(replace(self.values, **fields))

    def keep(self, values: Settings) -> None:
        """Use these settings from now on and keep them."""
        if values == self.values:
            return
        self.values = values
        try:
            settings.save(values, self._folder)
        except StoreError as error:
            self.not_kept.emit(error)
        self.changed.emit(values)
