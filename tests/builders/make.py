"""Small valid values of the record for tests, by keyword: say what the test is about, leave the rest.

``make_journey()`` holds an agency, the places ``home-airport``, ``airport``, ``hotel`` and ``centre``, the
contacts ``doctor``, ``interpreter`` and ``driver``, and the patient; the other factories refer to them.
Ids are ``leg-1``, ``leg-2`` … in the order made; give ``id=`` where a test looks one up.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from decimal import Decimal
from typing import Any

from planner.record.agency import Agency, CaseManager
from planner.record.appointment import Appointment, AppointmentKind
from planner.record.booking import Booking, BookingState, Confirmation
from planner.record.consent import Audience, Consent, DataCategory
from planner.record.contact import Contact, ContactRole
from planner.record.course import Course
from planner.record.document import Document, DocumentKind
from planner.record.fraction import Fraction
from planner.record.journey import Journey, JourneyState
from planner.record.leg import Leg, LegMode
from planner.record.mdt import MdtMeeting
from planner.record.money import Deposit, EstimateLine, Money, Payment, PaymentKind
from planner.record.passport import Passport
from planner.record.place import Place, PlaceKind
from planner.record.stay import Stay, StayKind
from planner.record.task import Task
from planner.record.text import Text
from planner.record.thing import Attachment
from planner.record.tie import Anchor, Tie
from planner.record.traveller import Traveller, TravellerRole
from planner.record.visa import Entry, EntryBasis, Visa, VisaState
from planner.record.when import When

CHINA = "Asia/Shanghai"
NEW_ZEALAND = "Pacific/Auckland"
PATIENT, COMPANION = "patient", "companion"
HOME_AIRPORT, AIRPORT, HOTEL, CENTRE = "home-airport", "airport", "hotel", "centre"
DOCTOR, INTERPRETER, DRIVER = "doctor", "interpreter", "driver"

_made: Counter[str] = Counter()


def _next(kind: str) -> Any:
    _made[kind] += 1
    return f"{kind}-{_made[kind]}"


def text(en: str = "", zh_CN: str = "", *, reviewed: bool = True) -> Text:
    """``text("Hotel", "酒店")``; the Chinese counts as reviewed unless said otherwise."""
    wording = {locale: words for locale, words in (("en", en), ("zh_CN", zh_CN)) if words}
    source = "en" if en or not zh_CN else "zh_CN"
    return Text(wording, source, frozenset({"zh_CN"} if en and zh_CN and reviewed else ()))


def at(moment: str, zone: str = CHINA) -> When:
    """``at("2027-03-08")`` or ``at("2027-03-07 17:00", "Pacific/Auckland")``."""
    date, _, time = moment.partition(" ")
    return When(date=day(date), time=dt.time.fromisoformat(time) if time else None, zone=zone)


def day(iso: str) -> dt.date:
    """``day("2027-03-08")``."""
    return dt.date.fromisoformat(iso)


def money(amount: str, currency: str = "CNY") -> Money:
    """``money("230000")`` are yuan."""
    return Money(amount=Decimal(amount), currency=currency)


def tie(anchor: Anchor | str = Anchor.FIRST_FRACTION, days: int = 0, **fields: Any) -> Tie:
    """``tie("last-fraction", 1)``: the day after the last fraction."""
    return Tie(anchor=Anchor(anchor), days=days, **fields)


def confirmed(by: str = "Front desk", on: str = "2027-01-15") -> Confirmation:
    """That somebody confirmed a thing."""
    return Confirmation(by=by, on=day(on))


def make_attachment(**fields: Any) -> Attachment:
    """A file of 3 bytes (``abc``) kept with a thing."""
    given = {
        "id": _next("attachment"),
        "name": "specimen.pdf",
        "media_type": "application/pdf",
        "size_bytes": 3,
        "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "added_on": day("2026-12-01"),
    }
    return Attachment(**given | fields)


def make_case_manager(**fields: Any) -> CaseManager:
    """A case manager of the specimen agency."""
    return CaseManager(**{"id": _next("manager"), "name": text("Sam Specimen", "萨姆")} | fields)


def make_agency(**fields: Any) -> Agency:
    """The specimen agency, in New Zealand."""
    given = {
        "id": "agency",
        "name": text("Specimen Concierge", "样品礼宾"),
        "telephone_24h": "+64 0 000 0000",
        "zone": NEW_ZEALAND,
    }
    return Agency(**given | fields)


def make_place(**fields: Any) -> Place:
    """A hotel in China unless said otherwise."""
    given = {
        "id": _next("place"),
        "kind": PlaceKind.HOTEL,
        "name": text("Specimen Hotel", "样品酒店"),
        "country": "CN",
        "zone": CHINA,
    }
    return Place(**given | fields)


def make_places() -> tuple[Place, ...]:
    """The four places that the other factories refer to."""
    centre = text("Demo Proton Centre", "演示质子中心")
    return (
        make_place(
            id=HOME_AIRPORT,
            kind=PlaceKind.AIRPORT,
            name=text("Auckland Airport", "奥克兰机场"),
            country="NZ",
            zone=NEW_ZEALAND,
            iata_code="AKL",
        ),
        make_place(
            id=AIRPORT, kind=PlaceKind.AIRPORT, name=text("Chengdu Tianfu", "成都天府机场"), iata_code="TFU"
        ),
        make_place(id=HOTEL, registers_foreigners=True),
        make_place(id=CENTRE, kind=PlaceKind.PROTON_CENTRE, name=centre),
    )


def make_contact(**fields: Any) -> Contact:
    """An interpreter unless said otherwise."""
    given = {"id": _next("contact"), "role": ContactRole.INTERPRETER, "name": text("Lin Sample", "林样品")}
    return Contact(**given | fields)


def make_contacts() -> tuple[Contact, ...]:
    """The three contacts that the other factories refer to."""
    return (
        make_contact(id=DOCTOR, role=ContactRole.RADIATION_ONCOLOGIST, name=text("Dr Example", "示例医生")),
        make_contact(id=INTERPRETER),
        make_contact(id=DRIVER, role=ContactRole.DRIVER, name=text("Mr Placeholder", "占师傅")),
    )


def make_passport(**fields: Any) -> Passport:
    """A current New Zealand passport, expiring in 2031."""
    given = {
        "id": _next("passport"),
        "number": "L898902C3",
        "issuing_state": "NZ",
        "expires_on": day("2031-04-15"),
    }
    return Passport(**given | fields)


def make_traveller(**fields: Any) -> Traveller:
    """The patient, Anna Maria Eriksson, as on the ICAO specimen passport."""
    given = {
        "id": PATIENT,
        "role": TravellerRole.PATIENT,
        "surname": "ERIKSSON",
        "given_names": "Anna Maria",
        "nationality": "NZ",
        "home_zone": NEW_ZEALAND,
        "languages": ("en",),
    }
    return Traveller(**given | fields)


def make_companion(**fields: Any) -> Traveller:
    """Her companion."""
    given = {
        "id": COMPANION,
        "role": TravellerRole.COMPANION,
        "surname": "SPECIMEN",
        "given_names": "Test Person",
    }
    return make_traveller(**given | fields)


def make_document(**fields: Any) -> Document:
    """A pathology report that is needed."""
    given = {
        "id": _next("document"),
        "kind": DocumentKind.PATHOLOGY,
        "title": text("Pathology report", "病理报告"),
    }
    return Document(**given | fields)


def make_visa(**fields: Any) -> Visa:
    """The patient's S2, granted, 60 days."""
    given = {
        "id": _next("visa"),
        "traveller": PATIENT,
        "basis": EntryBasis.S2,
        "state": VisaState.GRANTED,
        "stay_days": 60,
    }
    return Visa(**given | fields)


def make_entry(**fields: Any) -> Entry:
    """The patient's entry on 8 March 2027."""
    return Entry(
        **{
            "id": _next("entry"),
            "traveller": PATIENT,
            "entered": at("2027-03-08 05:35"),
            "entry_port": AIRPORT,
        }
        | fields
    )


def make_leg(**fields: Any) -> Leg:
    """The flight out of domain facts 8.1: Auckland 22:00 to Chengdu 05:35 the next day."""
    given = {
        "id": _next("leg"),
        "mode": LegMode.FLIGHT,
        "travellers": (PATIENT,),
        "origin": HOME_AIRPORT,
        "destination": AIRPORT,
        "departs": at("2027-03-07 22:00", NEW_ZEALAND),
        "arrives": at("2027-03-08 05:35"),
        "carrier_code": "3U",
        "number": "3U3812",
        "booking": Booking(state=BookingState.BOOKED),
    }
    return Leg(**given | fields)


def make_stay(**fields: Any) -> Stay:
    """The hotel from arrival to the evening of 28 April 2027."""
    given = {
        "id": _next("stay"),
        "kind": StayKind.HOTEL,
        "place": HOTEL,
        "travellers": (PATIENT,),
        "arrives": at("2027-03-08 07:30"),
        "leaves": at("2027-04-28 21:30"),
    }
    return Stay(**given | fields)


def make_meeting(**fields: Any) -> MdtMeeting:
    """The board of 6 January 2027."""
    given = {"id": _next("board"), "hospital": CENTRE, "starts": at("2027-01-06 15:00")}
    return MdtMeeting(**given | fields)


def make_appointment(**fields: Any) -> Appointment:
    """A consultation on 9 March 2027."""
    given = {
        "id": _next("appointment"),
        "kind": AppointmentKind.CONSULTATION,
        "starts": at("2027-03-09 09:30"),
        "place": CENTRE,
        "travellers": (PATIENT,),
    }
    return Appointment(**given | fields)


def make_fraction(number: int = 1, on: str = "2027-04-06", **fields: Any) -> Fraction:
    """Fraction ``number`` at 10:20 on that day."""
    return Fraction(**{"id": _next("fraction"), "number": number, "starts": at(f"{on} 10:20")} | fields)


def make_course(count: int = 3, first: str = "2027-04-06", **fields: Any) -> Course:
    """``count`` fractions prescribed and laid on the weekdays from ``first`` on, holidays or not."""
    days = (day(first) + dt.timedelta(days=offset) for offset in range(count * 2 + 4))
    weekdays = [one for one in days if one.isoweekday() <= 5][:count]
    given = {
        "id": _next("course"),
        "fractions_prescribed": count,
        "dose_per_fraction_gy_rbe": Decimal("3.87"),
        "centre": CENTRE,
        "clinician": DOCTOR,
        "daily_time": dt.time(10, 20),
        "fractions": tuple(make_fraction(n, one.isoformat()) for n, one in enumerate(weekdays, start=1)),
    }
    return Course(**given | fields)


def make_estimate_line(**fields: Any) -> EstimateLine:
    """The whole treatment, CNY 230,000."""
    given = {"id": _next("estimate"), "what": text("Proton course", "质子疗程"), "amount": money("230000")}
    return EstimateLine(**given | fields)


def make_deposit(**fields: Any) -> Deposit:
    """A deposit account at the centre."""
    return Deposit(**{"id": _next("deposit"), "held_by": CENTRE} | fields)


def make_payment(**fields: Any) -> Payment:
    """A payment of CNY 100,000 to the centre."""
    given = {
        "id": _next("payment"),
        "kind": PaymentKind.PAYMENT,
        "what": text("Deposit", "押金"),
        "amount": money("100000"),
        "payee": CENTRE,
    }
    return Payment(**given | fields)


def make_consent(**fields: Any) -> Consent:
    """The patient's consent that the hospital may see health data, given 25 November 2026."""
    given = {
        "id": _next("consent"),
        "traveller": PATIENT,
        "audience": Audience.HOSPITAL,
        "recipient_place": CENTRE,
        "categories": (DataCategory.HEALTH,),
        "overseas": True,
        "given_on": day("2026-11-25"),
    }
    return Consent(**given | fields)


def make_task(**fields: Any) -> Task:
    """A task without a day."""
    return Task(**{"id": _next("task"), "title": text("Ring the centre", "联系中心")} | fields)


def make_journey(**fields: Any) -> Journey:
    """A journey with its patient, agency, places and contacts, and nothing planned yet."""
    given = {
        "id": _next("journey"),
        "agency": make_agency(),
        "reference": "SPECIMEN-1",
        "state": JourneyState.ACTIVE,
        "opened_on": day("2026-11-23"),
        "places": make_places(),
        "contacts": make_contacts(),
        "travellers": (make_traveller(),),
    }
    return Journey(**given | fields)
