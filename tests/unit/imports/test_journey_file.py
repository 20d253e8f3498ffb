"""Journey files that are not what they should be: one sentence each, and nothing used of them."""

from __future__ import annotations

import base64
import copy
import hashlib
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.errors import InputError
from planner.export.journey_file import write
from planner.imports import journey_file
from planner.imports.journey_file import open_file, read
from planner.message import Message
from planner.paths import resources_dir
from planner.record.journey_document import VERSION
from tests.builders import journeys, make_attachment, make_course, make_journey, make_leg

SAMPLE = resources_dir() / "sample" / "sample.journey.json"
FILE = "case.journey.json"
ABC = hashlib.sha256(b"abc").hexdigest()  # of the one attachment of these tests


def refused(data: bytes) -> InputError:
    with pytest.raises(InputError) as caught:
        read(data, FILE)
    return caught.value


def spoiled(spoil: Callable[[dict[str, Any]], object]) -> bytes:
    """The file of a small journey after ``spoil`` has been at its document."""
    attachment = make_attachment(id="file")
    journey = make_journey(
        legs=(make_leg(), make_leg(), make_leg()), courses=(make_course(),), attachments=(attachment,)
    )
    document = json.loads(write(journey))
    spoil(document)
    return json.dumps(document).encode()


def leg(document: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = document["journey"]["legs"][2]
    return found


CASES: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "a misspelt zone": (
        lambda d: leg(d)["departs"].update(zone="Pacific/Aukland"),
        "journey › legs › 3 › departs › zone should be the name of a time zone (Pacific/Auckland?).",
    ),
    "no journey": (
        lambda d: d.pop("journey"),
        "journey should be an object of named fields.",
    ),
    "no agency": (
        lambda d: d["journey"].pop("agency"),
        "journey › agency should be there: an object of named fields.",
    ),
    "an unknown mode of travel": (
        lambda d: leg(d).update(mode="rocket"),
        "journey › legs › 3 › mode should be one of flight, train, car, coach, ferry, walk.",
    ),
    "a dangling reference": (
        lambda d: leg(d).update(origin="nowhere"),
        "journey › legs › 3 › origin should be the id of something under journey › places.",
    ),
    "a version that is no number": (
        lambda d: d.update(version="1"),
        "version should be the number of the format, such as 1.",
    ),
    "a version 0": (lambda d: d.update(version=0), "version should be the number of the format, such as 1."),
    "contents that are a list": (
        lambda d: d.update(contents=[]),
        "contents should be an object of contents by SHA-256.",
    ),
    "contents of nothing in the journey": (
        lambda d: d.update(contents={"00" * 32: ""}),
        f"contents › {'00' * 32} should be the SHA-256 of an attachment of this journey.",
    ),
    **{
        f"contents that are {name}": (
            lambda d, text=text: d.update(contents={ABC: text}),
            f"contents › {ABC} should be the attachment whose SHA-256 and size these are, in base64.",
        )
        for name, text in {
            "not base64": "%%%",
            "not text": 7,
            "base64 with hanzi": "文件",
            "another file": base64.b64encode(b"abd").decode(),
        }.items()
    },
}


@pytest.mark.parametrize("case", CASES)
def test_a_wrong_file_gets_one_sentence_with_the_path_inside_it(case: str) -> None:
    spoil, said = CASES[case]
    error = refused(spoiled(spoil))
    assert str(error.message) == f"{FILE}: {said}"
    assert error.way_on is None


def test_several_faults_are_counted() -> None:
    def spoil(document: dict[str, Any]) -> None:
        for one in document["journey"]["legs"]:
            one["departs"]["time"] = "5 pm"

    error = refused(spoiled(spoil))
    assert "journey › legs › 1 › departs › time should be a time of day" in str(error.message)
    assert str(error.way_on) == "2 more places in it need putting right."


def test_a_newer_version_is_told_apart_from_a_broken_file() -> None:
    error = refused(spoiled(lambda d: d.update(version=VERSION + 1)))
    assert str(error.message) == (
        f"{FILE} is a journey file of version {VERSION + 1}; this program reads versions up to {VERSION}."
    )
    assert str(error.way_on) == f"Update this program, or ask the sender for a file of version {VERSION}."


@pytest.mark.parametrize("data", [b"{}", b"[]", b'"x"', b"null", b'{"type": "FeatureCollection"}'])
def test_another_kind_of_json_is_told_apart_from_a_broken_file(data: bytes) -> None:
    said = f'{FILE} is not a journey file: it does not begin with "format": "treatment-journey".'
    assert str(refused(data)) == said


def test_a_file_larger_than_the_limit_is_not_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(journey_file, "MAX_FILE_BYTES", 2**20)
    path = tmp_path / FILE
    path.write_bytes(b" " * (2**20 + 1))
    with pytest.raises(InputError, match="is larger than the 1 MB of a journey file"):
        open_file(path)


def test_more_embedded_than_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journey_file, "MAX_CONTENTS_BYTES", 2)
    data = spoiled(lambda d: d.update(contents={ABC: base64.b64encode(b"abc").decode()}))
    assert "embeds more than" in str(refused(data))


def test_a_missing_file_a_folder_and_one_that_does_not_open_are_each_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def said_of(path: Path) -> str:
        with pytest.raises(InputError) as caught:
            open_file(path)
        return str(caught.value)

    path = tmp_path / FILE
    assert said_of(path) == f"There is no file {path}."
    assert said_of(tmp_path) == f"{tmp_path} is a folder; a journey file is expected."

    def denied(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    assert said_of(path) == f"{path} cannot be opened: Permission denied."
    assert said_of(tmp_path) == f"{tmp_path} is a folder; a journey file is expected."  # as Windows says it


def test_a_byte_order_mark_as_notepad_writes_it_is_no_fault() -> None:
    data = SAMPLE.read_bytes()
    assert read(b"\xef\xbb\xbf" + data, FILE) == read(data, FILE)


def test_no_sentence_repeats_what_the_file_says_of_anybody() -> None:
    """What stands in the wrong place may be a diagnosis; the path to it is enough to find it."""
    for field in ("mode", "notes", "departs", "travellers", "booking", "needs_clearance", "seats"):
        error = refused(spoiled(lambda d, field=field: leg(d).update({field: 4711})))
        assert "4711" not in str(error)


# Fuzzing: whatever is done to a file, it is read or refused in a sentence.


def check(data: bytes) -> None:
    try:
        found = read(data, FILE)
    except InputError as error:
        for message in (error.message, error.way_on):
            assert "{" not in filled(message)
        return
    again = write(found.journey, found.contents)
    assert read(again, FILE) == found


def filled(message: Message | None) -> str:
    """The message, without the braces that the file's own name for a field may have."""
    if message is None:
        return ""
    own = {
        name: "" if name in ("name", "path", "near", "id") else value
        for name, value in message.params.items()
    }
    return str(Message(message.msgid, own, message.plural, message.context))


#: Values that have broken readers of JSON: each is put in the place of something else.
ODD = [
    None,
    True,
    0,
    -1,
    10**30,
    1.5,
    "",
    " ",
    "NaN",
    "\0",
    "\ud800",
    "2027-02-30",
    "25:00",
    "Asia/Shanghai",
    "patient",
    "A" * 70,
    [],
    [[]],
    {},
    {"": {"": []}},
    {"wording": {"en": ""}},
    {"id": "patient"},
]


def mutate(document: Any, dice: random.Random) -> None:
    """Change one place of ``document``: put something odd there, take it away, or double it."""
    places: list[tuple[Any, Any]] = []

    def collect(value: Any) -> None:
        keys = (
            list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
        )
        for key in keys:
            places.append((value, key))
            collect(value[key])

    collect(document)
    owner, key = dice.choice(places)
    match dice.randrange(4):
        case 0:
            owner[key] = copy.deepcopy(dice.choice(ODD))
        case 1:
            del owner[key]
        case 2 if isinstance(owner, list):
            owner.append(copy.deepcopy(owner[key]))
        case _:
            other, there = dice.choice(places)
            if isinstance(other, list) or there in other:
                owner[key] = (
                    copy.deepcopy(other[there]) if not isinstance(other, list) or there < len(other) else 0
                )


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(journeys(extras=True), st.integers(0, 2**32), st.integers(1, 4))
def test_a_document_changed_anywhere_is_read_or_refused(journey: Any, seed: int, changes: int) -> None:
    document = json.loads(write(journey))
    dice = random.Random(seed)
    for _ in range(changes):
        mutate(document, dice)
    check(json.dumps(document).encode())


@given(st.integers(0, 2**32))
def test_a_file_damaged_anywhere_is_read_or_refused(seed: int) -> None:
    dice = random.Random(seed)
    data = bytearray(write(make_journey(legs=(make_leg(),), courses=(make_course(),))))
    for _ in range(dice.randrange(1, 4)):
        at = dice.randrange(len(data))
        match dice.randrange(3):
            case 0:
                data[at] = dice.randrange(256)
            case 1:
                del data[at : at + dice.randrange(1, 40)]
            case _:
                data[at:at] = bytes(
                    dice.choices(b'{}[]",:\\0123456789eE+-. \x00\xff', k=dice.randrange(1, 6))
                )
    check(bytes(data))


@given(st.binary(max_size=60))
def test_any_bytes_are_refused(data: bytes) -> None:
    refused(data)
