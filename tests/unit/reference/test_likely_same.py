"""Which entries of the directory may be one and the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.record.contact import Contact, ContactRole
from planner.record.ids import ContactId, PlaceId
from planner.record.place import Place, PlaceKind
from planner.record.text import Text
from planner.reference.likely_same import likely_same

HOSPITAL = Place(
    id=PlaceId("a"),
    kind=PlaceKind.HOSPITAL,
    name=Text({"en": "Demo Cancer Hospital", "zh_CN": "演示肿瘤医院"}),
)
DOCTOR = Contact(
    id=ContactId("d"),
    role=ContactRole.SURGEON,
    name=Text({"en": "Dr. Shìlì Jiǎ", "zh_CN": "示例甲"}),
    telephone="+86 28 1000 0000",
)


def other(name: dict[str, str], **facts: object) -> Place:
    return replace(HOSPITAL, id=PlaceId("b"), name=Text(name), **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "name",
    [
        {"en": "DEMO cancer hospital"},
        {"en": "Demo Cancer-Hospital."},
        {"en": "Another name", "zh_CN": "演示 肿瘤医院"},
        {"en": "演示肿瘤医院"},
        {"en": "Cancer Hospital Demo"},
    ],
)
def test_a_name_in_any_language_is_enough(name: dict[str, str]) -> None:
    twice = other(name)
    assert likely_same(HOSPITAL, (HOSPITAL, twice)) == (twice,)
    assert likely_same(twice, (HOSPITAL, twice)) == (HOSPITAL,)


@pytest.mark.parametrize(
    "one",
    [
        other({"en": "Demo Cancer Hospital East"}),
        other({"en": "Demo Cancer Hospital"}, kind=PlaceKind.STATION),
        other({"en": "Demo Cancer Hospital"}, within=HOSPITAL.id),
        other({}),
    ],
)
def test_others_are_not(one: Place) -> None:
    assert likely_same(HOSPITAL, (one,)) == ()


def test_a_centre_may_be_the_hospital() -> None:
    centre = other({"en": "Demo cancer hospital"}, kind=PlaceKind.PROTON_CENTRE)
    assert likely_same(HOSPITAL, (centre,)) == (centre,)


def test_people_by_name_whatever_their_title_and_marks() -> None:
    plain = replace(DOCTOR, id=ContactId("e"), name=Text({"en": "Jia Shili"}), telephone="")
    titled = replace(DOCTOR, id=ContactId("f"), name=Text({"en": "Shìlì Jiǎ"}), telephone="")
    assert likely_same(titled, (plain,)) == (plain,)


def test_people_by_telephone_only_in_the_same_role_and_house() -> None:
    same = replace(DOCTOR, id=ContactId("e"), name=Text({"en": "Other"}), telephone="028 1000 0000")
    assert likely_same(DOCTOR, (same,)) == (same,)
    nurse = replace(same, role=ContactRole.NURSE)
    assert likely_same(DOCTOR, (nurse,)) == ()
    short = replace(DOCTOR, telephone="120")
    assert likely_same(short, (replace(same, telephone="120"),)) == ()
