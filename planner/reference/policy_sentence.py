"""What a policy says, as one sentence made from its values; nothing that the policy itself does not hold."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from planner.message import N_, NN_, NP_, Message
from planner.record.money import Money
from planner.record.visa import EntryPurpose, StayCounting
from planner.reference.policy import EntryPolicy, Policy

PURPOSES: dict[EntryPurpose, Message] = {
    EntryPurpose.TREATMENT: NP_("purpose of entry", "treatment"),
    EntryPurpose.ACCOMPANY_PATIENT: NP_("purpose of entry", "accompanying a patient"),
    EntryPurpose.FAMILY_VISIT: NP_("purpose of entry", "visiting family"),
    EntryPurpose.TOURISM: NP_("purpose of entry", "tourism"),
    EntryPurpose.BUSINESS: NP_("purpose of entry", "business"),
    EntryPurpose.TRANSIT: NP_("purpose of entry", "transit"),
    EntryPurpose.OTHER: NP_("purpose of entry", "another purpose"),
}
_COUNTING: dict[StayCounting, Message] = {
    StayCounting.ENTRY_DAY_IS_DAY_ONE: N_("counted with the day of entry as day one"),
    StayCounting.DAY_AFTER_ENTRY_IS_DAY_ONE: N_("counted from the day after entry"),
    StayCounting.HOURS: N_("counted in hours"),
}


def _days(count: int) -> Message:
    return NN_("{count} day", "{count} days", count)


def _months(count: int) -> Message:
    return NN_("{count} month", "{count} months", count)


def _hours(count: int) -> Message:
    return NN_("{count} hour", "{count} hours", count)


def _money(amount: int, currency: str) -> Money:
    return Money(amount=Decimal(amount), currency=currency)


def _clearance(policy: Policy) -> Message:
    return N_(
        "The airline’s medical form is made out no earlier than {earliest} and no later than {latest} before "
        "departure.",
        earliest=_days(policy["earliest_days_before"]),
        latest=_days(policy["latest_days_before"]),
    )


_SENTENCES: dict[str, Callable[[Policy], Message]] = {
    "stay.registration": lambda p: N_(
        "Whoever stays elsewhere than in a hotel registers the address with the police within {hours}.",
        hours=_hours(p["within_hours"]),
    ),
    "stay.extension": lambda p: N_(
        "Whoever wants to stay longer asks for it at least {days} before the permitted stay ends.",
        days=_days(p["apply_days_before"]),
    ),
    "stay.permit": lambda p: N_(
        "A stay permit for somebody who entered without a visa lasts at most {days}.",
        days=_days(p["most_days"]),
    ),
    "stay.overstay": lambda p: N_(
        "Staying too long brings a warning, a fine of {daily} for each day up to {most}, or detention.",
        daily=_money(p["cny_per_day"], "CNY"),
        most=_money(p["most_cny"], "CNY"),
    ),
    "stay.crossing": lambda _: N_(
        "Going to Hong Kong, Macao or Taiwan ends the stay on the mainland; coming back is a new entry."
    ),
    "passport.validity": lambda p: N_(
        "For a visa, the passport is valid for at least {months} after the entry and has blank pages.",
        months=_months(p["months_after_entry"]),
    ),
    "arrival-card": lambda _: N_("Foreigners can send the arrival card online before they enter."),
    "wallet.foreign-card": lambda p: N_(
        "A foreign card in Alipay or WeChat Pay pays at most {once} at once and {yearly} in a year.",
        once=_money(p["usd_per_payment"], "USD"),
        yearly=_money(p["usd_per_year"], "USD"),
    ),
    "medicine.into-new-zealand": lambda p: N_(
        "Into New Zealand one may carry medicines for {prescription}, and controlled ones for {controlled}.",
        prescription=_months(p["prescription_months"]),
        controlled=_months(p["controlled_months"]),
    ),
    "clearance.airline": _clearance,
    "clearance.airline.NZ": _clearance,
    "privacy.health-information": lambda _: N_(
        "Whoever health information is about is told and agrees separately, also before it crosses a border; "
        "it is kept no longer than needed."
    ),
    "privacy.indirect-collection": lambda _: N_(
        "Whoever is given health information by somebody else tells the person whom it is about."
    ),
    "privacy.retention": lambda p: NN_(
        "Health records are kept for {count} year after the last service.",
        "Health records are kept for {count} years after the last service.",
        p["years_after_last_service"],
    ),
    "privacy.overseas-disclosure": lambda _: N_(
        "Health information goes abroad once the person agrees, knowing that it may be protected less there."
    ),
    "laboratory.age": lambda p: N_(
        "Laboratory results in a record packet are no older than {days}.", days=_days(p["most_days"])
    ),
    "calendar.annual-notice": lambda _: N_(
        "The State Council announces the holidays and make-up workdays of a year in the autumn before it."
    ),
    "course.timely-delivery": lambda p: N_(
        "Two sessions on one day are at least {hours} apart.", hours=_hours(p["second_session_hours"])
    ),
}


def policy_sentence(policy: Policy) -> Message:
    """What ``policy`` says; its title alone for one that this version has no sentence for."""
    made = _SENTENCES.get(policy.id)
    return made(policy) if made is not None else N_("{what}", what=policy.title)


def entry_sentence(policy: EntryPolicy) -> Message:
    """For what one may enter under ``policy`` and how long one may stay, as far as the policy itself says."""
    purposes = tuple(PURPOSES[purpose] for purpose in policy.purposes)
    days = policy.stay_days or policy.most_days
    if days is None:
        return N_("For {purposes}. How long one may stay is not known here.", purposes=purposes)
    facts = {
        "purposes": purposes,
        "days": _days(days),
        "counting": _COUNTING[policy.counting] if policy.counting else N_("counted as the border says"),
    }
    if policy.stay_days:
        return N_("For {purposes}; {days} for each entry, {counting}.", **facts)
    return N_("For {purposes}; the visa says how long, at most {days}, {counting}.", **facts)
