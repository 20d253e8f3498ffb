"""Consent and disclosure: who may see what, which notices were given, what has left the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.itinerary.item import Itinerary
from planner.message import N_, NN_, NP_
from planner.record.consent import Consent, Disclosure, Notice
from planner.record.journey import Journey
from planner.record.text import Text
from ui import labels
from ui.journey.row import Block, Content, Row, Rows, State
from ui.journey.unfolding import what_unfolds
from ui.theme.tokens import Tone


def consent(journey: Journey, itinerary: Itinerary, today: dt.date) -> Iterator[Block]:
    """Consents first, then notices, then what was disclosed."""
    recipients = _recipients(journey)
    names = {str(t.id): t.preferred_name or t.full_name for t in journey.travellers}
    consents = tuple(_consent(c, recipients, names, today) for c in journey.consents)
    if consents:
        given = sum(row.folded for row in consents)
        more = what_unfolds(
            consents,
            NN_("{count} consent given", "{count} consents given", given),
            NN_("{count} more consent given", "{count} more consents given", given),
        )
        yield Rows(rows=consents, more=more)
    notices = tuple(_notice(notice, names) for notice in journey.notices)
    if notices:
        given = sum(row.folded for row in notices)
        more = what_unfolds(
            notices,
            NN_("{count} notice given", "{count} notices given", given),
            NN_("{count} more notice given", "{count} more notices given", given),
        )
        yield Rows(heading=N_("Notices"), rows=notices, more=more)
    gone = tuple(_disclosure(disclosure, recipients) for disclosure in journey.disclosures)
    if gone:
        more = NN_("{count} more disclosure", "{count} more disclosures", len(gone))
        yield Rows(heading=N_("Disclosed"), rows=gone, more=more)


def _recipients(journey: Journey) -> dict[str, Text]:
    return {
        **{str(place.id): place.name for place in journey.places},
        **{str(contact.id): contact.name for contact in journey.contacts},
    }


def _to(thing: Consent | Disclosure, recipients: dict[str, Text]) -> Content:
    known = thing.recipient_place or thing.recipient_contact
    if known is not None and str(known) in recipients:
        return recipients[str(known)]
    if thing.recipient_name:
        return thing.recipient_name
    return labels.name(thing.audience) if thing.audience is not None else N_("not known yet")


def _consent(consent: Consent, recipients: dict[str, Text], names: dict[str, str], today: dt.date) -> Row:
    state = _state(consent, today)
    holds = state[1] is Tone.OK
    return Row(
        title=_to(consent, recipients),
        on=consent.withdrawn_on or consent.given_on,
        details=tuple(_details(consent, names)),
        notes=tuple(_covers(consent)),
        state=state,
        folded=holds,
        subject=consent.id,
    )


def _state(consent: Consent, today: dt.date) -> State:
    if consent.withdrawn_on is not None and consent.withdrawn_on <= today:
        return NP_("consent", "Withdrawn"), Tone.DANGER
    if consent.given_on is not None and consent.given_on <= today:
        return NP_("consent", "Given"), Tone.OK
    return NP_("consent", "Not given yet"), Tone.WARNING


def _details(consent: Consent, names: dict[str, str]) -> Iterator[Content]:
    yield names.get(consent.traveller, "")
    if consent.purpose:
        yield consent.purpose


def _covers(consent: Consent) -> Iterator[Content]:
    for category in consent.categories:
        yield labels.name(category)
    if consent.overseas:
        yield N_("sent abroad")


def _notice(notice: Notice, names: dict[str, str]) -> Row:
    given = notice.given is not None
    return Row(
        title=labels.name(notice.kind),
        on=notice.given.date if notice.given else None,
        details=(names.get(notice.traveller, ""), *((notice.means,) if notice.means else ())),
        state=(NP_("notice", "Given"), Tone.OK) if given else (NP_("notice", "Not given yet"), Tone.WARNING),
        folded=given,
        subject=notice.id,
    )


def _disclosure(disclosure: Disclosure, recipients: dict[str, Text]) -> Row:
    count = len(disclosure.documents)
    return Row(
        title=_to(disclosure, recipients),
        on=disclosure.at.date,
        details=(NN_("{count} document", "{count} documents", count),) if count else (),
        folded=True,
        subject=disclosure.id,
    )
