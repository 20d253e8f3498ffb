"""People: the travellers with what must be known of them, and whom to reach."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from planner.itinerary.item import Itinerary
from planner.message import N_, NN_, Message
from planner.record.journey import Journey
from planner.record.traveller import AllergyStatement, Insurance, Medicine, Traveller
from ui import labels
from ui.journey.row import Block, Content, Facts, NamedFact, Row, Rows, WholeDate, fact
from ui.theme.tokens import Tone


def people(journey: Journey, itinerary: Itinerary, today: dt.date) -> Iterator[Block]:
    """The journey as such, one block a traveller, the diagnoses, then the contacts."""
    if journey.travellers or journey.reference:
        yield _journey(journey)
    for traveller in journey.travellers:
        yield Facts(
            title=traveller.full_name,
            subtitle=traveller.name_hanzi,
            state=(labels.name(traveller.role), Tone.ACCENT),
            facts=tuple(_facts(traveller, journey, today)),
            subject=traveller.id,
        )
    diagnoses = tuple(
        Row(
            title=one.summary or one.site or one.icd10 or N_("A diagnosis nobody has worded"),
            on=one.stated_on,
            details=tuple(part for part in (one.icd10, one.stage) if part),
            subject=one.id,
        )
        for one in journey.diagnoses
    )
    if diagnoses:
        yield Rows(heading=N_("Diagnoses as stated"), rows=diagnoses)
    rows = tuple(
        Row(
            title=line.name,
            details=tuple(part for part in (line.role, line.telephone, line.wechat, line.vehicle) if part),
            subject=line.contact,
        )
        for line in itinerary.contacts
    )
    if rows:
        yield Rows(heading=N_("Contacts"), rows=rows[:6] + tuple(_folded(row) for row in rows[6:]))


def _journey(journey: Journey) -> Facts:
    managers = {one.id: one.name for one in journey.agency.case_managers}
    manager = managers.get(journey.case_manager) if journey.case_manager else None
    return Facts(
        title=N_("Journey"),
        subtitle=journey.reference,
        facts=(
            *fact(N_("Case status"), labels.name(journey.state)),
            *fact(N_("Opened on"), _whole(journey.opened_on)),
            *fact(N_("Case manager"), manager),
            *fact(N_("Kept until"), _whole(journey.retain_until)),
        ),
        subject=journey.id,
    )


def _whole(day: dt.date | None) -> WholeDate | None:
    return WholeDate(day) if day is not None else None


def _folded(row: Row) -> Row:
    return replace(row, folded=True)


def _facts(person: Traveller, journey: Journey, today: dt.date) -> Iterator[NamedFact]:
    yield from fact(N_("Born"), *_born(person, today))
    yield from _passport(person, today)
    if person is journey.patient:
        for diagnosis in journey.diagnoses:
            yield from fact(N_("Diagnosis as stated"), diagnosis.summary or diagnosis.site, diagnosis.icd10)
    yield from _allergies(person)
    yield from fact(N_("Medicines"), *(_medicine(medicine) for medicine in person.medicines))
    yield from fact(N_("Mobility"), person.mobility, " ".join(person.service_codes))
    yield from fact(N_("Diet"), person.diet, person.meal_code)
    yield from fact(N_("Telephone"), person.telephone, person.telephone_in_china)
    yield from fact(N_("WeChat"), person.wechat)
    for contact in person.emergency_contacts:
        yield from fact(N_("In an emergency"), contact.name, contact.relationship, contact.telephone)
    yield from _insurance(person.insurance)


def _born(person: Traveller, today: dt.date) -> tuple[Content, ...]:
    if person.born_on is None:
        return ()
    born = person.born_on
    years = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    return born, NN_("{count} year", "{count} years", years)


def _passport(person: Traveller, today: dt.date) -> Iterator[NamedFact]:
    passport = person.current_passport
    if passport is None:
        yield from fact(N_("Passport"), N_("not known yet"), tone=Tone.WARNING)
        return
    expires: Message | None = None
    if passport.expires_on is not None:
        expires = N_("valid until {day}", day=passport.expires_on)
    over = passport.expires_on is not None and passport.expires_on < today
    yield from fact(
        N_("Passport"),
        f"{passport.issuing_state} {passport.number}".strip(),
        expires,
        tone=Tone.DANGER if over else None,
    )


def _allergies(person: Traveller) -> Iterator[NamedFact]:
    match person.allergy_statement:
        case AllergyStatement.NOT_STATED:
            yield from fact(N_("Allergies"), N_("nobody has asked yet"), tone=Tone.WARNING)
        case AllergyStatement.NONE_KNOWN:
            yield from fact(N_("Allergies"), N_("none known"))
        case AllergyStatement.LISTED:
            listed = (
                N_("{substance}: {reaction}", substance=allergy.substance, reaction=allergy.reaction)
                if allergy.reaction
                else allergy.substance
                for allergy in person.allergies
            )
            yield from fact(N_("Allergies"), *listed, tone=Tone.DANGER)


def _medicine(medicine: Medicine) -> Content:
    if medicine.dose:
        return N_("{medicine}, {dose}", medicine=medicine.name, dose=medicine.dose)
    return medicine.name


def _insurance(policies: tuple[Insurance, ...]) -> Iterator[NamedFact]:
    for policy in policies:
        unread = policy.exclusions_read is not True
        yield from fact(
            N_("Insurance"),
            policy.insurer,
            policy.policy_number,
            N_("exclusions not read") if unread else None,
            N_("does not cover treatment abroad") if policy.treatment_abroad_excluded else None,
            tone=Tone.WARNING if unread else None,
        )
