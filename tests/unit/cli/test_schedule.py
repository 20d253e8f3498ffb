"""``planner schedule`` from its own door."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from planner.cli import main


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


def schedule(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert main(["schedule", "--json", *arguments]) == 0
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return document


@pytest.fixture
def notice_2027(tmp_path: Path) -> Path:
    """An invented notice: off from Monday 5 to Wednesday 7 April, worked on Saturday 10 April."""
    days = [
        {"name": "清明节", "date": f"2027-04-{day:02}", "isOffDay": off}
        for day, off in ((5, True), (6, True), (7, True), (10, False))
    ]
    file = tmp_path / "2027.json"
    file.write_text(json.dumps({"year": 2027, "papers": [], "days": days}), encoding="utf-8")
    return file


def test_the_document_has_exactly_the_published_fields(capsys: pytest.CaptureFixture[str]) -> None:
    assert schedule(capsys, "--start", "2026-09-30", "--fractions", "3", "--policy", "statutory") == {
        "fractions": [
            {"number": 1, "date": "2026-09-30", "provisional": False},
            {"number": 2, "date": "2026-10-05", "provisional": False},
            {"number": 3, "date": "2026-10-06", "provisional": False},
        ],
        "first": "2026-09-30",
        "last": "2026-10-06",
        "overall_days": 7,
        "longest_gap_days": 5,
        "official_years": [2026],
        "provisional_years": [],
    }


@pytest.mark.parametrize(
    ("policy", "last", "overall", "gap"),
    [
        ("weekdays", "2026-10-23", 47, 3),
        ("official", "2026-10-29", 53, 8),
        ("official-no-weekends", "2026-11-02", 57, 8),
        ("statutory", "2026-10-28", 52, 5),
        ("six-day", "2026-10-21", 45, 5),
    ],
)
def test_35_fractions_across_national_day(
    capsys: pytest.CaptureFixture[str], policy: str, last: str, overall: int, gap: int
) -> None:
    document = schedule(capsys, "--start", "2026-09-07", "--fractions", "35", "--policy", policy)
    assert (document["last"], document["overall_days"], document["longest_gap_days"]) == (last, overall, gap)


def test_every_fraction_of_2027_is_provisional_until_its_notice_is_given(
    capsys: pytest.CaptureFixture[str], notice_2027: Path
) -> None:
    asked = ("--start", "2027-04-05", "--fractions", "15")
    before = schedule(capsys, *asked)
    assert all(one["provisional"] for one in before["fractions"])
    assert (before["official_years"], before["provisional_years"]) == ([], [2027])
    assert before["first"] == "2027-04-06"

    after = schedule(capsys, *asked, "--calendar", str(notice_2027))
    assert not any(one["provisional"] for one in after["fractions"])
    assert (after["official_years"], after["provisional_years"]) == ([2027], [])
    assert [one["date"][-2:] for one in after["fractions"]][:3] == ["08", "09", "10"]


def test_a_centre_with_its_own_days(capsys: pytest.CaptureFixture[str]) -> None:
    document = schedule(
        capsys,
        *("--start", "2026-11-02", "--fractions", "6", "--policy", "custom", "--weekdays", "2345"),
        *("--closed", "2026-11-03,2026-11-05", "--extra", "2026-11-07", "--down", "2026-11-10..2026-11-11"),
    )
    assert [one["date"][-5:] for one in document["fractions"]] == [
        *("11-04", "11-06", "11-07", "11-12", "11-13", "11-17")
    ]


def test_hong_kongs_own_calendar_four_a_week(capsys: pytest.CaptureFixture[str]) -> None:
    document = schedule(
        capsys,
        *("--start", "2027-02-08", "--fractions", "4", "--region", "HK", "--per-week", "2"),
    )
    assert [one["date"][-5:] for one in document["fractions"]] == ["02-10", "02-11", "02-15", "02-16"]
    assert document["official_years"] == [2027]


def test_people_read_a_line_a_session_and_the_figures(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schedule", "--start", "2027-04-05", "--fractions", "2", "--time", "10:20"]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        "1  Tue 6 Apr 2027, 10:20  provisional",
        "2  Wed 7 Apr 2027, 10:20  provisional",
        "Overall treatment time 2 days; longest gap 1 day, from Tue 6 Apr 2027 to Wed 7 Apr 2027.",
    ]
    assert said.err.startswith("The official calendar of 2027 is not loaded")


def test_a_single_session_has_no_gap_to_speak_of(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schedule", "--start", "2026-11-23", "--fractions", "1"]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == ["1  Mon 23 Nov 2026", "Overall treatment time 1 day."]
    assert said.err == ""


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--fractions", "5"], "Missing option '--start'"),
        (["--start", "2026-13-01", "--fractions", "5"], "'2026-13-01' is not a date"),
        (["--start", "2026-11-02", "--fractions", "many"], "'many' is not a valid integer"),
        (["--start", "2026-11-02", "--fractions", "0"], "A course has from 1 to 200 fractions"),
        (["--start", "2026-11-02", "--fractions", "5", "--policy", "sundays"], "'sundays' is not one of"),
        (["--start", "2026-11-02", "--fractions", "5", "--policy", "custom"], "custom needs it"),
        (["--start", "2026-11-02", "--fractions", "5", "--weekdays", "12"], "custom needs it"),
        (
            ["--start", "2026-11-02", "--fractions", "5", "--policy", "custom", "--weekdays", "8"],
            "expected digits from 1 (Monday) to 7 (Sunday)",
        ),
        (
            ["--start", "2026-11-02", "--fractions", "5", "--down", "2026-11-04..2026-11-03"],
            "'2026-11-04..2026-11-03' ends before it begins",
        ),
        (["--start", "2026-11-02", "--fractions", "5", "--closed", "soon"], "'soon' is not a date"),
        (["--start", "2026-11-02", "--fractions", "5", "--time", "24:00"], "'24:00' is not a time"),
        (["--start", "2026-11-02", "--fractions", "5", "--calendar", "none.json"], "does not exist"),
    ],
)
def test_wrong_use_is_said_and_nothing_printed(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schedule", *arguments]) == 2
    said = capsys.readouterr()
    assert sentence in said.err
    assert said.out == ""


def test_one_day_alone_is_a_period(capsys: pytest.CaptureFixture[str]) -> None:
    document = schedule(capsys, "--start", "2026-11-02", "--fractions", "2", "--down", "2026-11-03")
    assert document["last"] == "2026-11-04"
