"""Privacy: nothing goes without a consent, what came from others is told, nothing is kept for ever."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from planner.record.appointment import AppointmentState
from planner.record.consent import Audience, DataCategory, Disclosure, DisclosureKind, Notice, NoticeKind
from planner.record.document import DocumentSource, DocumentState, Sending
from planner.record.journey import Journey, JourneyState
from planner.record.place import PlaceKind
from planner.record.text import Text
from planner.rules.check import check
from planner.rules.finding import EnterNew, Finding, OpenField, Severity, Subject
from tests.builders import (
    CENTRE,
    COMPANION,
    DOCTOR,
    HOTEL,
    INTERPRETER,
    NEW_ZEALAND,
    PATIENT,
    at,
    day,
    make_appointment,
    make_companion,
    make_consent,
    make_course,
    make_document,
    make_journey,
    make_meeting,
    make_place,
    make_places,
    make_traveller,
    text,
)
from tests.unit.rules.harness import Golden, raised, shipped

CONSENT_CODE = "privacy.consent-missing"
CONSENT = make_consent(id="consent")
VISIT = make_appointment(id="visit")  # 9 March 2027 at the centre
JOURNEY = make_journey(id="journey", appointments=(VISIT,), consents=(CONSENT,))


def severities(found: tuple[Finding, ...]) -> list[Severity]:
    return [finding.severity for finding in found]


def with_consent(**facts: Any) -> Journey:
    return replace(JOURNEY, consents=(replace(CONSENT, **facts),))


# -- consents for what is to come ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "found"),
    [
        ("2027-03-01", [Severity.WARNING]),
        ("2027-03-02", [Severity.BLOCKER]),
        ("2027-03-09", [Severity.BLOCKER]),
        ("2027-03-10", []),
    ],
)
def test_a_house_is_told_nothing_without_a_consent(today: str, found: list[Severity]) -> None:
    assert severities(raised(CONSENT_CODE, replace(JOURNEY, consents=()), today)) == found
    assert not raised(CONSENT_CODE, JOURNEY, today)


@pytest.mark.parametrize(
    "facts",
    [
        {"given_on": None},
        {"given_on": day("2027-03-02")},
        {"recipient_place": HOTEL},
        {"categories": (DataCategory.IDENTITY, DataCategory.TRAVEL)},
        {"traveller": COMPANION},
        {"overseas": False},
        {"recipient_place": None, "audience": Audience.DRIVER},
        {"recipient_place": None, "recipient_contact": DOCTOR},
    ],
)
def test_a_consent_is_for_a_person_a_house_and_health(facts: dict[str, Any]) -> None:
    journey = replace(with_consent(**facts), travellers=(make_traveller(), make_companion()))
    assert raised(CONSENT_CODE, journey, "2027-03-01")


@pytest.mark.parametrize(
    "facts",
    [
        {"given_on": day("2027-03-01")},
        {"categories": (DataCategory.TREATMENT,)},
        {"recipient_place": None, "audience": Audience.HOSPITAL},
        {"withdrawn_on": day("2027-03-02")},
    ],
)
def test_a_consent_that_covers_the_house_is_enough(facts: dict[str, Any]) -> None:
    assert not raised(CONSENT_CODE, with_consent(**facts), "2027-03-01")


def test_a_consent_that_lacks_the_day_it_was_given_is_gone_to_for_that_day() -> None:
    (found,) = raised(CONSENT_CODE, with_consent(given_on=None), "2027-02-01")
    assert found.fixes[-1].action == OpenField(Subject("consent", "consent", "given_on"))
    (found,) = raised(CONSENT_CODE, with_consent(given_on=None, withdrawn_on=day("2027-01-20")), "2027-02-01")
    assert isinstance(found.fixes[-1].action, EnterNew)


def test_a_withdrawn_consent_stops_at_once() -> None:
    (found,) = raised(CONSENT_CODE, with_consent(withdrawn_on=day("2027-01-20")), "2027-01-20")
    assert found.severity is Severity.BLOCKER
    assert "nothing more may go there" in str(found.message)


def test_at_home_nothing_goes_abroad() -> None:
    at_home = replace(with_consent(overseas=False), travellers=(make_traveller(home_zone="Asia/Shanghai"),))
    assert not raised(CONSENT_CODE, at_home, "2027-03-01")
    unknown = replace(at_home, travellers=(make_traveller(home_zone=""),))
    assert not raised(CONSENT_CODE, unknown, "2027-03-01")


def test_a_department_is_part_of_its_house() -> None:
    department = make_place(id="department", kind=PlaceKind.CLINIC, within=CENTRE)
    journey = replace(
        JOURNEY,
        places=(*make_places(), department),
        appointments=(replace(VISIT, place="department"),),
    )
    assert not raised(CONSENT_CODE, journey, "2027-03-01")
    for_department = replace(journey, consents=(replace(CONSENT, recipient_place="department"),))
    assert not raised(CONSENT_CODE, for_department, "2027-03-01")


def test_interpreters_hear_everything() -> None:
    journey = replace(JOURNEY, appointments=(replace(VISIT, interpreter=INTERPRETER),))
    (found,) = raised(CONSENT_CODE, journey, "2027-03-01")
    assert "who interprets on 2027-03-09" in str(found.message)
    agreed = make_consent(id="consent-2", audience=None, recipient_place=None, recipient_contact=INTERPRETER)
    assert not raised(CONSENT_CODE, replace(journey, consents=(CONSENT, agreed)), "2027-03-01")


def test_the_course_and_the_board_are_met_too() -> None:
    course, board = make_course(1, id="course"), make_meeting(id="board")
    for planned in ({"courses": (course,)}, {"mdt_meetings": (board,)}):
        journey = replace(JOURNEY, appointments=(), consents=(), **planned)
        assert raised(CONSENT_CODE, journey, "2026-12-01")
        assert not raised(CONSENT_CODE, journey, "2027-04-07")
    unfixed = replace(JOURNEY, appointments=(), consents=(), courses=(replace(course, fractions=()),))
    (found,) = raised(CONSENT_CODE, unfixed, "2026-12-01")
    assert "has not agreed that health information goes to" in str(found.message)
    assert raised(
        CONSENT_CODE, replace(unfixed, courses=(), mdt_meetings=(replace(board, starts=None),)), "2027-01-01"
    )


def test_of_several_days_the_next_one_counts() -> None:
    later = replace(VISIT, id="later", starts=at("2027-03-20 09:00"))
    journey = replace(
        JOURNEY, consents=(), appointments=(later, VISIT), courses=(make_course(1, fractions=()),)
    )
    (found,) = raised(CONSENT_CODE, journey, "2027-03-01")
    assert found.message.params["day"] == day("2027-03-09")


@pytest.mark.parametrize(
    "facts",
    [{"place": HOTEL}, {"place": None}, {"state": AppointmentState.DONE}, {"starts": at("2027-02-01")}],
)
def test_nobody_is_told_where_nobody_is_met(facts: dict[str, Any]) -> None:
    journey = replace(JOURNEY, consents=(), appointments=(replace(VISIT, **facts),))
    assert not raised(CONSENT_CODE, journey, "2027-03-01")


def test_without_a_patient_there_is_nobody_to_ask() -> None:
    assert not raised(CONSENT_CODE, replace(JOURNEY, travellers=(), consents=()), "2027-03-01")


# -- consents for what went ---------------------------------------------------------------------------------

SENDING = Sending(id="sending", sent_on=day("2026-12-16"), to_place=CENTRE, consent="consent")
SENT = replace(JOURNEY, documents=(make_document(id="report", sendings=(SENDING,)),))


def with_sending(**facts: Any) -> Journey:
    report = replace(SENT.documents[0], sendings=(replace(SENDING, **facts),))
    return replace(SENT, documents=(report,))


@pytest.mark.parametrize(
    ("sent", "found"), [("2026-11-24", 1), ("2026-11-25", 0), ("2026-12-31", 0), ("2027-01-01", 1)]
)
def test_a_consent_holds_from_its_day_to_the_day_before_it_is_withdrawn(sent: str, found: int) -> None:
    journey = with_sending(sent_on=day(sent))
    journey = replace(journey, consents=(replace(CONSENT, withdrawn_on=day("2027-01-01")),))
    assert (
        severities(
            tuple(f for f in raised(CONSENT_CODE, journey, "2026-12-20") if f.subject.kind == "sending")
        )
        == [Severity.BLOCKER] * found
    )


@pytest.mark.parametrize(
    ("facts", "whom"),
    [
        ({}, "Demo Proton Centre"),
        ({"to_place": None, "to_contact": DOCTOR}, "Dr Example"),
        ({"to_place": None, "to_name": text("Demo Airline", "演示航空")}, "Demo Airline"),
        ({"to_place": None}, "somebody"),
    ],
)
def test_a_sending_without_a_consent_names_whom(facts: dict[str, Any], whom: str) -> None:
    (found,) = raised(CONSENT_CODE, with_sending(consent=None, **facts), "2027-01-20")
    named = found.message.params["recipient"]
    assert (named.best("en") if isinstance(named, Text) else str(named)) == whom


def disclosed(**facts: Any) -> Journey:
    given = {"kind": DisclosureKind.PRINT, "at": at("2027-01-20 10:00"), "audience": Audience.HOSPITAL}
    return replace(JOURNEY, disclosures=(Disclosure(id="disclosure", **given | facts),))


def test_copies_for_others_need_a_consent() -> None:
    assert raised(CONSENT_CODE, disclosed(), "2027-01-20")
    assert raised(CONSENT_CODE, disclosed(audience=None, recipient_place=CENTRE), "2027-01-20")
    assert not raised(CONSENT_CODE, disclosed(consent="consent"), "2027-01-20")
    for own in (Audience.PATIENT, Audience.AGENCY):
        assert not raised(CONSENT_CODE, disclosed(audience=own), "2027-01-20")


@pytest.mark.parametrize("own", [Audience.PATIENT, Audience.AGENCY])
def test_the_patients_own_copy_in_other_hands_needs_a_consent(own: Audience) -> None:
    for name in (text("ERIKSSON Anna Maria"), JOURNEY.agency.name):
        assert not raised(CONSENT_CODE, disclosed(audience=own, recipient_name=name), "2027-01-20")
    stranger = {"audience": own, "recipient_name": text("Dr Foo")}
    (found,) = raised(CONSENT_CODE, disclosed(**stranger), "2027-01-20")
    assert found.severity is Severity.BLOCKER
    assert not raised(CONSENT_CODE, disclosed(**stranger, consent="consent"), "2027-01-20")
    assert raised(CONSENT_CODE, disclosed(audience=own, recipient_contact=INTERPRETER), "2027-01-20")


# -- notices ------------------------------------------------------------------------------------------------

NOTICE_CODE = "privacy.notice-due"
REPORT = make_document(
    id="report",
    traveller=PATIENT,
    state=DocumentState.RECEIVED,
    source=DocumentSource.HOSPITAL,
    received_on=day("2027-01-11"),
)
NOTICE = Notice(
    id="notice",
    kind=NoticeKind.INDIRECT_COLLECTION,
    traveller=PATIENT,
    given=at("2027-01-15 16:00", NEW_ZEALAND),
    documents=("report",),
)
UNTOLD = make_journey(id="journey", documents=(REPORT,))


def with_report(**facts: Any) -> Journey:
    return replace(UNTOLD, documents=(replace(REPORT, **facts),))


@pytest.mark.parametrize(
    ("today", "found"),
    [
        ("2027-01-10", []),
        ("2027-01-11", [Severity.NOTE]),
        ("2027-01-25", [Severity.NOTE]),
        ("2027-01-26", [Severity.WARNING]),
    ],
)
def test_what_came_from_others_is_told_soon(today: str, found: list[Severity]) -> None:
    assert severities(raised(NOTICE_CODE, UNTOLD, today)) == found


@pytest.mark.parametrize(
    "facts",
    [
        {"source": DocumentSource.PATIENT},
        {"source": DocumentSource.AGENCY},
        {"source": None},
        {"state": DocumentState.REQUESTED},
        {"received_on": None},
        {"received_on": day("2026-04-30")},  # the day before rule 3A began
    ],
)
def test_what_the_person_brought_or_the_agency_made_is_not_told(facts: dict[str, Any]) -> None:
    assert not raised(NOTICE_CODE, with_report(**facts), "2027-01-20")
    assert raised(NOTICE_CODE, with_report(received_on=day("2026-05-01")), "2027-01-20")


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({}, 0),
        ({"documents": ()}, 0),
        ({"documents": ("other",)}, 1),
        ({"given": None}, 1),
        ({"given": at("2027-01-21 16:00")}, 1),
        ({"kind": NoticeKind.PRIVACY}, 1),
        ({"traveller": COMPANION}, 1),
    ],
)
def test_a_notice_covers_what_it_names(facts: dict[str, Any], found: int) -> None:
    other = make_document(id="other")
    journey = replace(
        UNTOLD,
        travellers=(make_traveller(), make_companion()),
        documents=(REPORT, other),
        notices=(replace(NOTICE, **facts),),
    )
    assert len(raised(NOTICE_CODE, journey, "2027-01-20")) == found


def test_companions_are_told_what_the_patient_brought_of_theirs() -> None:
    theirs = replace(REPORT, id="theirs", traveller=COMPANION, source=DocumentSource.PATIENT)
    journey = replace(UNTOLD, travellers=(make_traveller(), make_companion()), documents=(REPORT, theirs))
    assert [f.subject.id for f in raised(NOTICE_CODE, journey, "2027-01-20")] == [PATIENT, COMPANION]
    own = replace(journey, documents=(replace(theirs, source=DocumentSource.COMPANION),))
    assert not raised(NOTICE_CODE, own, "2027-01-20")


def test_a_document_of_nobody_is_the_patients() -> None:
    (found,) = raised(NOTICE_CODE, with_report(traveller=None), "2027-01-20")
    assert found.subject.id == PATIENT
    assert not raised(NOTICE_CODE, replace(with_report(traveller=None), travellers=()), "2027-01-20")


def test_where_the_law_is_not_known_nothing_is_due() -> None:
    bare = replace(shipped(), policies={})
    assert not raised(NOTICE_CODE, UNTOLD, "2027-01-20", bare)


# -- retention ----------------------------------------------------------------------------------------------

RETENTION_CODE = "privacy.retention-due"
KEPT = make_journey(id="journey", state=JourneyState.CLOSED, retain_until=day("2037-08-04"))


@pytest.mark.parametrize(
    ("today", "found"),
    [
        ("2037-07-04", []),
        ("2037-07-05", [Severity.NOTE]),
        ("2037-08-04", [Severity.NOTE]),
        ("2037-08-05", [Severity.WARNING]),
    ],
)
def test_a_record_is_kept_to_its_last_day(today: str, found: list[Severity]) -> None:
    assert severities(raised(RETENTION_CODE, KEPT, today)) == found


@pytest.mark.parametrize(
    ("state", "found"),
    [
        (JourneyState.ENQUIRY, 0),
        (JourneyState.ACTIVE, 0),
        (JourneyState.COMPLETED, 1),
        (JourneyState.CLOSED, 1),
    ],
)
def test_how_long_is_decided_when_the_journey_is_over(state: JourneyState, found: int) -> None:
    journey = replace(KEPT, state=state, retain_until=None)
    assert severities(raised(RETENTION_CODE, journey, "2027-09-01")) == [Severity.NOTE] * found


def test_a_closed_journey_is_only_asked_about_privacy() -> None:
    closed = replace(UNTOLD, state=JourneyState.CLOSED, courses=(make_course(3),))
    families = {f.code.partition(".")[0] for f in check(closed, shipped(), day("2027-04-20"))}
    assert families == {"privacy"}


GOLDEN = (
    Golden(
        code=CONSENT_CODE,
        hazard="a week before the consultation nobody asked",
        journey=replace(JOURNEY, consents=()),
        fine=JOURNEY,
        today="2027-03-02",
    ),
    Golden(
        code=CONSENT_CODE,
        hazard="the consent was withdrawn",
        journey=with_consent(withdrawn_on=day("2027-01-20")),
        fine=JOURNEY,
        today="2027-02-01",
    ),
    Golden(
        code=CONSENT_CODE,
        hazard="nobody said that protection abroad may be weaker",
        journey=with_consent(overseas=False),
        fine=JOURNEY,
        today="2027-02-01",
    ),
    Golden(
        code=CONSENT_CODE,
        hazard="records were sent the day before the consent",
        journey=with_sending(sent_on=day("2026-11-24")),
        fine=SENT,
        today="2027-02-01",
    ),
    Golden(
        code=CONSENT_CODE,
        hazard="a hospital's copy was printed without a consent",
        journey=disclosed(),
        fine=disclosed(consent="consent"),
        today="2027-02-01",
    ),
    Golden(
        code=NOTICE_CODE,
        hazard="a report from the hospital the patient does not know of",
        journey=UNTOLD,
        fine=replace(UNTOLD, notices=(NOTICE,)),
        today="2027-01-20",
    ),
    Golden(
        code=RETENTION_CODE,
        hazard="ten years are over",
        journey=KEPT,
        today="2037-08-05",
        fine_today="2037-07-04",
    ),
)
