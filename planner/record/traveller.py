"""The patient and the companions: who they are, what they carry, what they need on the way."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from planner.record.ids import DocumentId, InsuranceId, MedicineId, TravellerId
from planner.record.passport import Passport, PassportState
from planner.record.text import Text
from planner.record.thing import Thing


class TravellerRole(StrEnum):
    """Who is treated and who comes along."""

    PATIENT = "patient"
    COMPANION = "companion"


class Sex(StrEnum):
    """As the passport says it (ICAO 9303)."""

    FEMALE = "F"
    MALE = "M"
    UNSPECIFIED = "X"


class AllergyStatement(StrEnum):
    """Whether anybody has asked; "none known" is an answer, "not stated" is not."""

    NOT_STATED = "not-stated"
    NONE_KNOWN = "none-known"
    LISTED = "listed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Allergy:
    """What must not be given, and what happens if it is, as the person or their doctor stated it."""

    substance: Text
    reaction: Text = Text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Medicine(Thing):
    """A medicine carried, by its generic name in both languages; ``dose`` as the prescription words it.

    ``controlled`` is ``None`` while nobody has checked. ``days_carried`` is how many days the supply lasts.
    """

    id: MedicineId
    name: Text
    dose: Text = Text()
    controlled: bool | None = None
    days_carried: int | None = None
    prescription: DocumentId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyContact:
    """Whom to ring for a traveller; ``relationship`` is to the traveller."""

    name: str
    relationship: Text = Text()
    telephone: str = ""
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Insurance(Thing):
    """A policy a traveller holds or was refused. Valid on both ``valid_from`` and ``valid_to``.

    ``exclusions_read`` and ``treatment_abroad_excluded`` are ``None`` while nobody has read the wording.
    """

    id: InsuranceId
    insurer: str
    policy_number: str = ""
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    assistance_telephone: str = ""
    passport_number: str = ""
    exclusions_read: bool | None = None
    treatment_abroad_excluded: bool | None = None
    exclusions: Text = Text()
    document: DocumentId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Traveller(Thing):
    """A person who travels. ``surname`` and ``given_names`` are letter for letter as in the passport.

    ``name_hanzi`` is a name in Chinese characters if there is one; ``name_at_hospital`` is how the
    hospital's system writes the person. ``nationality`` is ISO 3166-1 alpha-2; ``languages`` are locales,
    the best spoken first; ``home_zone`` is an IANA name. ``service_codes`` are airline special service
    requests (WCHR, WCHS, WCHC, MEDA, OXYG …) and ``meal_code`` an airline meal (DBML, LSML …).
    """

    id: TravellerId
    role: TravellerRole
    surname: str
    given_names: str = ""
    preferred_name: str = ""
    name_hanzi: str = ""
    name_at_hospital: str = ""
    relationship: Text = Text()
    born_on: dt.date | None = None
    sex: Sex | None = None
    nationality: str = ""
    languages: tuple[str, ...] = ()
    home_zone: str = ""
    home_address: Text = Text()
    home_subdivision: str = ""
    telephone: str = ""
    telephone_in_china: str = ""
    wechat: str = ""
    email: str = ""
    passports: tuple[Passport, ...] = ()
    allergy_statement: AllergyStatement = AllergyStatement.NOT_STATED
    allergies: tuple[Allergy, ...] = ()
    medicines: tuple[Medicine, ...] = ()
    mobility: Text = Text()
    service_codes: tuple[str, ...] = ()
    diet: Text = Text()
    meal_code: str = ""
    emergency_contacts: tuple[EmergencyContact, ...] = ()
    insurance: tuple[Insurance, ...] = ()

    @property
    def full_name(self) -> str:
        """Surname in capitals, then given names, as on a boarding pass: ``ERIKSSON Anna Maria``."""
        return f"{self.surname.upper()} {self.given_names}".strip()

    @property
    def current_passport(self) -> Passport | None:
        """The last passport of the history that is current or being renewed."""
        live = (PassportState.CURRENT, PassportState.RENEWING)
        return next((p for p in reversed(self.passports) if p.state in live), None)
