"""Copies given to somebody by name, without a new issue: a print, a saved file.

A copy may go to several people at once, and may be one more of an issued revision.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from planner.edits.edit import Edit
from planner.edits.issuing import recipients
from planner.errors import Refused
from planner.itinerary.audience import allowing, refusal
from planner.message import N_, Message
from planner.record.consent import Audience, Disclosure, DisclosureKind
from planner.record.ids import CaseManagerId, ContactId, DisclosureId, PlaceId
from planner.record.issue import Issue
from planner.record.journey import Journey
from planner.record.text import Text
from planner.record.when import When

_LABELS: dict[DisclosureKind, Message] = {
    DisclosureKind.PRINT: N_("Print a copy"),
    DisclosureKind.SEND: N_("Send a copy"),
    DisclosureKind.EXPORT: N_("Save a copy"),
}


def give_copy(
    journey: Journey,
    kind: DisclosureKind,
    names: Iterable[Text],
    *,
    audience: Audience,
    recipient: str = "",
    issue: Issue | None = None,
    at: When,
    by: CaseManagerId | None = None,
    new_id: Callable[[], str],
) -> Edit:
    """A copy for ``audience`` goes to each of ``names``, ``at`` that local time, under the consents that
    allow it. ``issue`` is the issued revision it is of; a draft is of none.

    Raises: InputError when nobody is named; when run, Refused when consent does not hold that day.
    """
    given = recipients(names)
    consents = tuple(one.id for one in allowing(journey, audience, at.date, recipient)) or (None,)
    by_contact = audience is Audience.DRIVER
    told = tuple(
        Disclosure(
            id=DisclosureId(new_id()),
            kind=kind,
            at=at,
            audience=audience,
            recipient_place=PlaceId(recipient) if recipient and not by_contact else None,
            recipient_contact=ContactId(recipient) if recipient and by_contact else None,
            recipient_name=name,
            issue=issue.id if issue else None,
            revision=issue.revision if issue else None,
            consent=consent,
            by=by,
        )
        for name in given
        for consent in consents
    )

    def change(current: Journey) -> Journey:
        reason = refusal(current, audience, at.date, recipient)
        if reason is not None:
            raise Refused(reason, N_("Enter the consent, or choose another audience."))
        return replace(current, disclosures=(*current.disclosures, *told))

    return Edit(_LABELS[kind], journey.id, change)


def take_back(journey: Journey, before: Journey) -> Edit:
    """What was noted as leaving the record since ``before`` did not: writing or printing it failed."""
    known = {one.id for one in before.disclosures}
    noted = {one.id for one in journey.disclosures} - known

    def change(current: Journey) -> Journey:
        kept = tuple(one for one in current.disclosures if one.id not in noted)
        return current if len(kept) == len(current.disclosures) else replace(current, disclosures=kept)

    return Edit(N_("Nothing left the record after all"), journey.id, change)
