"""A person of the shared directory: interpreter, driver, doctor, coordinator."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from planner.record.ids import ContactId, PlaceId
from planner.record.text import Text
from planner.record.thing import Thing


class ContactRole(StrEnum):
    """What a person does for a journey; the medical ones are also the roles at an MDT board."""

    INTERPRETER = "interpreter"
    DRIVER = "driver"
    COORDINATOR = "coordinator"
    SURGEON = "surgeon"
    ONCOLOGIST = "oncologist"
    RADIATION_ONCOLOGIST = "radiation-oncologist"
    RADIOLOGIST = "radiologist"
    PATHOLOGIST = "pathologist"
    HEPATOLOGIST = "hepatologist"
    ANAESTHETIST = "anaesthetist"
    MEDICAL_PHYSICIST = "medical-physicist"
    RADIATION_THERAPIST = "radiation-therapist"
    GENERAL_PRACTITIONER = "general-practitioner"
    NURSE = "nurse"
    INSURER = "insurer"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Thing):
    """A person. ``languages`` are locales they speak; ``vehicle`` is for drivers (model, colour, plate)."""

    id: ContactId
    role: ContactRole
    name: Text
    name_pinyin: str = ""
    title: Text = Text()
    place: PlaceId | None = None
    languages: tuple[str, ...] = ()
    telephone: str = ""
    wechat: str = ""
    email: str = ""
    vehicle: Text = Text()
