"""Compiles the catalogues into a wheel that is being built, so that no compiled file is kept in git."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent))

import catalogues  # type: ignore[import-not-found]


class CompiledCatalogues(BuildHookInterface):
    """Puts ``planner/translations/<locale>/LC_MESSAGES/planner.mo`` into the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel":
            return
        for path in catalogues.compile_all():
            inside = path.relative_to(catalogues.TRANSLATIONS).as_posix()
            build_data["force_include"][str(path)] = f"planner/translations/{inside}"
