"""Whose law a journey falls under: where it goes, where the agency is, and the patient's home."""

from __future__ import annotations

from planner.record.journey import Journey
from planner.reference.policy import Policy
from planner.reference.reference import Reference

#: The zones of the only country besides that of treatment whose law ships. One lives in a zone.
_COUNTRIES = {
    "Pacific/Auckland": "NZ",
    "Pacific/Chatham": "NZ",
    "Antarctica/McMurdo": "NZ",
    "NZ": "NZ",
    "NZ-CHAT": "NZ",
}
#: What is asked for where no law of the agency's or the patient's own country is known.
_GENERAL = "privacy.health-information"


def is_home(journey: Journey, country: str) -> bool:
    """Whether the patient is known to live in ``country`` (ISO 3166-1 alpha-2)."""
    patient = journey.patient
    if patient is None:
        return False
    return country in (_COUNTRIES.get(patient.home_zone), patient.home_subdivision.partition("-")[0])


def concerns(policy: Policy, journey: Journey) -> bool:
    """Whether ``policy`` holds for ``journey``: anywhere, where it goes, at the agency's or at home."""
    country = policy.country
    if country in ("", journey.country):
        return True
    return country == _COUNTRIES.get(journey.agency.zone) or is_home(journey, country)


def privacy_law(reference: Reference, journey: Journey, id: str) -> Policy | None:
    """The policy of that id where it concerns ``journey``, else what the country of treatment asks for."""
    found = reference.policies.get(id)
    if found is not None and concerns(found, journey):
        return found
    return reference.policy(_GENERAL, journey.country)
