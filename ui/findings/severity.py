"""How bad a finding is, in one word, with one icon and one tone everywhere."""

from __future__ import annotations

from planner.message import NP_, Message
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
