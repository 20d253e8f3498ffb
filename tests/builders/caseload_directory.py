"""The directory that a generated caseload shares: one agency, its places and contacts, all invented."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from planner.record.agency import Agency, CaseManager
from planner.record.contact import Contact, ContactRole
from planner.record.place import Place, PlaceKind
from planner.record.text import Text
from planner.record.treatment_days import DatedPolicy

CHINA, HOME = "Asia/Shanghai", "Pacific/Auckland"
HANZI = "安柏晨岱恩枫谷禾景岚明宁青若松棠宛溪雅舟"
REVIEWED = frozenset({"zh_CN"})


def text(en: str, zh: str) -> Text:
    return Text({"en": en, "zh_CN": zh}, "en", REVIEWED)


@dataclass(frozen=True, slots=True)
class SharedEntries:
    """What all journeys of a caseload share."""

    agency: Agency
    hospitals: tuple[Place, ...]
    centres: tuple[Place, ...]
    hotels: tuple[Place, ...]
    home_airport: Place
    airports: tuple[Place, ...]
    embassy: Place
    doctors: tuple[Contact, ...]
    interpreters: tuple[Contact, ...]
    drivers: tuple[Contact, ...]


@cache
def shared_entries() -> SharedEntries:
    cities = (
        ("Chengdu", "成都"),
        ("Shanghai", "上海"),
        ("Hefei", "合肥"),
        ("Guangzhou", "广州"),
        ("Jinan", "济南"),
    )

    def places(kind: PlaceKind, en: str, zh: str, **fields: Any) -> tuple[Place, ...]:
        return tuple(
            Place(
                id=f"{kind.value}-{number}",  # type: ignore[arg-type]
                kind=kind,
                name=text(f"{en} {city}", hanzi + zh),
                address=text(f"{number} Specimen Road, {city}", f"{hanzi}市样品路{number}号"),
                city=text(city, hanzi),
                country="CN",
                zone=CHINA,
                telephone=f"+86 28 5550 {number:04d}",
                **fields,
            )
            for number, (city, hanzi) in enumerate(cities, start=1)
        )

    def people(role: ContactRole, surname: str, count: int) -> tuple[Contact, ...]:
        return tuple(
            Contact(
                id=f"{role.value}-{number}",  # type: ignore[arg-type]
                role=role,
                name=text(
                    f"{role.value.title()} {number} Specimen",
                    f"{surname}{HANZI[number % 20]}{HANZI[number * 7 % 20]}",
                ),
                languages=("zh_CN", "en"),
                telephone=f"+86 138 0000 {number:04d}",
            )
            for number in range(1, count + 1)
        )

    managers = tuple(
        CaseManager(id=f"manager-{n}", name=text(f"Manager {n} Specimen", f"样经理{n}"))  # type: ignore[arg-type]
        for n in range(1, 4)
    )
    home = Place(
        id="home-airport",  # type: ignore[arg-type]
        kind=PlaceKind.AIRPORT,
        name=text("Auckland Airport", "奥克兰机场"),
        country="NZ",
        zone=HOME,
        iata_code="AKL",
    )
    embassy = Place(
        id="embassy",  # type: ignore[arg-type]
        kind=PlaceKind.EMBASSY,
        name=text("Visa centre, Auckland", "奥克兰签证中心"),
        country="NZ",
        zone=HOME,
    )
    return SharedEntries(
        agency=Agency(
            id="agency", name=text("Specimen Concierge", "样品礼宾"), zone=HOME, case_managers=managers
        ),  # type: ignore[arg-type]
        hospitals=places(PlaceKind.HOSPITAL, "Demo Cancer Hospital", "演示肿瘤医院"),
        centres=places(
            PlaceKind.PROTON_CENTRE, "Demo Proton Centre", "演示质子中心", treatment_days=(DatedPolicy(),)
        ),
        hotels=places(PlaceKind.HOTEL, "Specimen Hotel", "样品酒店", registers_foreigners=True),
        home_airport=home,
        airports=places(PlaceKind.AIRPORT, "Airport", "机场"),
        embassy=embassy,
        doctors=people(ContactRole.RADIATION_ONCOLOGIST, "示", 12),
        interpreters=people(ContactRole.INTERPRETER, "例", 20),
        drivers=people(ContactRole.DRIVER, "范", 20),
    )
