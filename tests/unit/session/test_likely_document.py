"""Which document a dropped file is, going by its name: said only where the name says one and no other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.record.journey import Journey
from planner.session import Session
from planner.session.likely_document import likely_documents


@pytest.fixture(scope="module")
def journey() -> Journey:
    with Session.sample() as session:
        return session.journey("sample")


def best(journey: Journey, *names: str) -> str | None:
    found = likely_documents(journey, names).best
    return found.removeprefix("sample-doc-") if found is not None else None


@pytest.mark.parametrize(
    ("name", "document"),
    [
        ("passport_lars.pdf", "passport-copy-companion"),
        ("Anna passport.JPG", "passport-copy-patient"),
        ("护照（陪同人员）.jpg", "passport-copy-companion"),
        ("invitation-letter-COMPANION-2027.pdf", "invitation-companion"),
        ("２０２７ Ｃｌｉｎｉｃａｌ＿Ｓｕｍｍａｒｙ.pdf", "summary"),
        ("病情摘要.pdf", "summary"),
        ("病情摘要 中文译本.pdf", "summary-zh"),
        ("FitToFly.pdf", "fit-to-fly"),
        ("结婚证.jpg", "kinship"),
        ("discharge summary.pdf", "discharge"),
        ("出院小结 2027-04-28.pdf", "discharge"),
        ("hotel booking (scan).pdf", "hotel-booking"),
        ("e-ticket patient.pdf", "ticket-patient"),
    ],
)
def test_what_a_name_says_clearly(name: str, document: str, journey: Journey) -> None:
    assert best(journey, name) == document


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("passport_eriksson.pdf", {"passport-copy-patient", "passport-copy-companion"}),
        ("护照.jpg", {"passport-copy-patient", "passport-copy-companion"}),
        ("visa.pdf", {"visa-patient", "visa-companion"}),
        ("invitation letter.pdf", {"invitation-patient", "invitation-companion"}),
        ("发票.pdf", {"fapiao", "consultation-fapiao"}),
        ("MRI report 2027-02.pdf", {"follow-up-mri", "imaging-report"}),
    ],
)
def test_what_could_be_either_is_neither_and_both_come_first(
    name: str, first: set[str], journey: Journey
) -> None:
    found = likely_documents(journey, [name])
    assert found.best is None
    assert {one.removeprefix("sample-doc-") for one in found.fitting[: len(first)]} == first


@pytest.mark.parametrize(
    "name", ["IMG_0001.HEIC", "scan.pdf", "eriksson anna.pdf", "2027-03-08.pdf", "", "…"]
)
def test_what_says_nothing_is_nothing(name: str, journey: Journey) -> None:
    found = likely_documents(journey, [name])
    assert (found.best, found.fitting) == (None, ())


def test_one_of_several_words_is_not_enough(journey: Journey) -> None:
    assert best(journey, "Anna MRI planning.pdf") is None
    assert best(journey, "hotel passport visa.pdf") is None


def test_of_one_passport_its_plain_name_is_enough(journey: Journey) -> None:
    alone = replace(
        journey, documents=tuple(one for one in journey.documents if not one.id.endswith("-companion"))
    )
    assert best(alone, "护照.jpg") == best(alone, "passport_eriksson.pdf") == "passport-copy-patient"
    assert best(alone, "invitation letter.pdf") == "invitation-patient"


def test_several_files_are_one_document_only_if_each_of_them_is(journey: Journey) -> None:
    assert best(journey, "discharge summary 1.pdf", "discharge summary 2.pdf") == "discharge"
    assert best(journey, "discharge summary 1.pdf", "scan.pdf") is None
    found = likely_documents(journey, ["discharge summary.pdf", "hotel booking.pdf"])
    assert found.best is None
    assert {"sample-doc-discharge", "sample-doc-hotel-booking"} <= set(found.fitting)


def test_a_journey_without_documents_has_none(journey: Journey) -> None:
    assert likely_documents(replace(journey, documents=()), ["passport.pdf"]).fitting == ()
    assert likely_documents(journey, []).best is None


@settings(max_examples=15)
@given(name=st.text(max_size=30), digits=st.text("0123456789 -_.()", max_size=8))
def test_what_is_said_fits_and_digits_and_separators_say_nothing(
    name: str, digits: str, journey: Journey
) -> None:
    found = likely_documents(journey, [name])
    assert found.best is None or found.fitting[0] == found.best
    stem = "discharge summary"
    assert best(journey, f"{digits}{stem}{digits}.pdf") == "discharge"
