"""Which section of the journey page shows the thing that a finding is about."""

from __future__ import annotations

from planner.record.journey import Journey
from planner.record.lookup import things
from planner.record.subject import Subject

_SECTIONS: dict[str, str] = {
    "travellers": "people",
    "diagnoses": "people",
    "documents": "documents",
    "visas": "visa",
    "entries": "visa",
    "legs": "travel",
    "stays": "travel",
    "mdt_meetings": "appointments",
    "appointments": "appointments",
    "courses": "course",
    "places": "course",
    "estimate": "money",
    "payments": "money",
    "deposits": "money",
    "receipts": "money",
    "consents": "consent",
    "notices": "consent",
    "disclosures": "consent",
    "tasks": "tasks",
}


def section_of(journey: Journey, subject: Subject) -> str | None:
    """The key of the section that shows ``subject``; ``None`` while no section does.

    Of the places only those of treatment have a section, that of the course.
    """
    if subject.id == journey.id:
        return _SECTIONS.get(subject.field)
    centres = {course.centre for course in journey.courses}
    for name, section in _SECTIONS.items():
        for held in getattr(journey, name):
            if name == "places" and held.id not in centres:
                continue
            if any(one.id == subject.id for one in things(held)):
                return section
    return None
