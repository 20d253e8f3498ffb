"""Which policies the checks of one journey rest on, by what the journey holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from planner.record.journey import Journey
from planner.reference.policy import Policy
from planner.reference.reference import Reference
from planner.reference.whose_law import concerns, is_home

_Touches = Callable[[Journey], object]

#: Policies that matter only where the journey holds something of the kind; any other always does.
_ONLY_WITH: Mapping[str, _Touches] = {
    "stay.registration": lambda journey: journey.entries,
    "stay.overstay": lambda journey: journey.entries,
    "stay.crossing": lambda journey: journey.entries,
    "stay.extension": lambda journey: journey.entries,
    "stay.permit": lambda journey: any(entry.extensions for entry in journey.entries),
    "passport.validity": lambda journey: journey.entries,
    "arrival-card": lambda journey: journey.entries,
    "wallet.foreign-card": lambda journey: journey.payments,
    "medicine.into-new-zealand": lambda journey: (
        is_home(journey, "NZ") and any(t.medicines for t in journey.travellers)
    ),
    "clearance.airline": lambda journey: any(leg.needs_clearance for leg in journey.legs),
    "clearance.airline.NZ": lambda journey: any(
        leg.needs_clearance and leg.carrier_code == "NZ" for leg in journey.legs
    ),
    "laboratory.age": lambda journey: journey.documents,
}


def policies_of(
    journey: Journey, reference: Reference, which: Callable[[Policy], bool] = lambda policy: True
) -> tuple[Policy, ...]:
    """The policies that ``journey`` rests on and ``which`` holds for, those of other countries left out."""
    return tuple(
        policy
        for policy in reference.policies.values()
        if which(policy)
        and concerns(policy, journey)
        and (policy.id not in _ONLY_WITH or _ONLY_WITH[policy.id](journey))
    )
