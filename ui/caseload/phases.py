"""What the phases of a journey are called on the screen, in the order of the pathway, and their groups."""

from __future__ import annotations

from planner.message import NP_, Message
from ui.theme.tokens import Tone

PHASES: dict[str, Message] = {
    "records": NP_("phase", "Records"),
    "board": NP_("phase", "Board"),
    "acceptance": NP_("phase", "Acceptance"),
    "visa": NP_("phase", "Visa"),
    "ready": NP_("phase", "Ready to travel"),
    "work-up": NP_("phase", "Work-up"),
    "planning": NP_("phase", "Planning"),
    "treatment": NP_("phase", "Treatment"),
    "discharge": NP_("phase", "Discharge"),
    "follow-up": NP_("phase", "Follow-up"),
    "closed": NP_("phase", "Closed"),
}

GROUPS: dict[str, tuple[Message, frozenset[str]]] = {
    "preparing": (
        NP_("phase", "Preparing"),
        frozenset({"records", "board", "acceptance", "visa", "ready"}),
    ),
    "in-china": (NP_("phase", "In treatment"), frozenset({"work-up", "planning", "treatment", "discharge"})),
    "after": (NP_("phase", "After treatment"), frozenset({"follow-up", "closed"})),
}
"""The three stretches that a caseload is filtered by."""

_TONES = {
    **dict.fromkeys(GROUPS["preparing"][1], Tone.INFO),
    **dict.fromkeys(GROUPS["in-china"][1], Tone.ACCENT),
    **dict.fromkeys(GROUPS["after"][1], Tone.NEUTRAL),
}
_ORDER = {code: place for place, code in enumerate(PHASES)}


def phase_name(code: str) -> Message:
    """The name of a phase by its code; the code itself for one this version does not know."""
    return PHASES.get(code) or Message("{code}", {"code": code})


def phase_tone(code: str) -> Tone:
    """The tone in which a phase is shown."""
    return _TONES.get(code, Tone.NEUTRAL)


def phase_order(code: str) -> int:
    """The place of a phase on the pathway, from 0; unknown ones come last."""
    return _ORDER.get(code, len(_ORDER))
