"""``planner check``: what the rules say of a journey, the worst first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from planner.cli.dates import iso_date
from planner.cli.source import days_in, journey_and_reference, journey_argument
from planner.cli.terminal import FINDINGS, FINE, Terminal, json_option, pass_terminal, print_json
from planner.message import N_, NN_, Message

if TYPE_CHECKING:
    from planner.record.subject import Subject
    from planner.rules.finding import Finding, Fix


@click.command()
@journey_argument
@click.option("--today", type=iso_date, metavar="DATE", help="The day to reckon from, if it is not today.")
@json_option
@pass_terminal
def check(terminal: Terminal, journey: str, today: dt.date | None, as_json: bool) -> int:
    """Check JOURNEY against every rule. Exit status 1 with a blocker or a warning.

    Findings that somebody has accepted are left out while their facts stay the same.
    """
    from planner.rules.acknowledged import open_findings
    from planner.rules.check import check as check_rules
    from planner.rules.finding import Severity

    found, reference = journey_and_reference(terminal, journey)
    findings = check_rules(found, reference, *days_in(found, today))
    shown = open_findings(found, findings)
    if as_json:
        print_json({"findings": [finding_document(terminal, finding) for finding in shown]})
    else:
        print_findings(terminal, shown)
        if accepted := len(findings) - len(shown):
            said = NN_("{count} more finding was accepted.", "{count} more findings were accepted.", accepted)
            terminal.say(said)
    pressing = any(finding.severity is not Severity.NOTE for finding in shown)
    return FINDINGS if pressing else FINE


def finding_document(terminal: Terminal, finding: Finding) -> dict[str, Any]:
    """A finding as ``--json`` gives it."""
    source = finding.source
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": terminal.words(finding.message),
        "subject": _address(finding.subject),
        "source": source
        and {
            "title": terminal.words(N_("{what}", what=source.title)),
            "url": source.url,
            "checked_on": source.checked_on and source.checked_on.isoformat(),
        },
        "fixes": [_fix(terminal, fix) for fix in finding.fixes],
    }


def _address(subject: Subject) -> dict[str, str]:
    return {"kind": subject.kind, "id": subject.id, "field": subject.field}


def _fix(terminal: Terminal, fix: Fix) -> dict[str, Any]:
    from planner.rules.finding import MakeTask, SetField

    told: dict[str, Any] = {"label": terminal.words(fix.label), "subject": _address(fix.action.subject)}
    match fix.action:
        case SetField(value=value):
            return told | {"action": "set-field", "value": None if value is None else str(value)}
        case MakeTask(title=title, due_on=due_on):
            due = due_on and due_on.isoformat()
            return told | {"action": "make-task", "title": terminal.words(title), "due_on": due}
    return told | {"action": "open-field"}


def print_findings(terminal: Terminal, findings: Sequence[Finding]) -> None:
    """Say each finding with its source and what can be done, under a heading for each severity."""
    if not findings:
        click.echo(terminal.words(N_("No findings.")))
    for severity, group in groupby(findings, key=lambda finding: finding.severity):
        same = list(group)
        click.echo(terminal.words(_heading(severity.value, len(same))))
        for finding in same:
            click.echo(f"  {terminal.words(finding.message)}")
            click.echo(f"    {finding.code}  {finding.subject.kind} {finding.subject.id}")
            click.echo(f"    {terminal.words(_source(finding))}")
            for fix in finding.fixes:
                click.echo(f"    → {terminal.words(fix.label)}")
        click.echo()


def _heading(severity: str, count: int) -> Message:
    if severity == "blocker":
        return NN_("{count} blocker", "{count} blockers", count)
    if severity == "warning":
        return NN_("{count} warning", "{count} warnings", count)
    return NN_("{count} note", "{count} notes", count)


def _source(finding: Finding) -> Message:
    title, checked_on = finding.grounds.title, finding.grounds.checked_on
    if checked_on is None:
        return N_("Source: {title}", title=title)
    return N_("Source: {title} (checked on {day})", title=title, day=checked_on)
