"""``planner show`` and ``planner schema``: documents on standard output, sentences on standard error."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from planner.cli import main
from planner.export.journey_file import write
from planner.imports.journey_file import open_file, read
from planner.paths import resources_dir
from tests.builders import make_journey, make_leg

SAMPLE = resources_dir() / "sample" / "sample.journey.json"


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


def run(capfdbinary: pytest.CaptureFixture[bytes], *arguments: str) -> tuple[int, bytes, str]:
    status = main(arguments)
    out, err = capfdbinary.readouterr()
    return status, out, err.decode()


def test_the_sample_as_json_is_its_journey_file(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    status, out, err = run(capfdbinary, "show", "sample", "--json")
    assert (status, err) == (0, "")
    assert read(out, "x").journey == open_file(SAMPLE).journey


def test_what_is_shown_of_a_file_gives_the_same_when_it_is_shown_again(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / "case.journey.json"
    path.write_bytes(write(make_journey(legs=(make_leg(),))))
    status, out, _ = run(capfdbinary, "show", str(path), "--json")
    assert (status, out) == (0, path.read_bytes())


def test_for_people_a_journey_is_shown_day_by_day(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    status, out, err = run(capfdbinary, "show", "sample")
    assert (status, err) == (0, "")
    text = out.decode()
    assert text.startswith("ERIKSSON Anna Maria")
    departure, arrival = text.index("Sun 7 Mar 2027"), text.index("Mon 8 Mar 2027")
    assert "22:00" in text[departure:arrival]


def test_a_wrong_file_is_a_sentence_and_status_2(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / "case.journey.json"
    path.write_text("{}")
    status, out, err = run(capfdbinary, "show", str(path), "--json")
    assert (status, out) == (2, b"")
    assert err.startswith("case.journey.json is not a journey file")


def test_the_schema_printed_is_the_one_published(
    project: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    status, out, err = run(capfdbinary, "schema")
    assert (status, err) == (0, "")
    assert out == (project / "docs" / "journey.schema.json").read_bytes()
    assert json.loads(out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
