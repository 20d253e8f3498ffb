"""The record's conventions hold for every class of it, so that what follows the shapes can rely on them."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from planner.record.codec import encode
from planner.record.constraint import CONSTRAINTS, ID, Bounds
from planner.record.directory import Directory
from planner.record.ids import is_id
from planner.record.journey import Extra, Journey
from planner.record.shape import Kind, classes_within, file_fields, id_type, shape_of
from planner.record.thing import Thing
from tests.builders import make_journey

CLASSES = sorted({*classes_within(Journey), *classes_within(Directory)}, key=lambda cls: cls.__name__)
FIELDS = {(cls, shape.name): shape for cls in CLASSES for shape in shape_of(cls)}


@pytest.mark.parametrize("cls", CLASSES)
def test_every_value_is_frozen_and_every_thing_has_a_type_of_id_of_its_own(cls: type) -> None:
    assert cls.__dataclass_params__.frozen
    if issubclass(cls, Thing):
        kinds = [id_type(other) for other in CLASSES if other is not cls]
        assert id_type(cls) is not None
        assert id_type(cls) not in kinds


@pytest.mark.parametrize("cls", CLASSES)
def test_a_value_that_may_be_absent_always_writes_something(cls: type) -> None:
    """Else a value of nothing but blanks could not be told from none."""
    optional = {shape.type for shape in FIELDS.values() if shape.optional and shape.kind is Kind.VALUE}
    if cls in optional:
        assert any(not shape.optional for shape in shape_of(cls))


def test_every_number_has_its_bounds() -> None:
    numbers = {key for key, shape in FIELDS.items() if shape.kind in (Kind.WHOLE, Kind.DECIMAL)}
    assert {key for key, rule in CONSTRAINTS.items() if isinstance(rule, Bounds)} == numbers


def test_every_constraint_is_about_a_field_and_its_default_meets_it() -> None:
    assert set(CONSTRAINTS) <= set(FIELDS)
    for key, rule in CONSTRAINTS.items():
        shape = FIELDS[key]
        defaults = () if shape.required or shape.default is None else shape.default
        for default in defaults if shape.many or shape.kind is Kind.WORDS else (defaults,):
            assert default == () or rule.expected(default) is None, key


@pytest.mark.parametrize("part", ["zone", "country", "currency", "sha256", "languages"])
def test_fields_that_carry_a_code_by_their_name_are_held_to_it(part: str) -> None:
    named = {key for key, shape in FIELDS.items() if part in key[1].split("_") and shape.kind is Kind.TEXT}
    assert named
    assert named <= set(CONSTRAINTS)


@pytest.mark.parametrize("text", ["a", "01hx0000", "Z" * 64, "a-b_c", "", "-a", "a b", "Z" * 65, "é", "a\n"])
def test_the_schema_and_the_program_agree_on_ids(text: str) -> None:
    assert (ID.expected(text) is None) == is_id(text)


def test_only_the_unknown_fields_are_not_spelt_out_in_a_file() -> None:
    hidden = {shape.name for shape in shape_of(Journey)} - {shape.name for shape in file_fields(Journey)}
    assert hidden == {"extra"}
    assert "extra" not in encode(make_journey(extra=(Extra(pointer="x", json="1"),)))


@dataclass(frozen=True)
class _Odd:
    when: complex


def test_a_type_the_conventions_do_not_know_is_refused() -> None:
    with pytest.raises(TypeError, match="no kind for when"):
        shape_of(_Odd)
