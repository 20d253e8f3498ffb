"""``letter.dates-do-not-cover``: the days an invitation letter vouches for are not those of the stay."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_, NN_, Message
from planner.record.document import Document, DocumentKind, DocumentState
from planner.record.journey import Journey
from planner.record.text import Text
from planner.record.visa import VisaState
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, MakeTask, OpenField, Severity, Source, Subject
from planner.schedule.outline import EntryStay, outline
from planner.schedule.presence import Presence

CODE = "letter.dates-do-not-cover"

_NOT_IN_HAND = (DocumentState.NEEDED, DocumentState.REQUESTED)


def letter_dates_do_not_cover(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """The latest letter of each traveller against the whole stay, and against a few days more.

    Too short is a blocker until the visa is granted; it then vouches for little, and warns.
    """
    letters = [
        document
        for document in journey.documents
        if document.kind is DocumentKind.INVITATION_LETTER and document.state not in _NOT_IN_HAND
    ]
    if not letters:
        return
    seen = outline(journey)
    for stay in seen.entries:
        presence = seen.presences.get(stay.entry.id)
        own = [letter for letter in letters if letter.traveller in (stay.entry.traveller, None)]
        if not own or (presence is not None and presence.on < today):
            continue
        letter = max(own, key=lambda one: one.issued_on or dt.date.min)
        message = _message(seen.called(letter), letter, stay, presence, reference.limits.letter_slack_days)
        if message is None:
            continue
        tight = "spare" in message.params
        granted = stay.visa is not None and stay.visa.state is VisaState.GRANTED
        subject = Subject("document", letter.id, "covers_to")
        yield Finding(
            CODE,
            Severity.NOTE if tight else Severity.WARNING if granted else Severity.BLOCKER,
            message,
            subject,
            Source.of(reference.entry_policy_of(stay.visa) if stay.visa else None),
            (
                Fix(
                    N_("Make a task: ask for a new letter"),
                    MakeTask(subject, N_("Ask the hospital for a letter with the right dates")),
                ),
                Fix(N_("Correct the dates"), OpenField(subject)),
            ),
            letter.covers_to,
        )


def _message(
    name: str | Text | Message, letter: Document, stay: EntryStay, presence: Presence | None, slack: int
) -> Message | None:
    first, last = letter.covers_from, letter.covers_to
    facts = {"letter": name, "name": stay.name}
    if first is not None and stay.entered_on is not None and stay.entered_on < first:
        return N_(
            "{letter}: vouches for days from {first}; {name} is to enter on {day}.",
            first=first,
            day=stay.entered_on,
            **facts,
        )
    if last is None or presence is None:
        return None
    days = (last - presence.on).days
    if days < 0:
        return N_(
            "{letter}: vouches for days until {last}; {name} is there until {day}.",
            last=last,
            day=presence.on,
            **facts,
        )
    if days < slack:
        return N_(
            "{letter}: vouches for days until {last}; {name} is there until {day}, which leaves {spare} to "
            "spare.",
            last=last,
            day=presence.on,
            spare=NN_("{count} day", "{count} days", days),
            **facts,
        )
    return None
