"""Which consents something leaves under, and for whom health data goes abroad at all."""

from __future__ import annotations

from dataclasses import replace

from planner.itinerary.disclosure import Leaving, consents_of, why_not
from planner.record.consent import Audience, Consent, DataCategory, DisclosureKind
from planner.record.ids import PlaceId, TravellerId
from planner.record.journey import Journey
from tests.builders import CENTRE, CHINA, PATIENT, day, make_consent, make_journey, make_traveller

ON = day("2027-03-01")
HEALTH = frozenset({DataCategory.IDENTITY, DataCategory.HEALTH})
TO_CENTRE = Leaving(
    kind=DisclosureKind.SEND,
    people=(TravellerId(PATIENT),),
    categories=HEALTH,
    audience=Audience.HOSPITAL,
    place=PlaceId(CENTRE),
)


def consent(id: str, *categories: DataCategory, overseas: bool = True) -> Consent:
    return make_consent(id=id, categories=categories, overseas=overseas)


def journey(*consents: Consent, home_zone: str = "Pacific/Auckland") -> Journey:
    return make_journey(travellers=(make_traveller(home_zone=home_zone),), consents=consents)


def test_a_consent_that_adds_nothing_is_not_used() -> None:
    whole = consent("whole", *HEALTH)
    again = consent("again", DataCategory.HEALTH)
    beside = consent("beside", DataCategory.MONEY)
    here = consent("here", *HEALTH, overseas=False)
    assert consents_of(journey(here, whole, again, beside), TO_CENTRE, ON) == (whole,)


def test_consents_that_cover_it_in_parts_are_all_used_abroad_first() -> None:
    identity = consent("identity", DataCategory.IDENTITY, overseas=False)
    beside = consent("beside", DataCategory.MONEY)
    health = consent("health", DataCategory.HEALTH)
    assert consents_of(journey(identity, beside, health), TO_CENTRE, ON) == (health, identity)


def test_health_data_goes_abroad_only_for_those_whose_home_is_elsewhere() -> None:
    here = consent("here", *HEALTH, overseas=False)
    refusal = why_not(journey(here), TO_CENTRE, ON)
    assert refusal is not None
    assert "goes abroad" in refusal.msgid
    assert why_not(journey(here, home_zone=CHINA), TO_CENTRE, ON) is None
    assert why_not(journey(here, home_zone=""), TO_CENTRE, ON) is None


def test_at_home_the_recipient_still_needs_a_consent() -> None:
    at_home = journey(consent("identity", DataCategory.IDENTITY), home_zone=CHINA)
    refusal = why_not(at_home, TO_CENTRE, ON)
    assert refusal is not None
    assert "has not agreed that {recipient} may see this" in refusal.msgid
    assert why_not(at_home, replace(TO_CENTRE, audience=Audience.AGENCY), ON) is None
