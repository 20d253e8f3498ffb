"""The published schema of the journey file: in step with the record, valid, and true of real files."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from planner.export.journey_file import write
from planner.export.journey_schema import schema
from planner.imports.journey_file import read
from planner.paths import resources_dir
from planner.record.constraint import FIRST_DAY, LAST_DAY
from planner.record.journey import Journey
from planner.record.journey_document import MAX_CONTENTS_BYTES, MAX_FILE_BYTES, VERSION
from planner.record.json_text import pretty
from planner.record.shape import classes_within, file_fields
from tests.builders import journeys, make_course, make_journey, make_leg, make_payment

SAMPLE = resources_dir() / "sample" / "sample.journey.json"


@pytest.fixture(scope="module")
def published(project: Path) -> dict[str, Any]:
    return json.loads((project / "docs" / "journey.schema.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def validator(published: dict[str, Any]) -> Draft202012Validator:
    return Draft202012Validator(published)


def test_the_published_schema_is_what_the_record_says_now(project: Path) -> None:
    """After a change of the record: ``planner schema > docs/journey.schema.json``."""
    assert (project / "docs" / "journey.schema.json").read_text("utf-8") == pretty(schema())


def test_it_is_a_schema_of_its_draft(published: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(published)


def test_every_class_and_field_of_the_record_is_described(published: dict[str, Any]) -> None:
    definitions = published["$defs"]
    assert all(one["title"] and one["description"] for one in definitions.values())
    for cls in classes_within(Journey):
        if cls.__name__ != "Extra":
            assert list(definitions[cls.__name__]["properties"]) == [shape.name for shape in file_fields(cls)]


def test_no_definition_is_left_over(published: dict[str, Any]) -> None:
    named = re.findall(r'"\$ref": ?"#/\$defs/(\w+)"', json.dumps(published))
    assert set(named) == set(published["$defs"])


def test_the_sample_is_what_the_schema_says(validator: Draft202012Validator) -> None:
    assert list(validator.iter_errors(json.loads(SAMPLE.read_bytes()))) == []


@settings(max_examples=30)
@given(journeys(extras=True))
def test_what_the_program_writes_is_what_the_schema_says(journey: Journey) -> None:
    made = Draft202012Validator(json.loads(pretty(schema())))
    assert [error.json_path for error in made.iter_errors(json.loads(write(journey)))] == []


def test_the_example_in_the_description_of_the_format_is_a_journey_file(
    project: Path, validator: Draft202012Validator
) -> None:
    text = (project / "docs" / "file-format.md").read_text("utf-8")
    (example,) = re.findall(r"^```json\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    assert read(example.encode(), "example").contents
    assert list(validator.iter_errors(json.loads(example))) == []


def test_the_description_of_the_format_gives_the_limits_that_hold(project: Path) -> None:
    text = (project / "docs" / "file-format.md").read_text("utf-8")
    assert f"at most {MAX_FILE_BYTES >> 20} MB" in text
    assert f"{MAX_CONTENTS_BYTES >> 20} MB together" in text
    assert f"from {FIRST_DAY} to {LAST_DAY}" in text
    assert f"`{VERSION}`" in text


WRONG: dict[str, tuple[list[str | int], Any]] = {
    "another version": (["version"], 2),
    "an id with a space": (["journey", "legs", 0, "id"], "leg 1"),
    "no date": (["journey", "legs", 0, "departs", "date"], "8 March"),
    "a date out of the record's days": (["journey", "legs", 0, "departs", "date"], "1899-12-31"),
    "a time with an offset": (["journey", "legs", 0, "departs", "time"], "17:00+08:00"),
    "an unknown mode": (["journey", "legs", 0, "mode"], "rocket"),
    "negative money as text": (["journey", "payments", 0, "amount", "amount"], "1_000"),
    "negative money": (["journey", "payments", 0, "amount", "amount"], -1),
    "a currency's sign": (["journey", "payments", 0, "amount", "currency"], "¥"),
    "a weekday 8": (["journey", "courses", 0, "weekly_pattern"], [8]),
    "a language as the web writes it": (["journey", "languages"], ["zh-CN"]),
    "notes that are null": (["journey", "notes"], None),
    "words in no language": (["journey", "agency", "name"], {"wording": {"English": "x"}}),
}


@pytest.mark.parametrize("case", WRONG)
def test_the_schema_refuses_what_the_program_refuses(case: str, validator: Draft202012Validator) -> None:
    """So that those who check files with it are not told that they are fine."""
    journey = make_journey(legs=(make_leg(),), payments=(make_payment(),), courses=(make_course(),))
    document = json.loads(write(journey))
    assert validator.is_valid(document)
    owner = wrong = copy.deepcopy(document)
    path, value = WRONG[case]
    for step in path[:-1]:
        owner = owner[step]
    owner[path[-1]] = value
    assert not validator.is_valid(wrong)


def test_the_pattern_of_days_spans_the_days_of_a_record(published: dict[str, Any]) -> None:
    pattern = published["$defs"]["When"]["properties"]["date"]["pattern"]
    outside = (FIRST_DAY.replace(year=FIRST_DAY.year - 1), LAST_DAY.replace(year=LAST_DAY.year + 1))
    assert all(re.search(pattern, day.isoformat()) for day in (FIRST_DAY, LAST_DAY))
    assert not any(re.search(pattern, day.isoformat()) for day in outside)
