"""The languages that a command prints in, as people and systems write them."""

from __future__ import annotations

from pathlib import Path

import pytest
from icalendar import Calendar

from planner.cli import main
from planner.cli.languages import locales
from planner.errors import InputError
from planner.i18n import translator
from planner.paths import resources_dir

SAMPLE = resources_dir() / "sample" / "sample.journey.json"


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("zh", ("zh_CN",)),
        ("zh-Hans", ("zh_CN",)),
        ("zh-CN", ("zh_CN",)),
        ("zh_CN", ("zh_CN",)),
        ("en-GB,zh", ("en", "zh_CN")),
        (" zh , EN ", ("zh_CN", "en")),
        ("zh,zh-Hans", ("zh_CN",)),
        ("", ()),
    ],
)
def test_every_way_to_write_a_language_that_ships(written: str, read: tuple[str, ...]) -> None:
    assert locales(written) == read


@pytest.mark.parametrize("written", ["zz", "de", "zh-TW", "zh-Hant", "en,klingonese"])
def test_another_language_is_refused_and_those_that_ship_are_named(written: str) -> None:
    with pytest.raises(InputError) as refused:
        locales(written)
    assert translator("en").text(refused.value.message).endswith("choose from en and zh_CN.")


@pytest.mark.parametrize("command", ["itinerary", "ics", "issue"])
def test_every_command_that_prints_refuses_it_in_one_sentence(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "made"
    to = ["--to", "Mere Tautahi"] if command == "issue" else []
    assert main([command, "sample", "--lang", "zz", *to, "-o", str(out)]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "“zz”" in told
    assert not out.exists()


def test_a_journey_file_may_name_its_language_in_any_way(tmp_path: Path) -> None:
    """Else the words of the program are English on a paper whose dates are Chinese."""
    written = SAMPLE.read_text("utf-8").replace(
        '"languages": ["en", "zh_CN"],', '"languages": ["zh_SG", "zz"],', 1
    )
    assert "zh_SG" in written
    file = tmp_path / "zh.journey.json"
    file.write_text(written, "utf-8")
    out = tmp_path / "zh.ics"
    assert main(["ics", str(file), "--today", "2027-03-01", "-o", str(out)]) == 0
    assert "首次门诊" in [
        str(event["SUMMARY"]) for event in Calendar.from_ical(out.read_bytes()).walk("VEVENT")
    ]
