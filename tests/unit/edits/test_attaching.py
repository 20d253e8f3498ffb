"""Files attached to a thing, called something else, and taken off again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from planner.edits.attaching import attach, detach, rename
from planner.edits.edit import Edit
from planner.errors import InputError
from planner.i18n import translator
from planner.record.ids import AttachmentId
from planner.record.journey import Journey
from planner.record.thing import Attachment
from tests.builders import make_attachment, make_document, make_journey

FIRST = make_attachment(id="first", name="scan.pdf", sha256="1" * 64)
SECOND = make_attachment(id="second", name="letter.docx", sha256="2" * 64)
THIRD = make_attachment(id="third", name="README", sha256="3" * 64)


@pytest.fixture
def journey() -> Journey:
    return make_journey(
        documents=(make_document(id="report", attachments=(FIRST, SECOND)), make_document(id="other"))
    )


def said(edit: Edit) -> str:
    return translator("en").text(edit.label)


def files(journey: Journey, id: str = "report") -> tuple[Attachment, ...]:
    return next(one.attachments for one in journey.documents if one.id == id)


def test_files_come_after_those_there_and_nowhere_else(journey: Journey) -> None:
    edit = attach(journey, "report", [THIRD])
    after = edit.change(journey)
    assert (said(edit), edit.journey) == ("Attach “README”", journey.id)
    assert files(after) == (FIRST, SECOND, THIRD)
    assert files(after, "other") == ()
    assert files(journey) == (FIRST, SECOND)


def test_several_files_are_counted_and_contents_held_already_are_left_out(journey: Journey) -> None:
    again = replace(FIRST, id=AttachmentId("again"), name="the same scan.pdf")
    edit = attach(journey, "report", iter((again, THIRD)))
    assert said(edit) == "Attach 2 files"
    assert files(edit.change(journey)) == (FIRST, SECOND, THIRD)


def test_attaching_only_what_is_there_changes_nothing(journey: Journey) -> None:
    assert attach(journey, "report", [FIRST]).change(journey) == journey


def test_a_file_is_taken_off_alone_and_taking_it_off_twice_is_once(journey: Journey) -> None:
    edit = detach(journey, "report", "first")
    after = edit.change(journey)
    assert said(edit) == "Remove “scan.pdf”"
    assert files(after) == (SECOND,)
    assert edit.change(after) == after


@pytest.mark.parametrize(
    ("before", "name", "after"),
    [
        ("scan.pdf", "Pathology", "Pathology.pdf"),
        ("scan.pdf", "  Pathology \n of  May ", "Pathology of May.pdf"),
        ("scan.pdf", "Pathology.txt", "Pathology.txt"),
        ("README", "Read this", "Read this"),
        (".hidden", "seen", "seen"),
    ],
)
def test_a_file_keeps_its_ending_unless_the_name_has_one(
    journey: Journey, before: str, name: str, after: str
) -> None:
    named = replace(FIRST, name=before)
    there = replace(journey, documents=(make_document(id="report", attachments=(named, SECOND)),))
    edit = rename(there, "report", "first", name)
    assert said(edit) == f"Rename “{before}”"
    assert files(edit.change(there)) == (replace(FIRST, name=after), SECOND)


def test_a_file_needs_a_name(journey: Journey) -> None:
    with pytest.raises(InputError, match="needs a name"):
        rename(journey, "report", "first", " \t\n")


@pytest.mark.parametrize(
    "make",
    [
        lambda journey, thing: attach(journey, thing, [THIRD]),
        lambda journey, thing: detach(journey, thing, "first"),
        lambda journey, thing: rename(journey, thing, "first", "Pathology"),
    ],
    ids=["attach", "detach", "rename"],
)
def test_what_it_belongs_to_must_be_there_when_made_and_when_run(
    journey: Journey, make: Callable[[Journey, str], Edit]
) -> None:
    with pytest.raises(InputError, match="no longer in the journey"):
        make(journey, "nothing")
    edit = make(journey, "report")
    with pytest.raises(InputError, match="no longer in the journey"):
        edit.change(replace(journey, documents=()))


def test_a_file_that_is_not_there_is_neither_taken_off_nor_renamed(journey: Journey) -> None:
    with pytest.raises(InputError, match="no longer attached"):
        detach(journey, "report", "third")
    with pytest.raises(InputError, match="no longer attached"):
        rename(journey, "other", "first", "Pathology")
