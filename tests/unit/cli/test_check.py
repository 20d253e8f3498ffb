"""``planner check`` from its own door."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from planner.cli import main
from planner.edits.acknowledge import acknowledge
from planner.export.journey_file import write
from planner.imports.journey_file import open_file
from planner.record.journey import Journey
from planner.record.traveller import AllergyStatement
from planner.rules.check import check
from planner.session.importing import sample_file
from tests.builders import (
    at,
    day,
    make_entry,
    make_journey,
    make_passport,
    make_task,
    make_traveller,
    make_visa,
    text,
)
from tests.unit.rules.harness import shipped

TODAY = "2027-03-01"


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.fixture
def late(tmp_path: Path) -> Journey:
    """Nothing wrong but a task a day late."""
    asked = make_traveller(allergy_statement=AllergyStatement.NONE_KNOWN)
    task = make_task(id="task", title=text("Ring the centre", "联系中心"), due_on=day("2027-02-28"))
    return make_journey(id="late", travellers=(asked,), tasks=(task,))


def kept(journey: Journey, folder: Path) -> str:
    file = folder / "one.journey.json"
    file.write_bytes(write(journey))
    return str(file)


def document(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    status = main(["check", "--json", *arguments])
    return status, json.loads(capsys.readouterr().out)


def test_the_document_has_exactly_the_published_fields(
    late: Journey, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert document(capsys, kept(late, tmp_path), "--today", TODAY) == (
        1,
        {
            "findings": [
                {
                    "code": "task.overdue",
                    "severity": "warning",
                    "message": "“Ring the centre” was due on Sun 28 Feb 2027 and is not done.",
                    "subject": {"kind": "task", "id": "task", "field": "done_on"},
                    "source": None,
                    "fixes": [
                        {
                            "label": "It is done",
                            "subject": {"kind": "task", "id": "task", "field": "done_on"},
                            "action": "set-field",
                            "value": "2027-03-01",
                        },
                        {
                            "label": "Set another day",
                            "subject": {"kind": "task", "id": "task", "field": "due_on"},
                            "action": "open-field",
                        },
                    ],
                }
            ]
        },
    )


def test_a_finding_names_its_source_and_the_task_it_would_make(capsys: pytest.CaptureFixture[str]) -> None:
    status, found = document(capsys, "sample", "--today", TODAY)
    assert status == 1
    (calendar,) = (one for one in found["findings"] if one["code"] == "calendar.provisional-year")
    assert set(calendar["source"]) == {"title", "url", "checked_on"}
    assert calendar["source"]["checked_on"] == "2026-11-23"
    (task,) = (one for one in calendar["fixes"] if one["action"] == "make-task")
    assert task == {
        "label": "Make a task: load the calendar",
        "subject": {"kind": "journey", "id": "sample", "field": ""},
        "action": "make-task",
        "title": "Load the official holiday calendar of 2027",
        "due_on": None,
    }


def test_without_a_blocker_or_warning_all_is_fine(
    late: Journey, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert document(capsys, kept(late, tmp_path), "--today", "2027-02-28") == (0, {"findings": []})
    assert main(["check", kept(late, tmp_path), "--today", "2027-02-28"]) == 0
    assert capsys.readouterr().out == "No findings.\n"


def test_notes_alone_are_fine(late: Journey, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    noted = replace(late, tasks=(), retain_until=day("2027-03-02"))
    status, found = document(capsys, kept(noted, tmp_path), "--today", TODAY)
    assert (status, [one["severity"] for one in found["findings"]]) == (0, ["note"])
    assert main(["check", kept(noted, tmp_path), "--today", TODAY]) == 0
    assert capsys.readouterr().out.startswith("1 note\n")


def test_what_somebody_accepted_is_left_out(
    late: Journey, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (finding,) = check(late, shipped(), day(TODAY))
    accept = acknowledge(late, finding, id="ack", reason="Known.", by="Casey", on=day(TODAY))
    accepted = kept(accept.change(late), tmp_path)
    assert document(capsys, accepted, "--today", TODAY) == (0, {"findings": []})
    assert main(["check", accepted, "--today", TODAY]) == 0
    printed = capsys.readouterr()
    assert printed.out == "No findings.\n"
    assert printed.err == "1 more finding was accepted.\n"


def test_people_read_it_by_severity_with_source_and_ways_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    expiring = make_traveller(passports=(make_passport(id="passport", expires_on=day("2027-08-14")),))
    entry = make_entry(id="entry", visa="visa", exited=at("2027-04-29"), arrival_card_on=day(TODAY))
    journey = make_journey(
        id="late",
        travellers=(expiring,),
        entries=(entry,),
        visas=(make_visa(id="visa"),),
        tasks=(make_task(id="task", due_on=day("2027-02-28")),),
    )
    assert main(["check", kept(journey, tmp_path), "--today", TODAY]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "1 blocker"
    assert "valid until Sat 14 Aug 2027; for an entry on Mon 8 Mar 2027" in lines[1]
    assert lines[2] == "    passport.validity-short  passport passport"
    assert lines[3].startswith("    Source: Embassy text on S2 visas")
    assert lines[3].endswith("(checked on Mon 23 Nov 2026)")
    assert lines[4] == "    → Make a task: renew the passport"
    assert any(line.endswith(" warnings") for line in lines)
    overdue = lines.index("    task.overdue  task task")
    assert lines[overdue + 1] == "    Source: A rule of this program"
    codes = [line for line in lines if line.startswith("    ") and "  " in line.strip()]
    assert len(codes) == len([line for line in lines if line.startswith("    Source: ")])


def test_a_source_nobody_dates_is_named_without_a_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    visa = make_visa(id="visa", name_printed="SPECIMEN TEST")
    main(["check", kept(make_journey(visas=(visa,)), tmp_path), "--today", TODAY])
    assert "    Source: ICAO Doc 9303, part 3: names in travel documents\n" in capsys.readouterr().out


def test_the_present_day_is_that_of_the_treatment(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "sample", "--json"])
    journey = open_file(sample_file()).journey
    assert journey.zone == "Asia/Shanghai"
    assert "findings" in json.loads(capsys.readouterr().out)


def test_a_day_that_is_none_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "sample", "--today", "soon"]) == 2
    assert "is not a date" in capsys.readouterr().err
