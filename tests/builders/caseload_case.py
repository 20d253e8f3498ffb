"""One journey of a generated caseload in the making: its dates, its travellers, ids as long as real ones."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

from planner.record.passport import Passport
from planner.record.traveller import EmergencyContact, Medicine, Traveller, TravellerRole
from planner.record.when import When
from tests.builders.caseload_directory import CHINA, HANZI, HOME, shared_entries, text

_SYLLABLES = (
    "bel",
    "dor",
    "fin",
    "gal",
    "hum",
    "jor",
    "kes",
    "lun",
    "mir",
    "nov",
    "pel",
    "quin",
    "ras",
    "sol",
    "tar",
    "ulm",
    "vik",
    "wes",
    "yor",
    "zan",
)
_SURNAME_HANZI = "样范例模演试虚拟"
_MINUTES = tuple(dt.time(hour, minute) for hour in range(7, 20) for minute in (0, 10, 20, 30, 40, 50))


class Case:
    """One journey in the making. The dates hang on ``arrival`` and the first fraction, as in the pathway."""

    def __init__(self, number: int, seed: int) -> None:
        self.number = number
        self.random = random = Random(f"{seed}/{number}")
        self.things = 0
        self.shared = shared = shared_entries()
        city = random.randrange(len(shared.centres))
        self.hospital, self.centre = shared.hospitals[city], shared.centres[city]
        self.hotel, self.airport = shared.hotels[city], shared.airports[city]
        self.doctor = random.choice(shared.doctors)
        self.interpreter = random.choice(shared.interpreters)
        self.driver = random.choice(shared.drivers)
        self.opened = dt.date(2025, 1, 6) + dt.timedelta(days=random.randrange(900))
        self.arrival = self.opened + dt.timedelta(days=random.randrange(70, 120))
        self.sessions = random.choice((10, 15, 15, 15, 20, 22, 25, 30, 35))
        self.days = self.weekdays(self.arrival + dt.timedelta(days=28), self.sessions)
        self.leaves = self.days[-1] + dt.timedelta(days=random.randrange(2, 5))
        self.time = random.choice(_MINUTES)
        self.travellers = (self.traveller(TravellerRole.PATIENT), self.traveller(TravellerRole.COMPANION))
        self.both = tuple(traveller.id for traveller in self.travellers)

    def id(self) -> Any:
        """An id as long as real ones, in the order made."""
        self.things += 1
        return f"01k{self.number:08x}{self.things:015x}"

    def day(self, offset: int, since: dt.date | None = None) -> dt.date:
        return (since or self.arrival) + dt.timedelta(days=offset)

    def weekdays(self, first: dt.date, count: int) -> list[dt.date]:
        days, day = [], first
        while len(days) < count:
            if day.isoweekday() <= 5:
                days.append(day)
            day += dt.timedelta(days=1)
        return days

    def word(self, parts: int) -> str:
        return "".join(self.random.choices(_SYLLABLES, k=parts))

    def reference(self) -> str:
        return f"{self.random.getrandbits(30):06X}"

    def traveller(self, role: TravellerRole) -> Traveller:
        random = self.random
        surname, given = self.word(2).upper(), self.word(2).capitalize()
        return Traveller(
            id=self.id(),
            role=role,
            surname=surname,
            given_names=given,
            name_hanzi=random.choice(_SURNAME_HANZI) + "".join(random.choices(HANZI, k=2)),
            born_on=dt.date(1940 + random.randrange(50), 1 + random.randrange(12), 1 + random.randrange(28)),
            nationality="NZ",
            languages=("en",),
            home_zone=HOME,
            telephone=f"+64 0 {random.randrange(10**7):07d}",
            passports=(
                Passport(
                    id=self.id(),
                    number=f"SP{random.randrange(10**6):06d}",
                    issuing_state="NZ",
                    issued_on=self.day(-900, self.opened),
                    expires_on=self.day(2700, self.opened),
                ),
            ),
            medicines=(Medicine(id=self.id(), name=text("Placebo", "安慰剂"), days_carried=60),),
            emergency_contacts=(
                EmergencyContact(name=f"{surname} {self.word(1).capitalize()}", telephone="+64 0 111"),
            ),
        )

    def at(self, offset: int, hour: int, zone: str = CHINA, since: dt.date | None = None) -> When:
        return When(date=self.day(offset, since), time=dt.time(hour, 35), zone=zone)
