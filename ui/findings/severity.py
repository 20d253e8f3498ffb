"""How bad a finding is, in one word, with one icon and one tone everywhere."""

from __future__ import annotations

from planner.message import NN_, NP_, Message
from planner.rules.finding import Severity
from ui.theme.tokens import Tone

SEVERITY_NAMES: dict[Severity, Message] = {
    Severity.BLOCKER: NP_("finding", "Blocker"),
    Severity.WARNING: NP_("finding", "Warning"),
    Severity.NOTE: NP_("finding", "Note"),
}
#: The worst first.
SEVERITY_SIGNS: dict[Severity, tuple[str, Tone]] = {
    Severity.BLOCKER: ("circle-alert", Tone.DANGER),
    Severity.WARNING: ("triangle-alert", Tone.WARNING),
    Severity.NOTE: ("info", Tone.INFO),
}


def counted(severity: Severity, count: int) -> Message:
    """So many findings of one severity."""
    match severity:
        case Severity.BLOCKER:
            return NN_("{count} blocker", "{count} blockers", count)
        case Severity.WARNING:
            return NN_("{count} warning", "{count} warnings", count)
        case Severity.NOTE:
            return NN_("{count} note", "{count} notes", count)
