"""Forms of people: the journey itself, travellers, diagnoses, contacts, places, the agency."""

from __future__ import annotations

from typing import Any

from planner.message import N_
from planner.record.agency import Agency, CaseManager
from planner.record.contact import Contact, ContactRole
from planner.record.diagnosis import Diagnosis
from planner.record.journey import Journey
from planner.record.passport import Passport
from planner.record.place import Place, PlaceKind
from planner.record.shape import shape_of
from planner.record.traveller import AllergyStatement, Insurance, Medicine, Traveller, TravellerRole
from ui.editing.form_spec import FormSpec, Group, holds_things

_TREATING = (PlaceKind.HOSPITAL, PlaceKind.PROTON_CENTRE, PlaceKind.CLINIC)
_HOUSES = (PlaceKind.HOTEL, PlaceKind.FLAT, PlaceKind.HOME)

PEOPLE: dict[Any, FormSpec] = {
    Journey: FormSpec(
        (
            Group(("reference", "state", "opened_on", "case_manager", "languages")),
            Group(("country", "zone", "referring_hospital"), N_("Treatment")),
            Group(("last_service_on", "retain_until", "retention_reason"), N_("Keeping the record")),
        ),
        own=(
            "agency",
            "template",
            *(shape.name for shape in shape_of(Journey) if holds_things(shape)),
        ),
    ),
    Traveller: FormSpec(
        (
            Group(
                (
                    *("surname", "given_names", "preferred_name", "name_hanzi", "name_at_hospital"),
                    *("role", "nationality", "relationship", "born_on", "sex", "languages"),
                )
            ),
            Group(("passports",), N_("Passports")),
            Group(
                (
                    *("allergy_statement", "allergies", "medicines", "mobility", "service_codes"),
                    *("diet", "meal_code"),
                ),
                N_("Health and needs on the way"),
            ),
            Group(
                (
                    *("home_address", "home_subdivision", "home_zone", "telephone"),
                    *("telephone_in_china", "wechat", "email", "emergency_contacts"),
                ),
                N_("Home and how to reach them"),
            ),
            Group(("insurance",), N_("Insurance")),
        ),
        {
            "relationship": lambda held: held["role"] is not TravellerRole.COMPANION,
            "allergies": lambda held: held["allergy_statement"] is not AllergyStatement.LISTED,
        },
    ),
    Passport: FormSpec(
        (Group(("number", "issuing_state", "issued_on", "expires_on", "state", "blank_pages")),)
    ),
    Medicine: FormSpec((Group(("name", "dose", "controlled", "days_carried", "prescription")),)),
    Insurance: FormSpec(
        (
            Group(("insurer", "policy_number", "valid_from", "valid_to", "assistance_telephone")),
            Group(("exclusions_read", "treatment_abroad_excluded", "exclusions"), N_("Exclusions")),
            Group(("passport_number", "document"), N_("More"), folded=True),
        )
    ),
    Diagnosis: FormSpec(
        (
            Group(("summary", "icd10", "stated_on", "site", "stage")),
            Group(("stated_by", "document")),
        )
    ),
    Contact: FormSpec(
        (
            Group(("role", "name", "name_pinyin", "title", "place", "languages")),
            Group(("telephone", "wechat", "email", "vehicle"), N_("How to reach them")),
        ),
        {"vehicle": lambda held: held["role"] is not ContactRole.DRIVER},
    ),
    Place: FormSpec(
        (
            Group(
                (
                    *("kind", "iata_code", "name", "name_pinyin", "country", "zone"),
                    *("within", "city", "address", "address_pinyin"),
                )
            ),
            Group(("department", "floor", "room", "entrance"), N_("Inside the building")),
            Group(
                ("telephone", "website", "emergency_entrance", "emergency_telephone"), N_("How to reach it")
            ),
            Group(
                ("latitude_deg", "longitude_deg", "subdivision"),
                N_("Position"),
            ),
            Group(
                ("registers_foreigners", "opening_hours", "treatment_days", "status", "verified_on"),
                N_("What is known of it"),
            ),
        ),
        {
            "iata_code": lambda held: held["kind"] is not PlaceKind.AIRPORT,
            "department": lambda held: held["kind"] in _HOUSES,
            "registers_foreigners": lambda held: held["kind"] not in _HOUSES,
            "treatment_days": lambda held: held["kind"] not in _TREATING,
            "emergency_entrance": lambda held: held["kind"] not in _TREATING,
            "emergency_telephone": lambda held: held["kind"] not in _TREATING,
        },
    ),
    Agency: FormSpec(
        (
            Group(("name", "address", "zone", "print_languages")),
            Group(("telephone_24h", "telephone_china", "email", "website"), N_("How to reach it")),
            Group(("disclaimer", "logo"), N_("On paper")),
            Group(("case_managers",), N_("Case managers")),
        )
    ),
    CaseManager: FormSpec((Group(("name", "telephone", "wechat", "email")),)),
}
