"""Entries and exits that move, and what that leaves of the permitted stay of each person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planner.message import N_, NN_, Message
from planner.record.subject import Subject
from planner.record.visa import Entry, EntryBasis, Visa
from planner.record.when import When
from planner.schedule.names import traveller_name
from planner.schedule.permitted_stay import PermittedStay, permitted_stay
from planner.schedule.slip.circumstances import Circumstances
from planner.schedule.slip.consequence import Consequence, ConsequenceKind
from planner.schedule.slip.moved_dates import MovedDate
from planner.schedule.slip.tie_words import why_moved

_VISA_FREE = (
    EntryBasis.UNILATERAL_VISA_FREE,
    EntryBasis.MUTUAL_EXEMPTION,
    EntryBasis.TRANSIT_240H,
    EntryBasis.HAINAN_VISA_FREE,
)


def crossing_consequence(
    entry: Entry, moved: MovedDate, depends_on: str, about: Circumstances
) -> Consequence:
    """A person enters or leaves on another date."""
    name = traveller_name(about.travellers.get(entry.traveller))
    leaves = moved.field.subject.field == "exited"
    return Consequence(
        kind=ConsequenceKind.CROSSING,
        subject=moved.field.subject,
        what=N_("{name} leaves the country", name=name)
        if leaves
        else N_("{name} enters the country", name=name),
        old=moved.field.value,
        new=moved.new,
        why=why_moved(moved, about),
        you_decide=about.doubts(moved.field.value, moved.new),
        depends_on=depends_on,
    )


def stay_consequences(entry: Entry, depends_on: str, about: Circumstances) -> Iterator[Consequence]:
    """The days left of a permitted stay after the exit, and the day by which to ask for more when few are.

    Days left are counted to the earlier of the two last days where the countings differ. Nothing is said
    while the last legal day or the exit is not known.
    """
    visa = about.outline.visas.get(entry.visa) if entry.visa else None
    after = replace(
        entry,
        entered=_moved(entry.id, "entered", about) or entry.entered,
        exited=_moved(entry.id, "exited", about) or entry.exited,
    )
    zone = about.journey.zone
    was, now = (permitted_stay(one, visa, zone) for one in (entry, after))
    slack_before, slack_after = _slack(entry, was, zone), _slack(after, now, zone)
    last = now.last_day or now.safe_last_day
    if slack_after is None or slack_after == slack_before or last is None:
        return
    main = Consequence(
        kind=ConsequenceKind.PERMITTED_STAY,
        subject=Subject("entry", entry.id, "visa"),
        what=N_(
            "Days left of the permitted stay of {name}",
            name=traveller_name(about.travellers.get(entry.traveller)),
        ),
        old=slack_before,
        new=slack_after,
        why=_why_last(now, last),
        you_decide=_overstay(slack_after, now),
        depends_on=depends_on,
    )
    yield main
    if now.apply_by is not None and slack_after < about.reference.limits.stay_slack_days:
        yield _extension(entry, visa, main, (was, now), about)


def _extension(
    entry: Entry,
    visa: Visa | None,
    main: Consequence,
    stays: tuple[PermittedStay, PermittedStay],
    about: Circumstances,
) -> Consequence:
    """The last day to ask for a longer stay: an extension of a visa, a stay permit without one."""
    was, now = stays
    assert now.apply_by is not None
    enough = isinstance(main.old, int) and main.old >= about.reference.limits.stay_slack_days
    permit = visa is not None and visa.basis in _VISA_FREE
    name = traveller_name(about.travellers.get(entry.traveller))
    doubts = [N_("Whether to ask is yours and theirs to decide; approval is never certain.")]
    if now.apply_by < about.today:
        doubts.append(N_("{new} has passed.", new=now.apply_by))
    return Consequence(
        kind=ConsequenceKind.EXTENSION,
        subject=Subject("entry", entry.id, "extensions"),
        what=(
            N_("Last day to apply for a stay permit, {name}", name=name)
            if permit
            else N_("Last day to apply for an extension of the stay, {name}", name=name)
        ),
        old=None if enough else was.apply_by,
        new=now.apply_by,
        why=_why_ask(main.new if isinstance(main.new, int) else -1),
        you_decide=tuple(doubts),
        depends_on=main.depends_on,
    )


def _why_ask(left: int) -> Message:
    """Why to ask for a longer stay; ``left`` are the days left, negative once the stay is too long."""
    if left < 0:
        return N_("The stay would be longer than is permitted.")
    if left == 0:
        return N_("No day of the permitted stay would be left.")
    return NN_(
        "Only {count} day of the permitted stay would be left.",
        "Only {count} days of the permitted stay would be left.",
        left,
    )


def _slack(entry: Entry, stay: PermittedStay, zone: str) -> int | None:
    last = stay.safe_last_day
    if last is None or entry.exited is None:
        return None
    leaves = entry.exited.seen_from(zone) or entry.exited
    return (last - leaves.date).days


def _moved(entry_id: str, field: str, about: Circumstances) -> When | None:
    found = about.after.moved.get((entry_id, field))
    return found if isinstance(found, When) else None


def _why_last(stay: PermittedStay, last: object) -> Message:
    careful = stay.safe_last_day
    if careful is None or careful == last:
        return N_("The last legal day is {last}.", last=last)
    return N_(
        "The last legal day is {last}, or {careful} when the day of entry is counted as the first.",
        last=last,
        careful=careful,
    )


def _overstay(slack: int, stay: PermittedStay) -> tuple[Message, ...]:
    if slack >= 0:
        return ()
    return (
        NN_(
            "The exit would be {count} day too late: leave earlier, or ask in time to stay longer.",
            "The exit would be {count} days too late: leave earlier, or ask in time to stay longer.",
            -slack,
        ),
    )
