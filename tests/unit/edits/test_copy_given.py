"""A copy or a file given to somebody by name: a disclosure each, under the consent, or not at all."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import count

import pytest

from planner.edits.copy_given import give_copy, take_back
from planner.errors import InputError, Refused
from planner.imports.journey_file import open_file
from planner.record.consent import Audience, DisclosureKind
from planner.record.journey import Journey
from planner.record.text import same
from planner.record.when import When
from planner.session import PrintOptions
from planner.session.importing import sample_file
from planner.session.receivers import readers, receivers, recipients_of

AT = When(date=dt.date(2027, 4, 14), time=dt.time(9, 0), zone="Asia/Shanghai")
ANNA, BEN = same("Anna"), same("Ben")


@pytest.fixture(scope="module")
def journey() -> Journey:
    return open_file(sample_file()).journey


def ids():  # type: ignore[no-untyped-def]
    numbers = count()
    return lambda: f"d{next(numbers)}"


def test_each_who_is_given_a_copy_is_a_disclosure_under_its_consents(journey: Journey) -> None:
    edit = give_copy(
        journey, DisclosureKind.PRINT, [ANNA, BEN, ANNA], audience=Audience.DRIVER, at=AT, new_id=ids()
    )
    after = edit.change(journey)
    told = after.disclosures[len(journey.disclosures) :]
    assert {one.recipient_name for one in told} == {ANNA, BEN}
    assert all(one.consent is not None and one.kind is DisclosureKind.PRINT for one in told)
    assert take_back(after, journey).change(after).disclosures == journey.disclosures


def test_a_copy_without_consent_is_refused_and_one_for_nobody_too(journey: Journey) -> None:
    without = replace(journey, consents=())
    edit = give_copy(without, DisclosureKind.EXPORT, [ANNA], audience=Audience.HOSPITAL, at=AT, new_id=ids())
    with pytest.raises(Refused, match="has not given consent"):
        edit.change(without)
    with pytest.raises(InputError, match="Nobody is named"):
        give_copy(journey, DisclosureKind.PRINT, [], audience=Audience.PATIENT, at=AT, new_id=ids())


def test_the_likeliest_receiver_of_each_copy_comes_first(journey: Journey) -> None:
    first = {audience: receivers(journey, PrintOptions(audience=audience))[0] for audience in Audience}
    assert first[Audience.PATIENT].best("en") == "ERIKSSON Anna Maria"
    assert first[Audience.COMPANION].best("en") == "ERIKSSON Lars Specimen"
    assert first[Audience.AGENCY] == journey.agency.name
    drivers = recipients_of(journey, Audience.DRIVER)
    assert first[Audience.DRIVER] == drivers[0].name
    wanted = drivers[-1]
    assert receivers(journey, PrintOptions(audience=Audience.DRIVER, recipient=wanted.id))[0] == wanted.name
    assert [one.id for one in readers(journey, Audience.COMPANION)] == [one.id for one in journey.companions]
    assert readers(journey, Audience.DRIVER) == ()
