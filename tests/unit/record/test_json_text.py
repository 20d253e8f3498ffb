"""JSON text: what is refused, in which words, and how it is written for people."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.errors import InputError
from planner.record.json_text import compact, parse, pretty

values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.text(st.characters(codec="utf-8")),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(codec="utf-8")), inner, max_size=4)
    ),
    max_leaves=30,
)


@given(values)
def test_both_ways_of_writing_say_the_same_to_any_reader(value: object) -> None:
    assert parse(pretty(value).encode(), "x") == value
    assert parse(compact(value).encode(), "x") == value
    assert json.loads(pretty(value)) == json.loads(compact(value)) == value


@pytest.mark.parametrize("number", ["1.10", "-0.0", "1E+2", "0.0000001", "12345678901234567890.123456789"])
def test_a_number_keeps_every_digit(number: str) -> None:
    assert compact(parse(number.encode(), "x")) == str(Decimal(number))


def test_a_byte_order_mark_is_no_fault() -> None:
    assert parse(b"\xef\xbb\xbf[1]", "x") == [1]


def test_short_things_stand_on_one_line_and_long_ones_on_many() -> None:
    written = pretty(
        {"when": {"date": "2027-03-08", "time": "05:35"}, "words": ["长" * 70, "长" * 70], "none": {}}
    )
    assert written.splitlines() == [
        "{",
        '  "when": {"date": "2027-03-08", "time": "05:35"},',
        '  "words": [',
        f'    "{"长" * 70}",',
        f'    "{"长" * 70}"',
        "  ],",
        '  "none": {}',
        "}",
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "it is not JSON from line 1, column 1 on."),
        (b'{"a": 1,\n "b" 2}', "it is not JSON from line 2, column 6 on."),
        (b"[1] [2]", "it is not JSON from line 1, column 5 on."),
        (b"PK\x03\x04\xff", "byte 5 is not UTF-8 text."),
        ("[]".encode("utf-16"), "it is UTF-16 or UTF-32 text; UTF-8 is expected. Save it again as UTF-8."),
        ("[]".encode("utf-32"), "it is UTF-16 or UTF-32 text; UTF-8 is expected. Save it again as UTF-8."),
        (b'{"a": 1, "b": 2, "a": 3}', "“a” is there twice in the same object; once is expected."),
        (b"[NaN]", "NaN is not a number of JSON."),
        (b"[-Infinity]", "-Infinity is not a number of JSON."),
        (b"[1e400000000]", "it holds a number of more than 40 digits."),
        (b"[" + b"1" * 5000 + b"]", "it holds a number of more than 40 digits."),
        (b"[" + b"1" * 5000 + b".5]", "it holds a number of more than 40 digits."),
        (b"[" * 100_000, "it is nested too deep."),
        (b'{"a":' * 100_000, "it is nested too deep."),
        (b"[" * 65 + b"]" * 65, "it is nested too deep."),
        (b'{"a":' * 65 + b"1" + b"}" * 65, "it is nested too deep."),
        (b'["\\ud83d"]', "it holds half of a character (a lone surrogate)."),
    ],
)
def test_what_is_no_use_is_said_in_one_sentence_naming_the_file(data: bytes, said: str) -> None:
    with pytest.raises(InputError) as caught:
        parse(data, "a.journey.json")
    assert str(caught.value) == f"a.journey.json cannot be read: {said}"


def test_nesting_that_is_deep_enough_for_anybody_is_read() -> None:
    assert parse(b"[" * 64 + b"1" + b"]" * 64, "x")


def test_an_escaped_pair_is_a_whole_character() -> None:
    assert parse(b'["\\ud83d\\ude00"]', "x") == ["😀"]
