"""How an event of the log looks in a list: its icon, its tone, its line of words."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from planner.message import N_, NP_, Message
from planner.session import EventKind, LoggedEvent, Names, sentence
from ui.controls.side_list import Line
from ui.desk import Desk
from ui.theme.tokens import Tone

#: What the log can be narrowed to, with the kinds of events in each; none for everything.
GROUPS: dict[str, tuple[Message, tuple[EventKind, ...]]] = {
    "all": (NP_("log", "Everything"), ()),
    "seen": (NP_("log", "Looked at"), (EventKind.VIEW,)),
    "out": (NP_("log", "Handed out"), (EventKind.ISSUE, EventKind.PRINT, EventKind.SEND, EventKind.EXPORT)),
    "changed": (
        NP_("log", "Changed"),
        (EventKind.EDIT, EventKind.UNDO, EventKind.REDO, EventKind.IMPORT, EventKind.ERASE),
    ),
    "record": (
        NP_("log", "Unlocked and kept safe"),
        (
            EventKind.OPEN,
            EventKind.LOCK,
            EventKind.CLOSE,
            EventKind.FAILED_UNLOCK,
            EventKind.KEYS,
            EventKind.BACKUP,
            EventKind.RESTORE,
            EventKind.VERIFY,
        ),
    ),
}

_ICONS: dict[EventKind, str] = {
    EventKind.EDIT: "pencil",
    EventKind.UNDO: "undo-2",
    EventKind.REDO: "redo-2",
    EventKind.IMPORT: "download",
    EventKind.OPEN: "door-open",
    EventKind.LOCK: "lock",
    EventKind.CLOSE: "log-out",
    EventKind.FAILED_UNLOCK: "triangle-alert",
    EventKind.KEYS: "key-round",
    EventKind.VIEW: "eye",
    EventKind.ISSUE: "stamp",
    EventKind.PRINT: "printer",
    EventKind.SEND: "send",
    EventKind.EXPORT: "external-link",
    EventKind.BACKUP: "save",
    EventKind.RESTORE: "history",
    EventKind.VERIFY: "shield-check",
    EventKind.ERASE: "trash-2",
}
_TONES = {
    EventKind.FAILED_UNLOCK: Tone.WARNING,
    EventKind.ERASE: Tone.DANGER,
    EventKind.RESTORE: Tone.WARNING,
}


def icon_of(kind: EventKind) -> str:
    """The icon of a kind of event."""
    return _ICONS[kind]


def day_of(event: LoggedEvent, zone: str) -> dt.date:
    """The day on which it was, in ``zone``."""
    return event.at.astimezone(ZoneInfo(zone)).date()


def line_of(desk: Desk, event: LoggedEvent, names: Names, zone: str) -> Line:
    """The row of an event: what was done, by whom and with whose journey, and when."""
    said = desk.language.text
    time = event.at.astimezone(ZoneInfo(zone)).time().replace(second=0, microsecond=0)
    whose = names.whose(event)
    parts = [said(Message("{who}", {"who": names.who(event)}))]
    if whose:
        parts.append(said(whose) if isinstance(whose, Message) else whose)
    return Line(
        title=said(sentence(event, names)),
        subtitle=" · ".join(parts),
        icon=_ICONS[event.kind],
        lead=said(N_("{time}", time=time)),
        pill=said(N_("erased")) if event.erased else "",
        tone=_TONES.get(event.kind, Tone.NEUTRAL),
    )
