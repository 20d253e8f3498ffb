"""Copies given to somebody by name, without a new issue: a print, a saved file.

A copy may go to several people at once, and may be one more of an issued revision.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from planner.edits.edit import Edit
from planner.edits.issuing import allow_copy, copies_disclosed, recipients
from planner.message import N_, Message
from planner.record.consent import Audience, DisclosureKind
from planner.record.ids import CaseManagerId
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

    Raises: InputError when nobody is named; when run, Refused when one of them may not be given it that day.
    """
    given = recipients(names)
    told = copies_disclosed(
        journey, audience, given, recipient, kind=kind, issue=issue, at=at, by=by, new_id=new_id
    )

    def change(current: Journey) -> Journey:
        allow_copy(current, audience, given, at.date, recipient)
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
