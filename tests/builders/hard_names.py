"""Hard to print: names of sixty letters, rare hanzi, addresses without end."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from planner.record.journey import Journey
from planner.record.text import Text
from tests.builders import hard_world as world
from tests.builders.hard_world import AUCKLAND
from tests.builders.make import (
    AIRPORT,
    COMPANION,
    DOCTOR,
    HOTEL,
    PATIENT,
    at,
    day,
    make_stay,
    make_visa,
    text,
)


def long_names() -> Journey:
    """Names of sixty letters, hanzi that few fonts have and one that none has, addresses without end."""
    home, who = AUCKLAND[4], (PATIENT, COMPANION)
    long_centre = Text(
        {
            "en": "Specimen Provincial University Hospital International Proton and Heavy Ion Medical Centre",
            "zh_CN": "样品省第一大学附属教学医院国际医学部质子与重离子联合放射治疗中心（样品院区）",
        }
    )
    long_hotel = text(
        "The Specimen Garden International Long-Stay Serviced Apartments and Hotel",
        "样品花园国际长住服务式公寓暨酒店",
    )
    names = {
        DOCTOR: text("Dr Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh Jr", "龘䶮㛃主任医师"),
        world.COORDINATOR: text("Ngo Dinh Sample-Placeholder van der Voorbeeld y Ejemplo", "欧阳㵘𬭎"),
    }
    planned = [day("2026-09-07") + dt.timedelta(offset) for offset in (0, 1, 2, 3, 4)]
    patient = world.patient(
        surname="WOLFESCHLEGELSTEINHAUSENBERGERDORFF-FEATHERSTONEHAUGH",
        given_names="Wilhelmina Johanna Cornelia Antoinette Māui Jörg Øyvind Ünal Ngā",
        preferred_name="Wilhelmina-Antoinette",
        name_hanzi="欧阳㵘𬭎龘·司马𠮷䶮",
        name_at_hospital="欧阳㵘𬭎龘（WOLFESCHLEGELSTEINHAUSENBERGERDORFF-FEATHERSTONEHAUGH）",
    )
    companion = world.companion(
        surname="VAN DER VOORBEELD-PLACEHOLDER-SPECIMEN", given_names="Bartholomäus Þórður Ørsted"
    )
    return replace(
        world.hard_journey(
            "long-names",
            AUCKLAND,
            travellers=(patient, companion),
            places=world.places(AUCKLAND, centre=long_centre, hotel=long_hotel),
            contacts=world.contacts(**names),
            visas=tuple(make_visa(id=f"visa-{t}", traveller=t, stay_days=30) for t in who),
            entries=tuple(world.entry(t, "2026-08-31 05:35", "2026-09-14 01:30") for t in who),
            legs=(
                world.flight("out", "3U3812", at("2026-08-30 22:00", home), at("2026-08-31 05:35"), who),
                world.car("from-airport", at("2026-08-31 07:00"), AIRPORT, HOTEL, who),
                world.flight("home", "3U3811", at("2026-09-14 01:30"), at("2026-09-14 18:40", home), who),
            ),
            stays=(
                make_stay(
                    id="stay", travellers=who, arrives=at("2026-08-31 08:10"), leaves=at("2026-09-13 21:30")
                ),
            ),
            appointments=(
                world.appointment(
                    "first",
                    "consultation",
                    "2026-09-01 09:30",
                    "First visit to the multidisciplinary outpatient department for international patients",
                    "国际患者多学科联合门诊首次就诊（请携带《病历摘要》《影像光盘》等全部资料……）",
                    who,
                ),
            ),
            courses=(
                world.course(
                    fractions_prescribed=5,
                    dose_per_fraction_gy_rbe=Decimal("10"),
                    fractions=tuple(world.session(n, on) for n, on in enumerate(planned, start=1)),
                ),
            ),
            payments=world.payments("2026-09-04"),
        ),
        reference="HARD-LONG-NAMES-0123456789-ABCDEFGHIJ",
    )
