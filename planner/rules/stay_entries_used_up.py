"""``stay.entries-used-up``: more entries are planned than the visa allows; a side trip may be one."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from planner.message import N_, NN_
from planner.record.journey import Journey
from planner.record.visa import Visa
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Source, Subject
from planner.schedule.outline import EntryStay, Outline, outline

CODE = "stay.entries-used-up"


def stay_entries_used_up(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Counts the entries on each visa, and legs back into the country that nobody has entered as an entry."""
    seen = outline(journey)
    on_visa: dict[str, list[EntryStay]] = defaultdict(list)
    for stay in seen.entries:
        if stay.visa is not None:
            on_visa[stay.visa.id].append(stay)
    for visa_id, stays in on_visa.items():
        visa = seen.visas[visa_id]
        if visa.entries is None or visa.multiple:
            continue
        stays.sort(key=lambda stay: stay.entered_on or dt.date.max)
        crossings = [*(stay.entered_on for stay in stays), *_not_entered(seen, visa)]
        if len(crossings) <= visa.entries:
            continue
        first_over = sorted(on or dt.date.max for on in crossings)[visa.entries]
        over = next((stay for stay in stays if stay.entered_on == first_over), stays[-1])
        subject = Subject("entry", over.entry.id, "visa")
        allowed = NN_("{count} entry", "{count} entries", visa.entries)
        if first_over == dt.date.max:
            message = N_(
                "{name} is to enter more often than the visa allows ({allowed}).",
                name=over.name,
                allowed=allowed,
            )
        else:
            message = N_(
                "{name} is to enter again on {day}; the visa allows {allowed}, and leaving for Hong Kong or "
                "Macao is an exit too.",
                name=over.name,
                day=first_over,
                allowed=allowed,
            )
        yield Finding(
            CODE,
            Severity.BLOCKER,
            message,
            subject,
            Source.of(reference.policy("stay.crossing", journey.country)),
            (Fix(N_("Check the entries of the visa"), OpenField(Subject("visa", visa_id, "entries"))),),
            first_over,
        )


def _not_entered(seen: Outline, visa: Visa) -> Iterator[dt.date]:
    """Days on which the holder comes in by a leg that no entry speaks of."""
    for crossing in seen.crossings:
        if crossing.traveller == visa.traveller and crossing.is_inward and not seen.is_entered(crossing):
            yield crossing.on
