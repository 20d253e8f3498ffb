"""A move in words: from when to when, how much follows, and what it does to the findings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from planner.message import N_, NN_, Message
from planner.rules.finding import Finding, Severity
from planner.session.timeline import day_of
from ui.journey.content_words import ContentWords

if TYPE_CHECKING:
    from planner.session.moving import Moving


def from_to(asked: Moving, said: ContentWords) -> Message:
    """The old date, the new one, and how many days lie between."""
    days = (day_of(asked.new) - day_of(asked.old)).days
    return N_(
        "{old} → {new} ({by})",
        old=said.day(day_of(asked.old)),
        new=said.day(day_of(asked.new)),
        by=NN_("{count} day later", "{count} days later", days)
        if days >= 0
        else NN_("{count} day earlier", "{count} days earlier", -days),
    )


def what_follows(asked: Moving) -> Message:
    """How many sessions and other things move with it, and how many of those must be asked again."""
    parts: list[Message] = []
    if others := len(asked.sessions) - 1:
        if others > 0:
            parts.append(NN_("{count} more session moves", "{count} more sessions move", others))
    if asked.consequences:
        parts.append(NN_("{count} thing follows", "{count} things follow", len(asked.consequences)))
    if rebook := sum(one.needs_rebooking for one in asked.consequences):
        parts.append(NN_("{count} needs rebooking", "{count} need rebooking", rebook))
    if not parts:
        return N_("Nothing else depends on it.")
    if len(parts) == 1:
        return parts[0]
    if len(parts) == 2:
        return N_("{first}, {second}", first=parts[0], second=parts[1])
    return N_("{first}, {second}, {third}", first=parts[0], second=parts[1], third=parts[2])


def new_findings(before: Sequence[Finding], after: Sequence[Finding]) -> list[Finding]:
    """The findings that are not there now, the worst first."""
    was = {(one.code, one.facts) for one in before}
    return sorted((one for one in after if (one.code, one.facts) not in was), key=lambda one: one.order)


def verdict(before: Sequence[Finding], after: Sequence[Finding]) -> tuple[Message, Severity | None]:
    """What the rules would say of it in one sentence, and the worst that is new."""
    new = new_findings(before, after)
    if not new:
        return N_("No new finding."), None
    worst = new[0].severity
    blockers = sum(one.severity is Severity.BLOCKER for one in new)
    if blockers:
        return NN_("{count} new blocker", "{count} new blockers", blockers), worst
    return NN_("{count} new finding", "{count} new findings", len(new)), worst
