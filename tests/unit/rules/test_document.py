"""Documents: there in time, still valid, young enough, translated, and with the board."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from planner.record.document import Document, DocumentKind, DocumentState, Sending
from planner.record.journey import Journey
from planner.record.visa import VisaState, VisaStep, VisaStepKind
from planner.rules.finding import Finding, Severity
from tests.builders import (
    COMPANION,
    PATIENT,
    at,
    day,
    make_appointment,
    make_companion,
    make_course,
    make_document,
    make_entry,
    make_journey,
    make_leg,
    make_meeting,
    make_stay,
    make_traveller,
    make_visa,
    text,
)
from tests.unit.rules.harness import Golden, raised, shipped

REPORT = make_document(
    id="report", title=text("Pathology report", "病理报告"), traveller=PATIENT, needed_by=day("2026-12-18")
)
JOURNEY = make_journey(id="journey", documents=(REPORT,))


def with_report(**facts: Any) -> Journey:
    return replace(JOURNEY, documents=(replace(REPORT, **facts),))


def severities(found: tuple[Finding, ...]) -> list[Severity]:
    return [finding.severity for finding in found]


# -- missing and overdue ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "missing", "overdue"),
    [
        ("2026-12-14", 0, 0),
        ("2026-12-15", 1, 0),
        ("2026-12-18", 1, 0),
        ("2026-12-19", 0, 1),
        ("2027-01-19", 0, 1),
    ],
)
def test_a_document_is_missing_before_its_day_and_overdue_after(
    today: str, missing: int, overdue: int
) -> None:
    assert len(raised("document.missing", JOURNEY, today)) == missing
    assert len(raised("document.overdue", JOURNEY, today)) == overdue


@pytest.mark.parametrize("state", list(DocumentState)[2:])
def test_a_document_in_hand_is_neither(state: DocumentState) -> None:
    for today in ("2026-12-18", "2026-12-19"):
        assert not raised("document.missing", with_report(state=state), today)
        assert not raised("document.overdue", with_report(state=state), today)


def test_a_document_nobody_waits_for_is_neither() -> None:
    for today in ("2026-12-18", "2026-12-19"):
        assert not raised("document.missing", with_report(needed_by=None), today)
        assert not raised("document.overdue", with_report(needed_by=None), today)


STEPS: dict[str, dict[str, Any]] = {
    "leg": {"legs": (make_leg(id="leg", departs=at("2026-12-22"), arrives=None),)},
    "stay": {"stays": (make_stay(id="stay", arrives=at("2026-12-22")),)},
    "entry": {"entries": (make_entry(id="entry", entered=at("2026-12-22")),)},
    "appointment": {"appointments": (make_appointment(id="appointment", starts=at("2026-12-22")),)},
    "board": {"mdt_meetings": (make_meeting(id="board", starts=at("2026-12-22")),)},
    "course": {"courses": (make_course(1, id="course", first="2026-12-22"),)},
    "visa": {
        "visas": (make_visa(id="visa"),),
        "entries": (make_entry(visa="visa", entered=at("2026-12-22")),),
    },
}


@pytest.mark.parametrize("step", STEPS)
def test_what_it_is_needed_for_decides_how_bad_it_is(step: str) -> None:
    journey = replace(with_report(needed_for=step), **STEPS[step])
    assert severities(raised("document.overdue", journey, "2026-12-22")) == [Severity.BLOCKER]
    assert severities(raised("document.overdue", journey, "2026-12-23")) == [Severity.NOTE]


@pytest.mark.parametrize("step", ["journey", "hotel", None])
def test_a_step_without_a_day_is_a_warning(step: str | None) -> None:
    assert severities(raised("document.overdue", with_report(needed_for=step), "2026-12-22")) == [
        Severity.WARNING
    ]
    bare = replace(with_report(needed_for="visa"), visas=(make_visa(id="visa"),))
    assert severities(raised("document.overdue", bare, "2026-12-22")) == [Severity.WARNING]


# -- what an application needs ------------------------------------------------------------------------------

VISA = make_visa(id="visa", state=VisaState.PREPARING)
FORM = VisaStep(id="form", kind=VisaStepKind.ONLINE_FORM, planned=at("2027-01-25"))
PACKET = tuple(
    make_document(id=kind.value, kind=kind, traveller=PATIENT)
    for kind in (
        DocumentKind.PASSPORT_COPY,
        DocumentKind.PHOTOGRAPH,
        DocumentKind.VISA_FORM,
        DocumentKind.INVITATION_LETTER,
        DocumentKind.PROOF_OF_FUNDS,
    )
)
APPLYING = make_journey(id="journey", visas=(VISA,), documents=PACKET)


def without(kind: DocumentKind) -> Journey:
    return replace(APPLYING, documents=tuple(document for document in PACKET if document.kind is not kind))


@pytest.mark.parametrize("kind", [document.kind for document in PACKET])
def test_an_s2_application_needs_its_packet(kind: DocumentKind) -> None:
    assert not raised("document.missing", APPLYING, "2027-01-05")
    assert severities(raised("document.missing", without(kind), "2027-01-05")) == [Severity.NOTE]


def test_near_its_day_an_incomplete_packet_is_a_warning() -> None:
    lacking = replace(without(DocumentKind.PHOTOGRAPH), visas=(replace(VISA, steps=(FORM,)),))
    assert severities(raised("document.missing", lacking, "2027-01-10")) == [Severity.NOTE]
    assert severities(raised("document.missing", lacking, "2027-01-11")) == [Severity.WARNING]


def test_a_companion_proves_kinship_instead_of_funds() -> None:
    journey = replace(
        APPLYING,
        travellers=(make_traveller(), make_companion()),
        visas=(replace(VISA, traveller=COMPANION),),
        documents=tuple(replace(document, traveller=None) for document in PACKET),
    )
    (found,) = raised("document.missing", journey, "2027-01-05")
    assert [str(kind) for kind in found.message.params["kinds"]] == ["Proof of kinship"]


@pytest.mark.parametrize("state", [VisaState.LODGED, VisaState.GRANTED, VisaState.REFUSED])
def test_once_lodged_the_packet_is_the_posts(state: VisaState) -> None:
    lacking = replace(without(DocumentKind.PHOTOGRAPH), visas=(replace(VISA, state=state),))
    assert not raised("document.missing", lacking, "2027-01-20")


def test_a_ground_without_a_known_packet_wants_nothing() -> None:
    assert not raised("document.missing", make_journey(visas=(replace(VISA, country="HK"),)), "2027-01-20")


# -- expired and too old ------------------------------------------------------------------------------------

ESTIMATE = make_document(
    id="estimate", kind=DocumentKind.ESTIMATE, state=DocumentState.RECEIVED, expires_on=day("2027-01-10")
)


@pytest.mark.parametrize(("today", "found"), [("2027-01-09", 0), ("2027-01-10", 0), ("2027-01-11", 1)])
def test_a_document_is_valid_on_its_last_day(today: str, found: int) -> None:
    assert len(raised("document.expired", make_journey(documents=(ESTIMATE,)), today)) == found


@pytest.mark.parametrize(("needed", "found"), [("2027-01-10", 0), ("2027-01-11", 1)])
def test_a_document_must_last_until_it_is_needed(needed: str, found: int) -> None:
    journey = make_journey(documents=(replace(ESTIMATE, needed_by=day(needed)),))
    assert len(raised("document.expired", journey, "2027-01-02")) == found


def test_the_day_of_the_step_comes_before_the_day_to_have_it() -> None:
    flight = make_leg(id="flight", departs=at("2027-01-12"), arrives=None)
    document = replace(ESTIMATE, needed_by=day("2027-01-09"), needed_for="flight")
    journey = make_journey(documents=(document,), legs=(flight,))
    (found,) = raised("document.expired", journey, "2027-01-12")
    assert found.message.params["used"] == day("2027-01-12")
    assert not raised("document.expired", journey, "2027-01-13")


@pytest.mark.parametrize(
    "facts",
    [
        {"state": DocumentState.NEEDED},
        {"expires_on": None},
        {"kind": DocumentKind.VISA},
        {"kind": DocumentKind.PASSPORT_COPY},
    ],
)
def test_what_is_watched_elsewhere_or_not_there_does_not_expire(facts: dict[str, Any]) -> None:
    assert not raised("document.expired", make_journey(documents=(replace(ESTIMATE, **facts),)), "2027-02-01")


LABS = make_document(
    id="labs",
    kind=DocumentKind.LABORATORY,
    title=text("Blood results", "血液检查结果"),
    state=DocumentState.RECEIVED,
    issued_on=day("2026-12-01"),
    needed_by=day("2027-03-01"),
)


@pytest.mark.parametrize(("needed", "found"), [("2027-02-28", 0), ("2027-03-01", 0), ("2027-03-02", 1)])
def test_results_are_good_for_ninety_days(needed: str, found: int) -> None:
    journey = make_journey(documents=(replace(LABS, needed_by=day(needed)),))
    assert len(raised("document.too-old", journey, "2026-12-10")) == found


@pytest.mark.parametrize(
    "facts",
    [
        {"kind": DocumentKind.PATHOLOGY},
        {"issued_on": None},
        {"state": DocumentState.REQUESTED},
        {"needed_by": None},
        {"translation_of": "report"},
    ],
)
def test_other_documents_do_not_age(facts: dict[str, Any]) -> None:
    old = replace(LABS, **{"needed_by": day("2027-03-02")} | facts)
    assert not raised("document.too-old", make_journey(documents=(REPORT, old)), "2026-12-10")


def test_where_no_age_is_known_results_do_not_age() -> None:
    old = make_journey(documents=(replace(LABS, needed_by=day("2027-03-02")),))
    assert not raised("document.too-old", old, "2026-12-10", replace(shipped(), policies={}))


def test_the_day_of_the_board_decides_how_old_results_are() -> None:
    board = make_meeting(id="board", starts=at("2027-03-02 15:00"))
    journey = make_journey(documents=(replace(LABS, needed_for="board"),), mdt_meetings=(board,))
    assert raised("document.too-old", journey, "2027-03-02")
    assert not raised("document.too-old", journey, "2027-03-03")


# -- translations -------------------------------------------------------------------------------------------

ENGLISH = replace(
    REPORT, state=DocumentState.RECEIVED, languages=("en",), translations_needed=("zh_CN",), needed_by=None
)
CHINESE = make_document(
    id="chinese", languages=("zh_CN",), translation_of="report", state=DocumentState.TRANSLATED
)


def translating(*documents: Document) -> Journey:
    return make_journey(id="journey", documents=documents)


@pytest.mark.parametrize(
    ("today", "severity"), [("2026-12-10", Severity.NOTE), ("2026-12-11", Severity.WARNING)]
)
def test_a_translation_is_wanted_a_week_before(today: str, severity: Severity) -> None:
    journey = translating(replace(ENGLISH, needed_by=day("2026-12-18")))
    assert severities(raised("document.untranslated", journey, today)) == [severity]


@pytest.mark.parametrize(
    "documents",
    [
        (ENGLISH, CHINESE),
        (replace(ENGLISH, languages=("en", "zh_CN")),),
        (replace(ENGLISH, state=DocumentState.TRANSLATED),),
        (replace(ENGLISH, state=DocumentState.NEEDED),),
        (replace(ENGLISH, translations_needed=()),),
    ],
)
def test_what_is_translated_or_not_there_needs_no_translation(documents: tuple[Document, ...]) -> None:
    assert not raised("document.untranslated", translating(*documents), "2026-12-10")


@pytest.mark.parametrize(
    "other",
    [
        replace(CHINESE, state=DocumentState.REQUESTED),
        replace(CHINESE, translation_of=None),
        replace(CHINESE, languages=("ru",)),
    ],
)
def test_a_translation_must_be_of_it_in_the_language_and_in_hand(other: Document) -> None:
    (found,) = raised("document.untranslated", translating(ENGLISH, other), "2026-12-10")
    assert [str(language) for language in found.message.params["languages"]] == ["Chinese"]


def test_a_language_without_a_name_is_its_code() -> None:
    (found,) = raised(
        "document.untranslated", translating(replace(ENGLISH, translations_needed=("tlh",))), "2026-12-10"
    )
    assert found.message.params["languages"] == ("tlh",)


# -- material for the board ---------------------------------------------------------------------------------

BOARD = make_meeting(id="board", material_due=at("2026-12-30 17:00"), material=("report",))
MEETING = make_journey(
    id="journey", documents=(replace(REPORT, state=DocumentState.RECEIVED),), mdt_meetings=(BOARD,)
)


@pytest.mark.parametrize(
    ("today", "found"),
    [
        ("2026-12-26", []),
        ("2026-12-27", [Severity.WARNING]),
        ("2026-12-30", [Severity.WARNING]),
        ("2026-12-31", [Severity.BLOCKER]),
        ("2027-01-06", [Severity.BLOCKER]),
        ("2027-01-07", []),
    ],
)
def test_material_reaches_the_board_in_time(today: str, found: list[Severity]) -> None:
    assert severities(raised("document.board-material-late", MEETING, today)) == found


@pytest.mark.parametrize(
    "journey",
    [
        replace(MEETING, documents=(replace(REPORT, state=DocumentState.SENT),)),
        replace(
            MEETING,
            documents=(replace(REPORT, sendings=(Sending(id="sending", sent_on=day("2026-12-16")),)),),
        ),
        replace(MEETING, mdt_meetings=(replace(BOARD, material=()),)),
        replace(MEETING, mdt_meetings=(replace(BOARD, material_due=None),)),
        replace(MEETING, mdt_meetings=(replace(BOARD, material=("gone",)),)),
    ],
)
def test_material_that_is_sent_or_not_wanted_is_not_late(journey: Journey) -> None:
    assert not raised("document.board-material-late", journey, "2026-12-31")


def test_a_board_without_a_day_still_waits() -> None:
    undated = replace(MEETING, mdt_meetings=(replace(BOARD, starts=None),))
    assert raised("document.board-material-late", undated, "2027-02-01")


GOLDEN = (
    Golden(
        code="document.missing",
        hazard="three days before the consultation a report is not there",
        journey=JOURNEY,
        fine=with_report(state=DocumentState.RECEIVED),
        today="2026-12-15",
    ),
    Golden(
        code="document.missing",
        hazard="nobody thought of the photograph",
        journey=without(DocumentKind.PHOTOGRAPH),
        fine=APPLYING,
        today="2027-01-05",
    ),
    Golden(
        code="document.overdue",
        hazard="the day passed and the report did not come",
        journey=JOURNEY,
        today="2026-12-19",
        fine_today="2026-12-18",
    ),
    Golden(
        code="document.expired",
        hazard="the estimate is out of date when it is shown",
        journey=make_journey(id="journey", documents=(replace(ESTIMATE, needed_by=day("2027-01-11")),)),
        fine=make_journey(id="journey", documents=(replace(ESTIMATE, needed_by=day("2027-01-10")),)),
        today="2027-01-02",
    ),
    Golden(
        code="document.too-old",
        hazard="bloods of ninety-one days ago",
        journey=make_journey(id="journey", documents=(replace(LABS, needed_by=day("2027-03-02")),)),
        fine=make_journey(id="journey", documents=(LABS,)),
        today="2026-12-10",
    ),
    Golden(
        code="document.untranslated",
        hazard="a report in English for a board in Chengdu",
        journey=translating(ENGLISH),
        fine=translating(ENGLISH, CHINESE),
        today="2026-12-10",
    ),
    Golden(
        code="document.board-material-late",
        hazard="the board's last day for material passed",
        journey=MEETING,
        fine=replace(MEETING, documents=(replace(REPORT, state=DocumentState.SENT),)),
        today="2026-12-31",
    ),
)
