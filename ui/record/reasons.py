"""Why a backup was made, in words."""

from __future__ import annotations

from planner.message import N_, NP_, Message

_REASONS = {
    "by-hand": NP_("backup", "By hand"),
    "timed": NP_("backup", "By itself"),
    "quit": NP_("backup", "On closing"),
    "before-import": NP_("backup", "Before an import"),
    "before-restore": NP_("backup", "Before a restore"),
    "before-update": NP_("backup", "Before an update"),
}


def reason_name(reason: str) -> Message:
    """What a reason is called."""
    return _REASONS.get(reason) or N_("Backup")
