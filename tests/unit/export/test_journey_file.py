"""A journey as a journey file and back: nothing lost, nothing invented, the same bytes every time."""

from __future__ import annotations

import copy
import hashlib
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.errors import InputError
from planner.export import journey_file
from planner.imports.journey_file import open_file, read
from planner.paths import resources_dir
from planner.record.journey import Extra, Journey
from tests.builders import (
    generated_journeys,
    journeys,
    make_agency,
    make_attachment,
    make_journey,
    make_leg,
    make_place,
)

SAMPLE = resources_dir() / "sample" / "sample.journey.json"


@given(journeys(extras=True))
def test_any_journey_comes_back_from_its_file_and_gives_the_same_file_again(journey: Journey) -> None:
    data = journey_file.write(journey)
    back = read(data, "x")
    assert back.journey == journey
    assert back.contents == {}
    assert journey_file.write(back.journey) == data


def test_the_sample_and_a_caseload_come_back_too() -> None:
    for journey in (open_file(SAMPLE).journey, *generated_journeys(5)):
        assert read(journey_file.write(journey), "x").journey == journey


def test_a_person_can_read_the_file() -> None:
    """Hanzi as they are, a moment on one line, first things first, a line end at the end."""
    written = journey_file.write(make_journey(legs=(make_leg(id="leg-out"),))).decode()
    assert written.startswith(
        '{\n  "format": "treatment-journey",\n  "version": 1,\n  "journey": {\n    "id":'
    )
    assert '"departs": {"date": "2027-03-07", "time": "22:00", "zone": "Pacific/Auckland"},\n' in written
    assert "演示质子中心" in written
    assert written.endswith("}\n")
    assert max(map(len, written.splitlines())) <= 120


def document(journey: Journey) -> dict[str, Any]:
    return json.loads(journey_file.write(journey))


def objects(value: Any) -> list[dict[str, Any]]:
    """Every object of a document but those of words by language, whose names are all known."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    own = [value] if isinstance(value, dict) else []
    return own + [one for name in inner for one in objects(name)]


@given(journeys(), st.data())
def test_fields_of_a_later_version_survive_wherever_they_are(journey: Journey, data: st.DataObject) -> None:
    changed = document(journey)
    wordings = [id(one["wording"]) for one in objects(changed) if "wording" in one]
    places = [one for one in objects(changed) if id(one) not in wordings]
    for place in data.draw(st.lists(st.sampled_from(places), max_size=5)):
        place["later/field"] = {"value": [1, "二", None]}
    first = read(json.dumps(changed).encode(), "x").journey
    again = json.loads(journey_file.write(first))
    assert again == changed
    assert replace(first, extra=()) == journey


def test_fields_of_a_later_version_follow_their_thing_through_an_edit() -> None:
    changed = document(make_journey(legs=(make_leg(id="one"), make_leg(id="two"))))
    changed["journey"]["legs"][1]["lounge"] = "Koru"
    changed["sent_by"] = "another program"
    journey = read(json.dumps(changed).encode(), "x").journey
    edited = replace(journey, legs=(journey.legs[1], make_leg(id="three")))
    after = document(edited)
    assert [leg.get("lounge") for leg in after["journey"]["legs"]] == ["Koru", None]
    assert after["sent_by"] == "another program"
    without = document(replace(journey, legs=()))
    assert "Koru" not in json.dumps(without)


def test_a_later_field_is_kept_digit_by_digit() -> None:
    changed = document(make_journey())
    text = json.dumps(changed)[:-1] + ', "rate": 1.10, "huge": 12345678901234567890123}'
    again = journey_file.write(read(text.encode(), "x").journey).decode()
    assert '"rate": 1.10' in again
    assert '"huge": 12345678901234567890123' in again


def test_the_order_of_fields_in_a_file_does_not_matter() -> None:
    def turned(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: turned(value[name]) for name in reversed(value)}
        return [turned(one) for one in value] if isinstance(value, list) else value

    journey = open_file(SAMPLE).journey
    assert read(json.dumps(turned(document(journey))).encode(), "x").journey == journey


CONTENT = b"%PDF-1.7 specimen \x00\xff"
SHA = hashlib.sha256(CONTENT).hexdigest()


def with_attachment(**fields: Any) -> Journey:
    attached = make_attachment(id="file", sha256=SHA, size_bytes=len(CONTENT), **fields)
    return make_journey(agency=make_agency(logo="file", attachments=(attached,)))


def test_attachments_are_embedded_when_they_are_given() -> None:
    journey = with_attachment()
    back = read(journey_file.write(journey, {SHA: CONTENT}), "x")
    assert back.journey == journey
    assert back.contents == {SHA: CONTENT}
    assert read(journey_file.write(journey), "x").contents == {}


def test_attachments_too_large_for_a_file_are_refused_before_they_are_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(journey_file, "MAX_CONTENTS_BYTES", len(CONTENT) - 1)
    with pytest.raises(InputError, match="larger than the 0 MB a journey file may hold"):
        journey_file.write(with_attachment(), {SHA: CONTENT})


def test_a_file_nobody_could_read_back_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journey_file, "MAX_FILE_BYTES", 1000)
    with pytest.raises(InputError) as caught:
        journey_file.write(make_journey(notes="long " * 200))
    assert caught.value.way_on is not None


def test_an_unknown_field_that_has_become_known_does_not_overwrite_it() -> None:
    journey = make_journey(reference="TRUE", extra=(Extra(pointer="reference", json='"FALSE"'),))
    assert document(journey)["journey"]["reference"] == "TRUE"


def test_writing_leaves_the_journey_as_it_was() -> None:
    journey = make_journey(places=(make_place(id="p"),))
    before = copy.deepcopy(journey)
    journey_file.write(journey)
    assert journey == before
