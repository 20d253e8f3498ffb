"""The facts of a finding: what an acknowledgement holds to."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from planner.message import N_, NN_
from planner.record.text import Text
from planner.rules.finding import Finding, Fix, OpenField, Severity, Source, Subject
from tests.builders import at, day, text

FINDING = Finding(
    "leg.odd",
    Severity.WARNING,
    N_("{what} on {day}: {many}.", what=text("Flight", "航班"), day=day("2027-03-07"), many=(1, 2)),
    Subject("leg", "leg", "departs"),
)


def saying(**params: object) -> Finding:
    return replace(FINDING, message=replace(FINDING.message, params={**FINDING.message.params, **params}))


def test_what_it_says_is_a_fact() -> None:
    others = (
        saying(day=day("2027-03-08")),
        saying(what=text("Train", "火车")),
        saying(many=(1, 3)),
        saying(many=NN_("{count} day", "{count} days", 1)),
        saying(day=at("2027-03-07 10:00")),
        replace(FINDING, severity=Severity.BLOCKER),
        replace(FINDING, code="leg.other"),
        replace(FINDING, subject=Subject("leg", "leg-2")),
        replace(FINDING, message=N_("Odd.")),
    )
    assert len({finding.facts for finding in (FINDING, *others)}) == len(others) + 1


def test_how_it_is_offered_or_who_reviewed_a_word_is_none() -> None:
    same = (
        replace(FINDING, fixes=(Fix(N_("Look"), OpenField(FINDING.subject)),)),
        replace(FINDING, source=Source(N_("Somewhere"))),
        replace(FINDING, on=day("2027-03-07")),
        saying(what=Text({"zh_CN": "航班", "en": "Flight"})),
        replace(FINDING, subject=replace(FINDING.subject, field="")),
    )
    assert {finding.facts for finding in same} == {FINDING.facts}


def test_every_run_of_the_program_sees_the_same_facts(project: Path) -> None:
    """Sets have another order in each run; an acknowledgement is kept for years."""
    code = (
        "from tests.unit.rules.test_acknowledged import FINDING, saying\n"
        "from planner.record.text import Text\n"
        "words = Text({'en': 'a', 'zh_CN': 'b', 'mi': 'c'}, 'en', frozenset({'mi', 'zh_CN'}))\n"
        "print(FINDING.facts, saying(what=words).facts)"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=project,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(project)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_the_worst_comes_first_then_the_most_pressing() -> None:
    note = replace(FINDING, severity=Severity.NOTE, on=day("2027-01-01"))
    late, soon = replace(FINDING, on=day("2027-03-08")), replace(FINDING, on=day("2027-03-07"))
    blocker = replace(FINDING, severity=Severity.BLOCKER)
    assert sorted([note, FINDING, late, soon, blocker], key=lambda one: one.order) == [
        blocker,
        soon,
        late,
        FINDING,
        note,
    ]
