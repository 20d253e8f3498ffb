"""The houses and people of the hard journeys: plainly fictional, but as complete as real ones.

Everything that a page can show is there (doors, positions, pinyin, vehicles), so that a page that fails for
being full fails here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from planner.record.agency import Agency
from planner.record.appointment import AppointmentKind
from planner.record.booking import Booking, BookingState
from planner.record.consent import Audience, Consent, DataCategory
from planner.record.contact import Contact, ContactRole
from planner.record.course import Course
from planner.record.diagnosis import Diagnosis
from planner.record.document import DocumentKind
from planner.record.ids import ConsentId, ContactId, DiagnosisId, FractionId, MedicineId, PlaceId
from planner.record.journey import Journey
from planner.record.leg import LegMode
from planner.record.money import Payment, PaymentKind
from planner.record.place import Place, PlaceKind
from planner.record.text import Text
from planner.record.traveller import Allergy, AllergyStatement, EmergencyContact, Medicine
from planner.record.treatment_days import DatedPolicy, TreatmentDayKind
from planner.record.when import When
from tests.builders.make import (
    AIRPORT,
    CENTRE,
    CHINA,
    DOCTOR,
    DRIVER,
    HOME_AIRPORT,
    HOTEL,
    INTERPRETER,
    at,
    day,
    make_agency,
    make_appointment,
    make_companion,
    make_contact,
    make_course,
    make_deposit,
    make_document,
    make_entry,
    make_estimate_line,
    make_fraction,
    make_journey,
    make_leg,
    make_passport,
    make_payment,
    make_place,
    make_traveller,
    money,
    text,
)

AUCKLAND = ("Auckland Airport", "奥克兰机场", "AKL", "NZ", "Pacific/Auckland")
SYDNEY = ("Sydney Airport", "悉尼机场", "SYD", "AU", "Australia/Sydney")
COORDINATOR, FAMILY_DOCTOR = "coordinator", "family-doctor"
PAID = (
    ("Proton course, first part", "质子疗程（首期）", "118000.00"),
    ("Second part", "第二期", "97500.00"),
)


def agency(zone: str) -> Agency:
    """The specimen agency, in the travellers' zone."""
    return make_agency(
        name=text("Specimen Concierge", "样品医疗行程"),
        address=text("1 Specimen Street, Nowhere", "无名市样品街1号"),
        telephone_24h="+00 0 0000 0001",
        telephone_china="+86 28 0000 0001",
        email="day-and-night@specimen.example",
        zone=zone,
    )


def places(
    home_airport: tuple[str, str, str, str, str],
    *,
    policy: TreatmentDayKind = TreatmentDayKind.OFFICIAL,
    centre: Text | None = None,
    hotel: Text | None = None,
) -> tuple[Place, ...]:
    """Home airport (English, Chinese, IATA, country, zone), airport, hotel and centre of Chengdu."""
    en, zh, code, country, zone = home_airport
    return (
        make_place(
            id=HOME_AIRPORT,
            kind=PlaceKind.AIRPORT,
            name=text(en, zh),
            country=country,
            zone=zone,
            iata_code=code,
        ),
        make_place(
            id=AIRPORT,
            kind=PlaceKind.AIRPORT,
            name=text("Chengdu Tianfu International Airport", "成都天府国际机场"),
            name_pinyin="Chéngdū Tiānfǔ Guójì Jīchǎng",
            address=text("Lujia Town, Jianyang, Chengdu", "成都市简阳市芦葭镇"),
            city=text("Chengdu", "成都"),
            iata_code="TFU",
            latitude_deg=Decimal("30.2900"),
            longitude_deg=Decimal("104.4433"),
        ),
        make_place(
            id=HOTEL,
            name=hotel or text("Specimen Garden Hotel", "样品花园酒店"),
            name_pinyin="Yàngpǐn Huāyuán Jiǔdiàn",
            address=text("18 Specimen Avenue, Chengdu", "成都市样品大道18号"),
            city=text("Chengdu", "成都"),
            entrance=text("Main entrance; step-free", "正门；无台阶"),
            telephone="+86 28 0000 0018",
            registers_foreigners=True,
            latitude_deg=Decimal("30.6000"),
            longitude_deg=Decimal("104.0600"),
        ),
        make_place(
            id=CENTRE,
            kind=PlaceKind.PROTON_CENTRE,
            name=centre or text("Specimen Proton Centre, Chengdu", "成都样品质子中心"),
            name_pinyin="Chéngdū Yàngpǐn Zhìzǐ Zhōngxīn",
            address=text("1 Specimen Avenue, Chengdu", "成都市样品大道1号"),
            address_pinyin="Chéngdū Shì Yàngpǐn Dàdào yī hào",
            city=text("Chengdu", "成都"),
            entrance=text("North gate, then the main door of Building 1", "北门进，1号楼正门"),
            emergency_entrance=text(
                "West side of Building 1, day and night", "1号楼西侧急诊入口，24小时开放"
            ),
            telephone="+86 28 0000 0010",
            latitude_deg=Decimal("30.6100"),
            longitude_deg=Decimal("104.0700"),
            treatment_days=(DatedPolicy(kind=policy),),
        ),
    )


def contacts(**names: Text) -> tuple[Contact, ...]:
    """Doctor, interpreter, driver, coordinator and family doctor; ``names`` by id where they matter."""

    def one(id: str, role: ContactRole, name: Text, telephone: str, **fields: Any) -> Contact:
        said = {"name": names.get(id, name), "telephone": telephone, "languages": ("zh_CN", "en")}
        return make_contact(id=ContactId(id), role=role, **said | fields)

    return (
        one(DOCTOR, ContactRole.RADIATION_ONCOLOGIST, text("Dr Shili Jia", "示例甲"), "+86 28 0000 0011"),
        one(INTERPRETER, ContactRole.INTERPRETER, text("Shili Xin", "示例辛"), "+86 100 0000 0008"),
        one(
            DRIVER,
            ContactRole.DRIVER,
            text("Shili Ren", "示例壬"),
            "+86 100 0000 0009",
            vehicle=text("White seven-seat van, plate 川A·DEMO1", "白色七座商务车，车牌川A·DEMO1"),
        ),
        one(COORDINATOR, ContactRole.COORDINATOR, text("Shili Gui", "示例癸"), "+86 28 0000 0012"),
        one(
            FAMILY_DOCTOR,
            ContactRole.GENERAL_PRACTITIONER,
            text("Dr Sample", "样医生"),
            "+00 0 0000 0020",
        ),
    )


#: What only the patient, the hospital and the agency may read of a patient.
HEALTH: dict[str, Any] = {
    "born_on": day("1958-06-17"),
    "allergy_statement": AllergyStatement.LISTED,
    "allergies": (Allergy(substance=text("Penicillin", "青霉素"), reaction=text("Rash", "皮疹")),),
    "medicines": (
        Medicine(
            id=MedicineId("medicine"),
            name=text("Entecavir", "恩替卡韦"),
            dose=text("0.5 mg once a day", "0.5毫克，每日1次"),
            controlled=False,
            days_carried=90,
        ),
    ),
    "emergency_contacts": (
        EmergencyContact(
            name="SPECIMEN Sister", relationship=text("Sister", "姐妹"), telephone="+00 0 0000 0031"
        ),
    ),
}


def diagnosis() -> Diagnosis:
    """As a clinician stated it."""
    return Diagnosis(
        id=DiagnosisId("diagnosis"),
        icd10="C22.0",
        site=text("Liver, segment VIII", "肝脏第VIII段"),
        summary=text("Hepatocellular carcinoma, 4.6 cm", "肝细胞癌，4.6厘米"),
        stated_by=DOCTOR,
        stated_on=day("2026-08-01"),
    )


def consents(travellers: Iterable[str], on: str) -> tuple[Consent, ...]:
    """Everybody's consent for every audience that needs one, given on that day."""
    recipients: dict[Audience, dict[str, Any]] = {
        Audience.COMPANION: {},
        Audience.HOSPITAL: {"recipient_place": PlaceId(CENTRE), "overseas": True},
        Audience.DRIVER: {"recipient_contact": ContactId(DRIVER)},
        Audience.HOTEL: {"recipient_place": PlaceId(HOTEL)},
    }
    return tuple(
        Consent(
            id=ConsentId(f"consent-{traveller}-{audience}"),
            traveller=traveller,  # type: ignore[arg-type]
            audience=audience,
            categories=tuple(DataCategory),
            given_on=day(on),
            **where,
        )
        for traveller in travellers
        for audience, where in recipients.items()
    )


def payments(due: str) -> tuple[Payment, ...]:
    """Two payments to the centre."""
    return tuple(
        make_payment(
            id=f"payment-{number}",
            kind=PaymentKind.PAYMENT,
            what=text(en, zh),
            amount=money(amount),
            due_on=day(due) + dt.timedelta(21 * (number - 1)),
        )
        for number, (en, zh, amount) in enumerate(PAID, start=1)
    )


def booked(reference: str = "SPCMN1") -> Booking:
    """A booking that stands."""
    return Booking(state=BookingState.CONFIRMED, reference=reference)


def entry(traveller: str, entered: str, exited: str, **fields: Any) -> Any:
    """Into the country and out of it, on the visa of that traveller."""
    given = {"id": f"entry-{traveller}", "traveller": traveller, "visa": f"visa-{traveller}"}
    return make_entry(entered=at(entered), exited=at(exited), **given | fields)


def flight(id: str, number: str, departs: When, arrives: When, who: tuple[str, ...], **fields: Any) -> Any:
    """A flight between the two airports, out or home by the zone it leaves in."""
    ends = (HOME_AIRPORT, AIRPORT) if departs.zone != CHINA else (AIRPORT, HOME_AIRPORT)
    return make_leg(
        id=id,
        travellers=who,
        origin=ends[0],
        destination=ends[1],
        departs=departs,
        arrives=arrives,
        carrier=text("Specimen Air", "样品航空"),
        carrier_code=number[:2],
        number=number,
        cabin=text("Economy", "经济舱"),
        booking=booked(),
        **fields,
    )


def car(id: str, departs: When, origin: str, destination: str, who: tuple[str, ...]) -> Any:
    """The driver's van."""
    return make_leg(
        id=id,
        mode=LegMode.CAR,
        travellers=who,
        origin=origin,
        destination=destination,
        departs=departs,
        arrives=departs.later(70),
        carrier_code="",
        number="",
        driver=DRIVER,
        booking=booked(""),
    )


def appointment(
    id: str, kind: str, moment: str, en: str, zh: str, who: tuple[str, ...], **fields: Any
) -> Any:
    """At the centre, with the interpreter, driven there."""
    given = {
        "duration_minutes": 45,
        "people": (DOCTOR,),
        "interpreter": INTERPRETER,
        "driver": DRIVER,
        "room": text("Consulting room 3, level 1", "1层3诊室"),
    }
    return make_appointment(
        id=id,
        kind=AppointmentKind(kind),
        title=text(en, zh),
        starts=at(moment),
        travellers=who,
        **given | fields,
    )


def session(number: int, on: dt.date, time: str = "10:20", **fields: Any) -> Any:
    """A session with interpreter and driver."""
    given = {"id": FractionId(f"session-{number}-{on:%m%d}"), "starts": at(f"{on} {time}")}
    return make_fraction(number, interpreter=INTERPRETER, driver=DRIVER, **given | fields)


# -- what every hard journey has ---------------------------------------------------------------------------


def hard_journey(id: str, home: tuple[str, str, str, str, str], **fields: Any) -> Journey:
    """What every one of them has."""
    travellers = fields["travellers"]
    given: dict[str, Any] = {
        "id": id,
        "notes": "Specimen journey: everybody and every house in it is invented.",
        "reference": f"HARD-{id.upper()}",
        "agency": agency(home[4]),
        "places": places(home),
        "contacts": contacts(),
        "diagnoses": (diagnosis(),),
        "estimate": (make_estimate_line(id="estimate", amount=money("231000")),),
        "deposits": (make_deposit(id="deposit", daily_draw=money("4300")),),
        "consents": consents([traveller.id for traveller in travellers], "2026-08-10"),
        "documents": (
            make_document(
                id="letter", kind=DocumentKind.INVITATION_LETTER, title=text("Invitation", "邀请函")
            ),
            make_document(id="pathology", kind=DocumentKind.PATHOLOGY),
        ),
    }
    return make_journey(**given | fields)


def patient(**fields: Any) -> Any:
    given = {
        **HEALTH,
        "name_hanzi": "艾丽松",
        "passports": (make_passport(id="passport", number="PA0000001"),),
        "telephone_in_china": "+86 100 0000 0001",
    }
    return make_traveller(**given | fields)


def companion(number: int = 2, **fields: Any) -> Any:
    passport = make_passport(id=f"passport-{number}", number=f"PA000000{number}")
    given = {"name_hanzi": "样本", "passports": (passport,), "born_on": day("1960-09-03")}
    return make_companion(**given | fields)


def course(**fields: Any) -> Course:
    given: dict[str, Any] = {
        "id": "course",
        "site": text("Liver, segment VIII", "肝脏第VIII段"),
        "room": text("Treatment room 2, basement 2", "地下2层2号治疗室"),
        "session_minutes": 30,
        "clinician": DOCTOR,
        "tolerated_prolongation_days": 2,
    }
    return make_course(**given | fields)


def reviews(who: tuple[str, ...], *dates: str) -> tuple[Any, ...]:
    return tuple(
        appointment(
            f"review-{d}", "weekly-review", f"{d} 11:15", "Weekly review, bloods", "每周复查及抽血", who
        )
        for d in dates
    )
