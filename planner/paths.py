"""Where things live on this machine: what ships with the program, and what belongs to its user."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from platformdirs import PlatformDirs

_PACKAGE = Path(__file__).resolve().parent


@cache
def _shipped(name: str) -> Path:
    """A folder that ships with the program: inside the installed package, or beside it in a checkout."""
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def resources_dir() -> Path:
    """Fonts, icons, calendars, policies, phrasebook, templates and the sample journey."""
    return _shipped("resources")


def translations_dir() -> Path:
    """The gettext catalogues, ``<locale>/LC_MESSAGES/planner.po`` and ``.mo``."""
    return _shipped("translations")


def _user_dirs() -> PlatformDirs:
    return PlatformDirs("Treatment Journey Planner", appauthor=False, roaming=False)


def default_vault_dir() -> Path:
    """Where a new record is offered to be kept: the user's data folder of this system."""
    return Path(_user_dirs().user_data_dir) / "record"


def config_dir() -> Path:
    """Settings that hold no patient data. Not created here."""
    return Path(_user_dirs().user_config_dir)


def log_dir() -> Path:
    """Logs and crash reports; they hold ids, never contents of a record. Not created here."""
    return Path(_user_dirs().user_log_dir)
