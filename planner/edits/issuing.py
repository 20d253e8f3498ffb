"""Handing out an itinerary: a numbered revision issued, given to somebody else too, given back.

Each edit records the disclosure with it, under the consent that allows it, and refuses without one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import replace

from planner.edits.edit import Edit
from planner.errors import InputError, Refused
from planner.itinerary.audience import refusal
from planner.itinerary.ledger import issues_of
from planner.itinerary.receiving import receiving, refusal_to_any
from planner.message import N_
from planner.record.consent import Audience, Disclosure, DisclosureKind
from planner.record.ids import CaseManagerId, DisclosureId
from planner.record.issue import Holder, Issue
from planner.record.journey import Journey
from planner.record.text import Text, is_same_name
from planner.record.when import When

NewId = Callable[[], str]


def issue_revision(before: Journey, issue: Issue, *, new_id: NewId) -> Edit:
    """A revision made from ``before`` is handed to its holders: the issue and a disclosure to each.

    The edit holds for ``before`` alone, since the paper says what stood there. ``new_id`` makes the ids of
    the disclosures. Undoing it takes the issue out of the record.

    Raises (when run): InputError when the journey has changed since, Refused when it may not be handed out.
    """
    given = tuple(holder.name for holder in issue.holders)
    disclosures = _disclosures(before, issue, given, issue.issued, issue.issued_by, new_id)

    def change(current: Journey) -> Journey:
        if current is not before and current != before:
            raise InputError(
                N_("The journey has changed since this revision was made."), N_("Issue it once more.")
            )
        _allow(current, issue, given, issue.issued.date)
        return replace(
            current,
            issues=(*current.issues, issue),
            disclosures=(*current.disclosures, *disclosures),
        )

    return Edit(N_("Issue revision {number}", number=issue.revision), before.id, change)


def hand_out(
    journey: Journey,
    issue: str,
    names: Iterable[Text],
    *,
    at: When,
    by: CaseManagerId | None = None,
    new_id: NewId,
) -> Edit:
    """One more print of an issued revision goes to each of ``names``, ``at`` that local time.

    Raises: InputError when there is no such issue or nobody is named; when run, also when a newer revision
    has taken its place, and Refused when consent does not hold that day.
    """
    given = recipients(names)
    revision = _found(journey, issue).revision

    def change(current: Journey) -> Journey:
        one = _found(current, issue)
        newest = issues_of(current, one.audience, one.reader or "", one.recipient)[-1]
        if newest.id != one.id:
            raise InputError(
                N_("Revision {number} is no longer the newest.", number=one.revision),
                N_("Hand out revision {number}, which took its place.", number=newest.revision),
            )
        _allow(current, one, given, at.date)
        holders = tuple(Holder(name=name, given_on=at.date) for name in given)
        told = _disclosures(current, one, given, at, by, new_id)
        handed = _with_issue(current, replace(one, holders=(*one.holders, *holders)))
        return replace(handed, disclosures=(*current.disclosures, *told))

    return Edit(N_("Hand out revision {number}", number=revision), journey.id, change)


def give_back(journey: Journey, issue: str, name: Text, on: dt.date) -> Edit:
    """Who holds a revision under ``name`` gave it back on that local day.

    Raises: InputError when there is no such issue; when run, when nobody of that name still holds it, or
    was given it only later.
    """
    revision = _found(journey, issue).revision

    def change(current: Journey) -> Journey:
        one = _found(current, issue)
        place = next((i for i, holder in enumerate(one.holders) if _holds(holder, name)), None)
        if place is None:
            raise InputError(
                N_("{name} does not hold revision {number}.", name=name, number=one.revision),
                N_("The ledger shows who holds which revision."),
            )
        holder = one.holders[place]
        if holder.given_on is not None and on < holder.given_on:
            raise InputError(
                N_(
                    "{name} was given revision {number} on {day}; it cannot have come back earlier.",
                    name=holder.name,
                    number=one.revision,
                    day=holder.given_on,
                )
            )
        returned = replace(holder, returned_on=on)
        holders = (*one.holders[:place], returned, *one.holders[place + 1 :])
        return _with_issue(current, replace(one, holders=holders))

    return Edit(N_("Revision {number} given back", number=revision), journey.id, change)


def recipients(names: Iterable[Text]) -> tuple[Text, ...]:
    """Who receives a copy, each once, in the order named. Raises: InputError when nobody is named."""
    found: list[Text] = []
    for name in names:
        if name and not any(is_same_name(name, other) for other in found):
            found.append(name)
    if not found:
        raise InputError(N_("Nobody is named who receives this copy."), N_("Name at least one person."))
    return tuple(found)


def copies_disclosed(
    journey: Journey,
    audience: Audience,
    names: Iterable[Text],
    recipient: str = "",
    *,
    kind: DisclosureKind,
    issue: Issue | None = None,
    notes: str = "",
    at: When,
    by: CaseManagerId | None,
    new_id: NewId,
) -> tuple[Disclosure, ...]:
    """That each of ``names`` was given a copy: one for each consent that allows it, one without a consent
    where none is needed.
    """
    received = [(name, receiving(journey, audience, name, at.date, recipient)) for name in names]
    return tuple(
        Disclosure(
            id=DisclosureId(new_id()),
            kind=kind,
            at=at,
            audience=audience,
            recipient_place=how.place,
            recipient_contact=how.contact,
            recipient_name=name,
            issue=issue.id if issue else None,
            revision=issue.revision if issue else None,
            consent=consent,
            notes=notes,
            by=by,
        )
        for name, how in received
        for consent in (tuple(one.id for one in how.consents) or (None,))
    )


def _disclosures(
    journey: Journey, one: Issue, names: Iterable[Text], at: When, by: CaseManagerId | None, new_id: NewId
) -> tuple[Disclosure, ...]:
    return copies_disclosed(
        journey,
        one.audience,
        names,
        one.recipient,
        kind=DisclosureKind.PRINT,
        issue=one,
        at=at,
        by=by,
        new_id=new_id,
    )


def _allow(journey: Journey, issue: Issue, names: Iterable[Text], day: dt.date) -> None:
    allow_copy(journey, issue.audience, names, day, issue.recipient)


def allow_copy(
    journey: Journey, audience: Audience, names: Iterable[Text], on: dt.date, recipient: str = ""
) -> None:
    """Let a copy for ``audience`` be given to ``names`` on that day.

    Raises: Refused, with the reason, when it may not be made, or one of them may not be given it.
    """
    reason = refusal(journey, audience, on, recipient)
    if reason is not None:
        raise Refused(reason, N_("Enter the consent, or choose another audience."))
    reason = refusal_to_any(journey, audience, names, on, recipient)
    if reason is not None:
        raise Refused(reason, N_("Enter the consent first, or choose another recipient."))


def _found(journey: Journey, issue: str) -> Issue:
    for one in journey.issues:
        if one.id == issue:
            return one
    raise InputError(N_("There is no issue “{id}” in this journey.", id=issue))


def _with_issue(journey: Journey, issue: Issue) -> Journey:
    return replace(journey, issues=tuple(issue if one.id == issue.id else one for one in journey.issues))


def _holds(holder: Holder, name: Text) -> bool:
    return holder.returned_on is None and is_same_name(holder.name, name)
