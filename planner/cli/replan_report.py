"""A re-planning as JSON and as lines to read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import groupby
from typing import Any

import click

from planner.cli.terminal import Terminal
from planner.message import N_, NP_, Message
from planner.record.money import Money
from planner.record.subject import Subject
from planner.record.when import When
from planner.rules.finding import Finding
from planner.schedule.course_sessions import centre_calendar
from planner.schedule.slip.proposal import course_of
from planner.session.replanning import (
    Consequence,
    ConsequenceKind,
    DayRange,
    Option,
    Proposal,
    Replanning,
    Value,
)


def document(weighed: Replanning, terminal: Terminal) -> dict[str, Any]:
    """The whole as JSON; sentences are in the language of the terminal."""
    proposal = weighed.proposal
    return {
        "fractions": [
            {"number": number, "old": _iso(old), "new": _iso(new)}
            for number, old, new in _session_dates(proposal)
        ],
        "consequences": [_consequence(one, terminal) for one in proposal.consequences],
        "findings_before": [_finding(one, terminal) for one in weighed.findings_before],
        "findings_after": [_finding(one, terminal) for one in weighed.findings_after],
        "options": [_option(one, terminal) for one in proposal.options],
    }


def print_report(weighed: Replanning, terminal: Terminal) -> None:
    """The whole in lines."""
    proposal = weighed.proposal
    _heading(terminal, N_("Sessions"))
    provisional = {one.number for one in proposal.replan.fractions if one.stands and one.provisional}
    for number, old, new in _session_dates(proposal):
        if old != new:
            line = N_("{number}  {change}", number=number, change=_change(old, new))
            _line(terminal, N_("{session}  provisional", session=line) if number in provisional else line)
    for kind, several in groupby(proposal.consequences, key=lambda one: one.kind):
        _print_kind(terminal, kind, several)
    if proposal.options:
        _heading(terminal, N_("Ways to win back days; none is chosen"))
        for option in proposal.options:
            _line(terminal, option.what)
            _line(terminal, N_("Last session on {date}.", date=option.last), deeper=True)
            for need in option.needs:
                _line(terminal, N_("Needs: {need}", need=need), deeper=True)
    _print_findings(terminal, weighed)


def awaited_years(weighed: Replanning) -> tuple[int, ...]:
    """The years of the course whose official calendar is still to come."""
    proposal = weighed.proposal
    dates = [one.date for one in proposal.replan.fractions if one.stands and one.provisional]
    if not dates:
        return ()
    calendar = centre_calendar(
        proposal.journey, course_of(proposal.journey, proposal.course), weighed.reference.calendars
    )
    return calendar.trusted_years(min(dates), max(dates))[1]


def _session_dates(proposal: Proposal) -> list[tuple[int, dt.date | None, dt.date | None]]:
    """For each fraction the date of its session before and after; ``None`` where there is none."""
    old = {move.number: move.old.date if move.old else None for move in proposal.moves}
    new = {one.number: one.date for one in proposal.replan.fractions if one.stands}
    return [
        (number, old[number] if number in old else new[number], new.get(number))
        for number in sorted(old.keys() | new.keys())
    ]


def _consequence(one: Consequence, terminal: Terminal) -> dict[str, Any]:
    return {
        "subject": _subject(one.subject),
        "kind": one.kind.value,
        "old": _json(one.old),
        "new": _json(one.new),
        "why": terminal.translator().sentences(_what_and_why(one), *one.you_decide),
        "needs_rebooking": one.needs_rebooking,
    }


def _what_and_why(one: Consequence) -> Message:
    return N_("{what}. {why}", what=one.what, why=one.why)


def _option(option: Option, terminal: Terminal) -> dict[str, Any]:
    return {
        "kind": option.kind.value,
        "dates": [date.isoformat() for date in option.dates],
        "last": option.last.isoformat(),
        "what": terminal.words(option.what),
        "needs": [terminal.words(need) for need in option.needs],
    }


def _finding(finding: Finding, terminal: Terminal) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": terminal.words(finding.message),
        "subject": _subject(finding.subject),
    }


def _subject(subject: Subject) -> dict[str, str]:
    return {"kind": subject.kind, "id": subject.id, "field": subject.field}


def _json(value: Value) -> Any:
    """Dates as ISO 8601, moments with the offset then in force, days as the command line takes them."""
    match value:
        case When():
            instant = value.instant
            return instant.isoformat(timespec="minutes") if instant else value.date.isoformat()
        case DayRange():
            return f"{value.first.isoformat()}..{value.last.isoformat()}"
        case Money():
            return {"amount": str(value.amount), "currency": value.currency}
        case dt.date():
            return value.isoformat()
    return value


def _iso(date: dt.date | None) -> str | None:
    return date.isoformat() if date else None


def _print_kind(terminal: Terminal, kind: ConsequenceKind, several: Iterable[Consequence]) -> None:
    for number, one in enumerate(several):
        if not number:
            _heading(terminal, one.kind_label)
        _line(terminal, N_("{what}: {change}", what=one.what, change=_change(one.old, one.new)))
        _line(terminal, one.why, deeper=True)
        if one.needs_rebooking:
            _line(terminal, NP_("consequence", "Needs rebooking."), deeper=True)
        if one.needs_rebooking and one.free_cancel_until:
            until = (
                N_(
                    "It could be cancelled free of charge until {until}, which has passed.",
                    until=one.free_cancel_until,
                )
                if one.free_cancel_over
                else N_("It can be cancelled free of charge until {until}.", until=one.free_cancel_until)
            )
            _line(terminal, until, deeper=True)
        for said in one.you_decide:
            _line(terminal, N_("You decide: {said}", said=said), deeper=True)


def _print_findings(terminal: Terminal, weighed: Replanning) -> None:
    before = {(one.code, one.facts) for one in weighed.findings_before}
    after = {(one.code, one.facts) for one in weighed.findings_after}
    counts = {"before": len(weighed.findings_before), "after": len(weighed.findings_after)}
    _heading(terminal, N_("Findings: {before} before, {after} after", **counts))
    for one in weighed.findings_before:
        if (one.code, one.facts) not in after:
            _line(terminal, N_("settled: {finding}", finding=one.message))
    for one in weighed.findings_after:
        if (one.code, one.facts) not in before:
            _line(terminal, N_("new: {finding}", finding=one.message))


def _change(old: Value, new: Value) -> object:
    """From what to what; the value once where nothing moves."""
    return _shown(old) if old == new else N_("{old} → {new}", old=_shown(old), new=_shown(new))


def _shown(value: Value) -> object:
    match value:
        case None:
            return NP_("consequence", "none")
        case DayRange():
            return N_("{first} to {last}", first=value.first, last=value.last)
    return value


def _heading(terminal: Terminal, message: Message) -> None:
    click.echo("\n" + terminal.words(message))


def _line(terminal: Terminal, message: Message, *, deeper: bool = False) -> None:
    click.echo(("      " if deeper else "  ") + terminal.words(message))
