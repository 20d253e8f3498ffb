"""``planner replan`` from its own door."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from planner.cli import main
from planner.cli.source import PASSPHRASE_VARIABLE
from planner.export.journey_file import write
from planner.session import Session
from planner.session.importing import sample_file
from planner.store.key_wrap import KeyCost
from planner.store.vault import Vault
from tests.builders.make import make_course, make_journey
from tests.unit.schedule.slip.worked import case_b

THREE = "2027-04-13,2027-04-14,2027-04-21"


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


def replan(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert main(["replan", *arguments, "--today", "2027-04-12", "--json"]) == 0
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return document


class TestDocument:
    def test_has_exactly_the_published_fields(self, capsys: pytest.CaptureFixture[str]) -> None:
        document = replan(capsys, "sample", "--missed", THREE)
        assert set(document) == {
            *("fractions", "consequences", "findings_before", "findings_after", "options"),
        }
        assert {frozenset(one) for one in document["fractions"]} == {frozenset({"number", "old", "new"})}
        assert {frozenset(one) for one in document["consequences"]} == {
            frozenset({"subject", "kind", "old", "new", "why", "needs_rebooking"})
        }
        assert {frozenset(one["subject"]) for one in document["consequences"]} == {
            frozenset({"kind", "id", "field"})
        }

    def test_every_fraction_old_and_new(self, capsys: pytest.CaptureFixture[str]) -> None:
        fractions = replan(capsys, "sample", "--missed", THREE)["fractions"]
        assert [one["number"] for one in fractions] == list(range(1, 16))
        assert fractions[4] == {"number": 5, "old": "2027-04-12", "new": "2027-04-12"}
        assert fractions[14] == {"number": 15, "old": "2027-04-26", "new": "2027-04-29"}

    def test_a_consequence_of_each_shape(self, capsys: pytest.CaptureFixture[str]) -> None:
        found = {
            (one["subject"]["id"], one["subject"]["field"]): one
            for one in replan(capsys, "sample", "--missed", THREE)["consequences"]
        }
        flight = found["sample-leg-tfu-akl", "departs"]
        assert (flight["kind"], flight["needs_rebooking"]) == ("leg", True)
        assert (flight["old"], flight["new"]) == ("2027-04-29T01:30+08:00", "2027-05-02T01:30+08:00")
        assert flight["why"] == (
            "Flight 3U3811 to Auckland. Tied: 3 days after the last session, which moves from "
            "Mon 26 Apr 2027 to Thu 29 Apr 2027. The record does not say on which days 3U3811 runs; "
            "ask the carrier."
        )
        assert found["sample-leg-tfu-akl", "clearances"]["new"] == "2027-04-18..2027-04-29"
        assert found["sample-stay-hotel", "booking.cost"]["new"] == {"amount": "22680", "currency": "CNY"}
        assert found["sample-leg-tfu-akl", "booking.cost"]["new"] is None
        assert found["sample-entry-patient", "visa"]["new"] == 4
        assert found["sample-doc-fit-to-fly", "needed_by"]["new"] == "2027-04-30"
        assert found["sample-follow-up-mri", "starts"]["new"] == "2027-07-30"

    def test_findings_before_and_after(self, capsys: pytest.CaptureFixture[str]) -> None:
        document = replan(capsys, "sample", "--missed", THREE)
        before, after = (
            {one["code"] for one in document[name]} for name in ("findings_before", "findings_after")
        )
        assert "stay.low-slack" in after - before

    def test_options_with_what_each_needs(self, capsys: pytest.CaptureFixture[str]) -> None:
        weekend, second = replan(capsys, "sample", "--missed", THREE)["options"]
        assert (weekend["kind"], weekend["last"]) == ("closed-day-session", "2027-04-28")
        assert weekend["dates"] == ["2027-04-17", "2027-04-18", "2027-04-24", "2027-04-25"]
        assert "The treating doctor approves it, by name." in second["needs"]


class TestWhatHappened:
    def test_a_machine_that_is_down(self, capsys: pytest.CaptureFixture[str]) -> None:
        document = replan(capsys, "sample", "--down", "2027-04-13..2027-04-14")
        assert document["fractions"][14]["new"] == "2027-04-28"
        assert {"kind": "place", "id": "sample-centre", "field": "treatment_days"} in [
            one["subject"] for one in document["consequences"]
        ]

    def test_a_new_start(self, capsys: pytest.CaptureFixture[str]) -> None:
        document = replan(capsys, "sample", "--start", "2027-04-12")
        assert (document["fractions"][0]["new"], document["fractions"][14]["new"]) == (
            "2027-04-12",
            "2027-04-30",
        )

    def test_another_number_as_ordered(self, capsys: pytest.CaptureFixture[str]) -> None:
        document = replan(capsys, "sample", "--fractions", "16", "--ordered-by", "Dr Specimen")
        assert document["fractions"][15] == {"number": 16, "old": None, "new": "2027-04-27"}
        document = replan(capsys, "sample", "--fractions", "14", "--ordered-by", "Dr Specimen")
        assert document["fractions"][14] == {"number": 15, "old": "2027-04-26", "new": None}

    def test_a_calendar_of_ones_own(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        file = tmp_path / "2027.json"
        days = [{"name": "清明节", "date": "2027-04-27", "isOffDay": True}]
        file.write_text(json.dumps({"year": 2027, "papers": [], "days": days}), encoding="utf-8")
        document = replan(capsys, "sample", "--missed", "2027-04-26", "--calendar", str(file))
        assert document["fractions"][14]["new"] == "2027-04-28"

    def test_nothing(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["replan", "sample"]) == 2
        assert "Say what happened" in capsys.readouterr().err

    def test_a_day_without_a_session(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["replan", "sample", "--missed", "2027-04-11"]) == 2
        said = capsys.readouterr()
        assert (said.out, said.err) == ("", "There is no session on Sun 11 Apr 2027 that could be missed.\n")


class TestLines:
    def lines(self, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
        assert main(["replan", "sample", *arguments, "--today", "2027-04-27"]) == 0
        self.err = capsys.readouterr()
        return self.err.out

    def test_are_readable_from_top_to_bottom(self, capsys: pytest.CaptureFixture[str]) -> None:
        out = self.lines(capsys, "--missed", "2027-04-26")
        assert out.startswith("\nSessions\n  15  Mon 26 Apr 2027 → Tue 27 Apr 2027  provisional\n\nReviews\n")
        assert (
            "  Flight 3U3811 to Auckland: Thu 29 Apr 2027, 01:30 → Fri 30 Apr 2027, 01:30\n"
            "      Tied: 3 days after the last session, which moves from Mon 26 Apr 2027 to "
            "Tue 27 Apr 2027.\n"
            "      Needs rebooking.\n"
            "      It could be cancelled free of charge until Mon 26 Apr 2027, 01:30, which has passed.\n"
            "      You decide: The record does not say on which days 3U3811 runs; ask the carrier.\n"
        ) in out
        assert "  Cost of changing Flight 3U3811 to Auckland: NZD\N{NO-BREAK SPACE}2,200.00 → none\n" in out
        assert "Thu 15 Apr 2027 to Mon 26 Apr 2027 → Fri 16 Apr 2027 to Tue 27 Apr 2027" in out
        assert "\nFindings: " in out
        assert "The official calendar of 2027 is not loaded" in self.err.err

    def test_what_could_win_days_back(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["replan", "sample", "--missed", "2027-04-13", "--today", "2027-04-12"]) == 0
        out = capsys.readouterr().out
        assert "\nWays to win back days; none is chosen\n" in out
        assert "      Last session on Mon 26 Apr 2027.\n      Needs: The centre opens" in out
        assert "It can be cancelled free of charge until Mon 26 Apr 2027, 01:30." in out
        assert "  settled: " in out or "  new: " in out

    def test_a_value_that_stays_stands_there_once(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        path = tmp_path / "two weeks.journey.json"
        path.write_bytes(write(case_b()))
        assert main(["replan", str(path), "--missed", "2026-12-03", "--today", "2026-12-03"]) == 0
        out = capsys.readouterr().out
        assert "Last day to apply for a stay permit, ERIKSSON Anna Maria: Wed 2 Dec 2026\n" in out
        changes = [line.rpartition(": ")[2].split(" → ") for line in out.splitlines() if " → " in line]
        assert all(old != new for old, new in changes)


class TestWhichCourse:
    def file(self, tmp_path: Path, *courses: Any) -> str:
        path = tmp_path / "two.journey.json"
        path.write_bytes(write(make_journey(courses=courses)))
        return str(path)

    def test_of_several_the_one_with_sessions_on_the_missed_days(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        two = self.file(tmp_path, make_course(id="one"), make_course(id="two", first="2027-05-10"))
        assert replan(capsys, two, "--missed", "2027-05-10")["fractions"][0]["old"] == "2027-05-10"

    def test_of_several_the_one_named(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        two = self.file(tmp_path, make_course(id="one"), make_course(id="two"))
        assert replan(capsys, two, "--start", "2027-05-10", "--course", "two")["fractions"]
        assert main(["replan", two, "--start", "2027-05-10"]) == 2
        assert "name one with --course: one, two." in capsys.readouterr().err

    def test_of_none(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        assert main(["replan", self.file(tmp_path), "--start", "2027-05-10"]) == 2
        assert "The journey has no course yet." in capsys.readouterr().err


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record that holds the sample."""
    folder = tmp_path / "record"
    monkeypatch.setenv(PASSPHRASE_VARIABLE, "correct horse")
    vault = Vault.create(folder, "correct horse", cost=KeyCost(memory_kib=64, passes=1, lanes=1))
    with Session(vault, lambda: dt.datetime(2027, 3, 1, tzinfo=dt.UTC)) as session:
        session.import_file(sample_file())
    return folder


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    """An invented notice: Tuesday 27 April 2027 is off."""
    file = tmp_path / "2027.json"
    days = [{"name": "劳动节", "date": "2027-04-27", "isOffDay": True}]
    file.write_text(json.dumps({"year": 2027, "papers": [], "days": days}), encoding="utf-8")
    return file


class TestOfTheRecord:
    def test_imported_it_is_what_every_command_knows(
        self, capsys: pytest.CaptureFixture[str], record: Path, notice: Path
    ) -> None:
        vault = ("--vault", str(record))
        show = (*vault, "calendar", "show", "2027", "--json")
        assert main(show) == 0
        assert json.loads(capsys.readouterr().out)["trust"] == "provisional"
        assert main([*vault, "calendar", "import", str(notice)]) == 0
        capsys.readouterr()
        assert main(show) == 0
        assert json.loads(capsys.readouterr().out)["trust"] == "official"

    def test_names_the_journeys_a_notice_touches(
        self, capsys: pytest.CaptureFixture[str], record: Path, notice: Path
    ) -> None:
        vault = ("--vault", str(record))
        assert main([*vault, "calendar", "import", str(notice), "--dry-run"]) == 0
        said = capsys.readouterr()
        assert said.out.splitlines() == [
            "CN 2027: 1 day differs from the calendar in force.",
            "Tue 27 Apr 2027  ordinary day → day off  Labour Day",
            "ERIKSSON Anna Maria has something planned on Tue 27 Apr 2027.",
        ]
        assert said.err == ""
        assert main([*vault, "calendar", "import", str(notice), "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["imported"], "the dry run kept nothing"
        assert main([*vault, "calendar", "import", str(notice), "--json"]) == 0
        again = json.loads(capsys.readouterr().out)
        assert (again["imported"], again["journeys"]) == (False, [])

    def test_says_which_sessions_would_move(
        self, capsys: pytest.CaptureFixture[str], record: Path, tmp_path: Path
    ) -> None:
        file = tmp_path / "bridge.json"
        days = [{"name": "清明节", "date": "2027-04-26", "isOffDay": True}]
        file.write_text(json.dumps({"year": 2027, "papers": [], "days": days}), encoding="utf-8")
        vault = ("--vault", str(record))
        assert main([*vault, "calendar", "import", str(file), "--dry-run"]) == 0
        assert capsys.readouterr().out.splitlines()[-2:] == [
            "ERIKSSON Anna Maria: laid anew, these sessions would move.",
            "  15  Mon 26 Apr 2027 → Tue 27 Apr 2027",
        ]
        assert main([*vault, "calendar", "import", str(file), "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["journeys"] == [
            {
                "id": "sample",
                "patient": "ERIKSSON Anna Maria",
                "dates": ["2027-04-26"],
                "fractions": [{"number": 15, "old": "2027-04-26", "new": "2027-04-27"}],
            }
        ]

    def test_a_journey_by_its_id_reckons_with_them(
        self, capsys: pytest.CaptureFixture[str], record: Path, notice: Path, tmp_path: Path
    ) -> None:
        file = tmp_path / "mine.journey.json"
        file.write_bytes(write(make_journey(id="mine", courses=(make_course(1, "2027-04-26"),))))
        vault = ("--vault", str(record))
        assert main([*vault, "import", str(file)]) == 0
        assert main([*vault, "calendar", "import", str(notice)]) == 0
        capsys.readouterr()
        assert replan_in(capsys, vault, "mine")["fractions"] == [
            {"number": 1, "old": "2027-04-26", "new": "2027-04-28"}
        ]
        bridge = tmp_path / "bridge.json"
        days = [{"name": "劳动节", "date": "2027-04-28", "isOffDay": True}]
        bridge.write_text(json.dumps({"year": 2027, "papers": [], "days": days}), encoding="utf-8")
        over_it = replan_in(capsys, vault, "mine", "--calendar", str(bridge))
        assert over_it["fractions"][0]["new"] == "2027-04-27"


def replan_in(capsys: pytest.CaptureFixture[str], vault: tuple[str, str], *arguments: str) -> dict[str, Any]:
    journey, *rest = arguments
    told = ("replan", journey, "--missed", "2027-04-26", "--today", "2027-04-12", *rest, "--json")
    assert main([*vault, *told]) == 0
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return document
