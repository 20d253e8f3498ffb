"""``planner calendar`` from its own door."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from planner.cli import main


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.fixture
def notice_2027(tmp_path: Path) -> Path:
    days = [
        {"name": "清明节", "date": "2027-04-05", "isOffDay": True},
        {"name": "清明节", "date": "2027-04-10", "isOffDay": False},
    ]
    file = tmp_path / "2027.json"
    file.write_text(json.dumps({"year": 2027, "papers": [], "days": days}), encoding="utf-8")
    return file


class TestShow:
    def test_a_year_as_it_was_announced(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["calendar", "show", "2026"]) == 0
        said = capsys.readouterr()
        lines = said.out.splitlines()
        assert lines[0] == "CN 2026, official"
        assert "国办发明电〔2025〕7号" in lines[1]
        assert "Sun 20 Sept 2026  make-up workday  National Day" in lines
        assert "Fri 25 Sept 2026  statutory holiday  Mid-Autumn Festival" in lines
        assert said.err == ""

    def test_a_year_as_a_document(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["calendar", "show", "2026", "--json"]) == 0
        document = json.loads(capsys.readouterr().out)
        assert (document["region"], document["year"], document["trust"]) == ("CN", 2026, "official")
        assert document["notices"][0]["issued"] == "2025-11-04"
        assert document["checked_on"] == "2026-11-23"
        assert {"date": "2026-10-10", "kind": "makeup-workday", "name": "国庆节"} in document["days"]
        assert len(document["days"]) == 39

    def test_2027_says_that_more_may_come(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["calendar", "show", "2027"]) == 0
        assert "bridging days and make-up workdays may still come" in capsys.readouterr().err

    def test_an_unknown_year_says_so(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["calendar", "show", "2150", "--json"]) == 0
        said = capsys.readouterr()
        assert (json.loads(said.out)["trust"], json.loads(said.out)["days"]) == ("unknown", [])
        assert json.loads(said.out)["checked_on"] is None
        assert "Nothing is known of 2150 in CN but its weekdays" in said.err

    def test_another_regions_holidays(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["calendar", "show", "2027", "--region", "NZ-AUK"]) == 0
        assert "Mon 1 Feb 2027  statutory holiday  Auckland Anniversary Day" in capsys.readouterr().out

    def test_a_file_lies_over_the_shipped_calendar(
        self, capsys: pytest.CaptureFixture[str], notice_2027: Path
    ) -> None:
        assert main(["calendar", "show", "2027", "--calendar", str(notice_2027)]) == 0
        said = capsys.readouterr()
        assert said.out.startswith("CN 2027, official")
        assert said.err == ""

    def test_a_year_is_a_number(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["calendar", "show", "next"]) == 2
        assert "'next' is not a valid integer" in capsys.readouterr().err


class TestImport:
    def test_what_a_notice_changes(self, capsys: pytest.CaptureFixture[str], notice_2027: Path) -> None:
        assert main(["calendar", "import", str(notice_2027)]) == 0
        said = capsys.readouterr()
        assert said.out.splitlines() == [
            "CN 2027: 1 day differs from the calendar in force.",
            "Sat 10 Apr 2027  ordinary day → make-up workday  Qingming Festival",
        ]
        assert "Compared only" in said.err

    def test_what_a_notice_changes_as_a_document(
        self, capsys: pytest.CaptureFixture[str], notice_2027: Path
    ) -> None:
        assert main(["calendar", "import", str(notice_2027), "--json"]) == 0
        assert json.loads(capsys.readouterr().out) == {
            "imported": False,
            "years": [
                {
                    "region": "CN",
                    "year": 2027,
                    "version": 1,
                    "changes": [
                        {
                            "date": "2027-04-10",
                            "old": None,
                            "new": "makeup-workday",
                            "name": "清明节",
                        }
                    ],
                }
            ],
            "journeys": [],
        }

    def test_any_other_file_is_refused_by_name(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        file = tmp_path / "notes.txt"
        file.write_text("Dear all", encoding="utf-8")
        assert main(["calendar", "import", str(file)]) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.startswith("notes.txt is neither a calendar file")
