"""What an event of the log says, as a sentence in words of the house."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from planner.itinerary.audience import RECIPIENTS
from planner.message import N_, NN_, NP_, Message
from planner.record.consent import Audience
from planner.record.directory import Directory
from planner.record.text import Text
from planner.store.event import EventKind, LoggedEvent
from planner.store.json_values import object_from_json

#: What each kind of event is called where the log is narrowed.
KINDS: dict[EventKind, Message] = {
    EventKind.EDIT: NP_("log", "Edits"),
    EventKind.UNDO: NP_("log", "Undone"),
    EventKind.REDO: NP_("log", "Done again"),
    EventKind.IMPORT: NP_("log", "Imports"),
    EventKind.OPEN: NP_("log", "Unlocked"),
    EventKind.LOCK: NP_("log", "Locked"),
    EventKind.CLOSE: NP_("log", "Closed"),
    EventKind.FAILED_UNLOCK: NP_("log", "Wrong passphrases"),
    EventKind.KEYS: NP_("log", "Passphrases and keys"),
    EventKind.VIEW: NP_("log", "Looked at"),
    EventKind.ISSUE: NP_("log", "Issued"),
    EventKind.PRINT: NP_("log", "Handed out"),
    EventKind.SEND: NP_("log", "Sent"),
    EventKind.EXPORT: NP_("log", "Exported"),
    EventKind.BACKUP: NP_("log", "Backups"),
    EventKind.RESTORE: NP_("log", "Restored"),
    EventKind.VERIFY: NP_("log", "Checked"),
    EventKind.ERASE: NP_("log", "Erased"),
}

#: What is told of an event of a kind of which nothing else is known.
PLAIN: dict[EventKind, Message] = {
    EventKind.EDIT: N_("Changed something"),
    EventKind.UNDO: N_("Undid a change"),
    EventKind.REDO: N_("Made a change again"),
    EventKind.IMPORT: N_("Imported something"),
    EventKind.OPEN: N_("Unlocked the record"),
    EventKind.LOCK: N_("Locked the record"),
    EventKind.CLOSE: N_("Closed the record"),
    EventKind.FAILED_UNLOCK: N_("A wrong passphrase was tried"),
    EventKind.KEYS: N_("Changed a passphrase or key"),
    EventKind.VIEW: N_("Looked at the journey"),
    EventKind.ISSUE: N_("Issued a revision"),
    EventKind.PRINT: N_("Handed out a copy"),
    EventKind.SEND: N_("Sent documents"),
    EventKind.EXPORT: N_("Wrote a file outside the record"),
    EventKind.BACKUP: N_("Made a backup"),
    EventKind.RESTORE: N_("Put back an earlier state"),
    EventKind.VERIFY: N_("Checked the whole record"),
    EventKind.ERASE: N_("Erased somebody’s data"),
}

#: What was written outside the record, by the word the log keeps for it.
_FILES: dict[str, Message] = {
    "itinerary": N_("the itinerary"),
    "calendar": N_("a calendar file"),
    "journey": N_("the whole journey as a file"),
    "person": N_("everything about one person"),
    "log": N_("the log"),
    "timeline": N_("the timeline"),
}


@dataclass(frozen=True, slots=True)
class Names:
    """What ids are called now: people who work here, journeys by their patient, places and contacts."""

    people: Mapping[str, Text] = field(default_factory=dict)
    journeys: Mapping[str, str | Message] = field(default_factory=dict)
    recipients: Mapping[str, Text] = field(default_factory=dict)

    @classmethod
    def of(cls, directory: Directory, journeys: Mapping[str, str | Message]) -> Names:
        """Those of the directory, and of ``journeys`` by their id."""
        staff = directory.agency.case_managers if directory.agency else ()
        recipients: dict[str, Text] = {one.id: one.name for one in directory.places}
        recipients |= {one.id: one.name for one in directory.contacts}
        return cls({one.id: one.name for one in staff}, journeys, recipients)

    def who(self, event: LoggedEvent) -> Text | Message:
        """Who did it."""
        if not event.who:
            return N_("no name given")
        return self.people.get(event.who) or N_("case manager {id}", id=event.who)

    def whose(self, event: LoggedEvent) -> str | Message:
        """Whose journey it was, ``""`` for what concerns no single journey."""
        if event.erased and event.kind not in (EventKind.OPEN, EventKind.LOCK):
            return N_("erased")
        if event.journey is None:
            return ""
        return self.journeys.get(event.journey) or N_("a journey no longer here")


def sentence(event: LoggedEvent, names: Names) -> Message:
    """What was done."""
    told = event.details
    match event.kind:
        case EventKind.EDIT | EventKind.IMPORT if event.label is not None:
            return event.label
        case EventKind.UNDO if event.label is not None:
            return N_("Undid: {edit}", edit=event.label)
        case EventKind.REDO if event.label is not None:
            return N_("Did again: {edit}", edit=event.label)
        case EventKind.FAILED_UNLOCK if isinstance(times := told.get("times"), int):
            return NN_(
                "{count} wrong passphrase was tried before",
                "{count} wrong passphrases were tried before",
                times,
            )
        case EventKind.ISSUE if "revision" in told:
            return N_(
                "Issued revision {number} for {audience}",
                number=told["revision"],
                audience=_audience(event),
            )
        case EventKind.PRINT | EventKind.EXPORT | EventKind.SEND if told:
            return _handed_out(event, names)
        case EventKind.RESTORE if told.get("backup"):
            return N_("Put back the backup “{name}”", name=str(told["backup"]))
        case EventKind.ERASE if "what" in told:
            whole = told["what"] == "journey"
            return N_("Erased a journey for good") if whole else N_("Erased a person for good")
    return PLAIN[event.kind]


def _handed_out(event: LoggedEvent, names: Names) -> Message:
    told = event.details
    to = _recipient(event, names)
    if told.get("revision"):
        return N_("Handed revision {number} to {recipient}", number=told["revision"], recipient=to)
    if event.kind is EventKind.SEND:
        count = max(1, len(told.get("documents", ())))
        return NN_(
            "Sent {count} document to {recipient}",
            "Sent {count} documents to {recipient}",
            count,
            recipient=to,
        )
    if documents := told.get("documents"):
        return NN_(
            "Exported {count} document for {recipient}",
            "Exported {count} documents for {recipient}",
            len(documents),
            recipient=to,
        )
    what = _FILES.get(str(told.get("what", "itinerary")), _FILES["itinerary"])
    if event.kind is EventKind.PRINT:
        return N_("Handed {what} to {recipient}", what=what, recipient=to)
    return N_("Exported {what} for {recipient}", what=what, recipient=to)


def _recipient(event: LoggedEvent, names: Names) -> Text | Message:
    """By name, else by what kind of recipient it was."""
    told = event.details
    for key in ("recipient_name", "to_name"):
        if told.get(key):
            name: Text = object_from_json(Text, told[key])
            return name
    for key in ("recipient_contact", "recipient_place", "to_contact", "to_place"):
        if told.get(key) in names.recipients:
            return names.recipients[told[key]]
    return _audience(event)


def _audience(event: LoggedEvent) -> Message:
    try:
        return RECIPIENTS[Audience(event.details.get("audience", ""))]
    except ValueError:
        return N_("somebody unnamed")
