"""Who stays more than once: visa-free days and then a visa, a visa made longer twice, and two entries."""

from __future__ import annotations

from planner.record.journey import Journey
from planner.record.visa import (
    EntryBasis,
    EntryPurpose,
    EntryState,
    ExtensionKind,
    ExtensionState,
    StayCounting,
    StayExtension,
    VisaState,
)
from tests.builders.make import (
    COMPANION,
    at,
    day,
    make_companion,
    make_entry,
    make_journey,
    make_traveller,
    make_visa,
)

VISIT, TREATMENT, EXTENSION, PERMIT = "entry-visit", "entry-treatment", "extension", "permit"
FIRST, AGAIN = "entry-first", "entry-again"


def several_stays() -> Journey:
    """On 14 April 2027: the patient in her second stay, made longer once and asked to be again.

    Her stays: visa-free 10 January to 9 February, left on 30 January; on a visa from 20 February to 20
    April, by a granted extension to 20 May, by a stay permit asked for to 15 June; she leaves on 18 May.
    Her companion has one visa for two entries of 30 days: 20 February to 21 March, left on 12 March, and
    5 April to 4 May, who leaves with her, 14 days too late.
    """
    return make_journey(
        id="several-stays",
        reference="SPECIMEN-STAYS",
        travellers=(make_traveller(), make_companion()),
        visas=(
            make_visa(
                id="visa-free",
                basis=EntryBasis.UNILATERAL_VISA_FREE,
                purpose=EntryPurpose.FAMILY_VISIT,
                state=VisaState.NOT_NEEDED,
                stay_days=30,
                counting=StayCounting.DAY_AFTER_ENTRY_IS_DAY_ONE,
            ),
            make_visa(id="visa", counting=StayCounting.ENTRY_DAY_IS_DAY_ONE),
            make_visa(
                id="visa-companion",
                traveller=COMPANION,
                entries=2,
                stay_days=30,
                counting=StayCounting.ENTRY_DAY_IS_DAY_ONE,
            ),
        ),
        entries=(
            make_entry(
                id=TREATMENT,
                visa="visa",
                state=EntryState.ACTUAL,
                entered=at("2027-02-20 05:35"),
                exited=at("2027-05-18 14:00"),
                extensions=(
                    StayExtension(
                        id=PERMIT,
                        kind=ExtensionKind.STAY_PERMIT,
                        state=ExtensionState.APPLIED,
                        applied_on=day("2027-04-12"),
                        until=day("2027-06-15"),
                    ),
                    StayExtension(
                        id=EXTENSION,
                        kind=ExtensionKind.EXTENSION,
                        state=ExtensionState.GRANTED,
                        apply_on=day("2027-04-13"),
                        applied_on=day("2027-04-07"),
                        until=day("2027-05-20"),
                    ),
                ),
            ),
            make_entry(
                id=VISIT,
                visa="visa-free",
                state=EntryState.ACTUAL,
                entered=at("2027-01-10 06:00"),
                exited=at("2027-01-30 22:00"),
            ),
            make_entry(
                id=AGAIN,
                traveller=COMPANION,
                visa="visa-companion",
                state=EntryState.ACTUAL,
                entered=at("2027-04-05 09:00"),
                exited=at("2027-05-18 14:00"),
            ),
            make_entry(
                id=FIRST,
                traveller=COMPANION,
                visa="visa-companion",
                state=EntryState.ACTUAL,
                entered=at("2027-02-20 05:35"),
                exited=at("2027-03-12 12:00"),
            ),
        ),
    )
