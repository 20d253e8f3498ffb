"""Appointments and boards as items: who comes, how to prepare, what to bring, which room."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.itinerary.clocks import at_home
from planner.itinerary.edition import Edition
from planner.itinerary.item import Fact, Item, ItemKind, PersonLine, Standing, Words
from planner.itinerary.labels import APPOINTMENTS, MEETINGS, TO_BE_CONFIRMED
from planner.itinerary.legs import minutes_between
from planner.itinerary.people import people, who
from planner.itinerary.places import is_hospitals, place_line
from planner.itinerary.preparations import preparation_words
from planner.itinerary.standing import confirmed, of_appointment
from planner.itinerary.whereabouts import Whereabouts
from planner.message import N_, Message
from planner.record.appointment import Appointment
from planner.record.consent import Audience
from planner.record.document import DocumentState
from planner.record.kind_names import CONTACT_ROLES
from planner.record.mdt import Attendant, MdtMeeting, MeetingMode
from planner.record.when import When

_AT_THE_BOARD = (DocumentState.SENT, DocumentState.ACCEPTED)


def appointment_items(edition: Edition, whereabouts: Whereabouts) -> Iterator[Item]:
    """Every dated appointment this edition tells of."""
    for appointment in edition.journey.appointments:
        if appointment.starts is not None and is_told(edition, appointment):
            yield _item(edition, whereabouts, appointment, appointment.starts)


def is_told(edition: Edition, appointment: Appointment) -> bool:
    """Whether an edition tells of an appointment: the patient's to all, others' to whom they concern."""
    if of_appointment(appointment) is Standing.CANCELLED:
        return edition.tells_all
    if edition.audience is Audience.HOSPITAL and not is_hospitals(edition, appointment.place):
        return False
    patient = edition.journey.patient
    own = not appointment.travellers or (patient is not None and patient.id in appointment.travellers)
    return own or edition.tells_of(appointment.travellers)


def title_of(appointment: Appointment) -> Words:
    """What an appointment is called: in its own words, else by its kind."""
    return appointment.title or APPOINTMENTS[appointment.kind][1]


def days_spanned(appointment: Appointment) -> tuple[dt.date, dt.date] | None:
    """First and last day, both included, of an appointment that lasts several; else ``None``."""
    if appointment.starts is None or appointment.ends is None:
        return None
    first, last = appointment.starts.date, appointment.ends.date
    return (first, last) if last > first else None


def _item(edition: Edition, whereabouts: Whereabouts, appointment: Appointment, starts: When) -> Item:
    shown, facts = _seen(edition, whereabouts, starts, appointment.mode)
    return Item(
        key=appointment.id,
        kind=APPOINTMENTS[appointment.kind][0],
        on=shown.date,
        title=title_of(appointment),
        subject=appointment.id,
        subtitle=_subtitle(edition, appointment),
        starts=shown,
        ends=_ends(appointment, shown),
        home=at_home(shown, edition.home_zone),
        duration_minutes=appointment.duration_minutes or minutes_between(starts, appointment.ends),
        standing=of_appointment(appointment),
        provisional=_is_provisional(edition, appointment, starts),
        place=place_line(edition, appointment.place, appointment.room),
        who=who(edition, appointment.travellers),
        people=people(edition, *appointment.people, appointment.interpreter, appointment.driver),
        preparation=preparation_words(appointment),
        bring=appointment.bring,
        facts=(*facts, *_until(appointment), *_interpreter(appointment)),
    )


def _ends(appointment: Appointment, shown: When) -> When | None:
    """The end, by the clock that the start is told in."""
    if appointment.ends is not None:
        return appointment.ends.seen_from(shown.zone) or appointment.ends
    return shown.later(appointment.duration_minutes) if appointment.duration_minutes else None


def _seen(
    edition: Edition, whereabouts: Whereabouts, starts: When, mode: MeetingMode
) -> tuple[When, tuple[Fact, ...]]:
    """The start by the clock on the reader's wall: what one does from home is in home time."""
    home = at_home(starts, edition.home_zone)
    if mode is MeetingMode.IN_PERSON or home is None or not edition.reads_at_home:
        return starts, ()
    if whereabouts.is_travelling(home.date):
        return starts, ()
    return home, (Fact(label=N_("Time at the hospital"), value=starts),)


def _subtitle(edition: Edition, appointment: Appointment) -> Message | None:
    """How it meets, or that the reader need not come."""
    if edition.treats_reader and not appointment.patient_present:
        for_patient = edition.audience is Audience.PATIENT
        return N_("You need not be there.") if for_patient else N_("The patient need not be there.")
    if appointment.mode is MeetingMode.IN_PERSON:
        return None
    return MEETINGS[appointment.mode]


def _is_provisional(edition: Edition, appointment: Appointment, starts: When) -> bool:
    open_still = of_appointment(appointment) in (Standing.CONFIRMED, Standing.TO_BE_CONFIRMED)
    there = starts.zone == edition.zone or edition.is_in_country(edition.place(appointment.place))
    return open_still and there and edition.is_provisional(starts.date)


def _until(appointment: Appointment) -> Iterator[Fact]:
    """The last day of what lasts several."""
    if days := days_spanned(appointment):
        yield Fact(label=N_("Until"), value=days[1])


def _interpreter(appointment: Appointment) -> Iterator[Fact]:
    if appointment.needs_interpreter and appointment.interpreter is None:
        yield Fact(label=N_("Interpreter"), value=TO_BE_CONFIRMED)


def board_items(edition: Edition, whereabouts: Whereabouts) -> Iterator[Item]:
    """The MDT boards. What was asked, said and decided there is not on paper."""
    for meeting in edition.journey.mdt_meetings:
        if edition.audience is Audience.HOSPITAL and not is_hospitals(edition, meeting.hospital):
            continue
        if meeting.starts is not None:
            yield _board(edition, whereabouts, meeting, meeting.starts)
        if meeting.material_due is not None and edition.tells_all:
            yield Item(
                key=f"{meeting.id}:material",
                kind=ItemKind.DOCUMENT,
                on=meeting.material_due.date,
                title=N_("Papers for the MDT board are due"),
                subject=meeting.id,
                starts=meeting.material_due,
                home=at_home(meeting.material_due, edition.home_zone),
                standing=Standing.DONE if _has_its_papers(edition, meeting) else Standing.CONFIRMED,
                place=place_line(edition, meeting.hospital),
            )


def _has_its_papers(edition: Edition, meeting: MdtMeeting) -> bool:
    """Whether nothing has to be sent to the board any more: all of it was, or the board has met."""
    if meeting.decision or (meeting.starts is not None and meeting.starts.date < edition.today):
        return True
    papers = [one for one in edition.journey.documents if one.id in meeting.material]
    return bool(papers) and all(one.state in _AT_THE_BOARD or one.sendings for one in papers)


def _board(edition: Edition, whereabouts: Whereabouts, meeting: MdtMeeting, starts: When) -> Item:
    shown, facts = _seen(edition, whereabouts, starts, meeting.mode)
    return Item(
        key=meeting.id,
        kind=ItemKind.MDT,
        on=shown.date,
        title=N_("Meeting of the doctors (MDT board)"),
        subject=meeting.id,
        subtitle=MEETINGS[meeting.mode],
        starts=shown,
        ends=shown.later(meeting.duration_minutes) if meeting.duration_minutes else None,
        home=at_home(shown, edition.home_zone),
        duration_minutes=meeting.duration_minutes,
        standing=Standing.DONE if meeting.decision else confirmed(meeting.confirmation is not None),
        provisional=not meeting.decision and edition.is_provisional(starts.date),
        place=place_line(edition, meeting.hospital),
        people=_board_people(edition, meeting),
        facts=facts,
    )


def _board_people(edition: Edition, meeting: MdtMeeting) -> tuple[PersonLine, ...]:
    """Who is at the board, by role, and the interpreter if not told already."""
    lines = [line for one in meeting.attendants if (line := _attendant(edition, one))]
    told = {line.contact for line in lines}
    return (*lines, *(line for line in people(edition, meeting.interpreter) if line.contact not in told))


def _attendant(edition: Edition, attendant: Attendant) -> PersonLine | None:
    contact = edition.contact(attendant.contact)
    name = contact.name if contact else attendant.name
    if not name:
        return None
    pinyin = contact.name_pinyin if contact else ""
    return PersonLine(
        contact=contact.id if contact else "", name=name, pinyin=pinyin, role=CONTACT_ROLES[attendant.role]
    )
