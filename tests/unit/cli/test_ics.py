"""``planner ics`` from its own door."""

from __future__ import annotations

from pathlib import Path

import pytest
from icalendar import Calendar

from planner.cli import main
from planner.paths import resources_dir

SAMPLE = resources_dir() / "sample" / "sample.journey.json"


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


def test_the_calendar_of_a_journey_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "made" / "journey.ics"
    assert main(["ics", str(SAMPLE), "--today", "2027-03-01", "-o", str(out)]) == 0
    assert capsys.readouterr().out.strip() == str(out)
    assert len(Calendar.from_ical(out.read_bytes()).walk("VEVENT")) > 50


def test_the_same_day_gives_the_same_file(tmp_path: Path) -> None:
    files = [tmp_path / "a.ics", tmp_path / "b.ics"]
    for file in files:
        assert main(["ics", "sample", "--today", "2027-03-01", "-o", str(file)]) == 0
    assert files[0].read_bytes() == files[1].read_bytes()


def test_the_languages_are_those_asked_for(tmp_path: Path) -> None:
    out = tmp_path / "zh.ics"
    assert main(["ics", "sample", "--today", "2027-03-01", "--lang", "zh_CN", "-o", str(out)]) == 0
    names = [str(event["SUMMARY"]) for event in Calendar.from_ical(out.read_bytes()).walk("VEVENT")]
    assert "首次门诊" in names


def test_a_copy_nobody_agreed_to_is_refused_and_nothing_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    journey = tmp_path / "no-consent.journey.json"
    journey.write_text(SAMPLE.read_text("utf-8").replace('"given_on"', '"given_once"'), "utf-8")
    out = tmp_path / "driver.ics"
    assert main(["ics", str(journey), "--audience", "driver", "--today", "2027-03-01", "-o", str(out)]) == 1
    assert "ERIKSSON" in capsys.readouterr().err
    assert not out.exists()


def test_a_refusal_in_chinese_has_no_space_between_its_sentences(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "zh_CN")
    journey = tmp_path / "no-consent.journey.json"
    journey.write_text(SAMPLE.read_text("utf-8").replace('"given_on"', '"given_once"'), "utf-8")
    out = tmp_path / "driver.ics"
    assert main(["ics", str(journey), "--audience", "driver", "--today", "2027-03-01", "-o", str(out)]) == 1
    told = capsys.readouterr().err
    assert told.count("。") > 1
    assert "。 " not in told


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ics", str(tmp_path / "none.json"), "-o", str(tmp_path / "x.ics")]) == 2
    assert capsys.readouterr().err.count("\n") == 1
