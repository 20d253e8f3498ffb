"""Interpreters, drivers and escorts whose time moves with what they come to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planner.message import N_, Message
from planner.record.contact import ContactRole
from planner.record.ids import ContactId
from planner.record.subject import Subject
from planner.record.when import When
from planner.schedule.slip.circumstances import Circumstances
from planner.schedule.slip.consequence import Consequence, ConsequenceKind


def people_consequences(
    owner: Subject,
    people: Iterable[tuple[str, ContactId | None]],
    moment: tuple[When, When],
    why: Message,
    depends_on: str,
    about: Circumstances,
) -> Iterator[Consequence]:
    """Each of ``people`` (the field that names them, and who) must be asked for the new time.

    Accepting one keeps that person for the new time; otherwise nobody is named for it.
    """
    for field, who in people:
        contact = about.contacts.get(who) if who else None
        if who is None or contact is None:
            continue
        drives = field == "driver" or contact.role is ContactRole.DRIVER
        yield Consequence(
            kind=ConsequenceKind.DRIVER if drives else ConsequenceKind.INTERPRETER,
            subject=Subject(owner.kind, owner.id, field),
            what=N_("{what}", what=contact.name) if contact.name else _nameless(drives),
            old=moment[0],
            new=moment[1],
            why=why,
            needs_rebooking=True,
            person=who,
            depends_on=depends_on,
        )


def _nameless(drives: bool) -> Message:
    return N_("Driver") if drives else N_("Interpreter")
