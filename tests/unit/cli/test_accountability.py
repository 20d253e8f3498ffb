"""``planner log``, ``export-person``, ``retention`` and ``erase``: accountable without a screen."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from planner.cli import main
from planner.edits.edit import NewJourney
from planner.imports.journey_file import open_file
from planner.message import N_
from planner.record.ids import JourneyId
from planner.record.journey import JourneyState
from planner.session import Session
from planner.session.importing import sample_file
from planner.store.key_wrap import KeyCost
from planner.store.vault import Vault

NOW = dt.datetime(2027, 3, 1, tzinfo=dt.UTC)


@pytest.fixture
def planner(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Any:
    """Runs a command on a record with one journey, ``lars``: its status, standard output and error."""
    monkeypatch.setattr("planner.cli.source.now", lambda: NOW)
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("PLANNER_PASSPHRASE", "correct horse")
    folder = tmp_path / "record"
    sample = open_file(sample_file()).journey
    unsent = tuple(replace(document, sendings=()) for document in sample.documents)
    journey = replace(sample, id=JourneyId("lars"), consents=(), disclosures=(), documents=unsent)
    cheap = KeyCost(memory_kib=64, passes=1, lanes=1)
    with Session(Vault.create(folder, "correct horse", cost=cheap), lambda: NOW) as session:
        session.run(NewJourney(N_("Add"), replace(journey, state=JourneyState.CLOSED, retain_until=None)))

    def run(*arguments: str) -> tuple[int, str, str]:
        status = main(["--vault", str(folder), *arguments])
        out, err = capfdbinary.readouterr()
        return status, out.decode(), err.decode()

    return run


def kinds(planner: Any, *arguments: str) -> list[str]:
    status, said, _ = planner("log", *arguments, "--json")
    assert status == 0
    return [event["kind"] for event in json.loads(said)["events"]]


def test_commands_leave_their_traces_in_the_log(planner: Any, tmp_path: Path) -> None:
    assert planner("show", "lars")[0] == 0
    assert planner("itinerary", "lars", "-o", str(tmp_path / "a.pdf"))[0] == 0
    assert kinds(planner, "lars")[:4] == ["export", "edit", "view", "view"]
    assert kinds(planner, "--kind", "view", "--limit", "1") == ["view"]
    assert kinds(planner, "--since", "2027-03-02") == []
    assert "open" in kinds(planner, "--until", "2027-03-01")
    status, said, told = planner("log", "lars", "--kind", "export", "--check")
    assert (status, "The log is whole" in told) == (0, True)
    assert "Exported the itinerary for ERIKSSON Anna Maria" in said


def test_a_copy_refused_writes_no_file_and_no_disclosure(planner: Any, tmp_path: Path) -> None:
    target = tmp_path / "hospital.pdf"
    for command in ("itinerary", "ics"):
        status, _, told = planner(command, "lars", "--audience", "hospital", "-o", str(target))
        assert (status, "has not given consent" in told, target.exists()) == (1, True, False)
    assert "export" not in kinds(planner)


def test_the_report_of_a_person(planner: Any) -> None:
    planner("show", "lars")
    journey = json.loads(planner("show", "lars", "--json")[1])["journey"]
    companion = next(one["id"] for one in journey["travellers"] if one["role"] == "companion")
    status, said, _ = planner("log", "lars", "--person", companion)
    assert (status, "Looked at the journey" in said) == (0, True)
    assert planner("log", "--person", companion)[0] == 2
    assert planner("log", "--kind", "gossip")[0] == 2


def test_everything_about_a_person_is_written_and_entered(planner: Any, tmp_path: Path) -> None:
    target = tmp_path / "anna.zip"
    status, said, told = planner("export-person", "lars", "-o", str(target))
    assert (status, said.strip(), "not encrypted" in told) == (0, str(target), True)
    assert target.stat().st_size > 1000
    assert kinds(planner, "lars")[0] == "export"


def test_retention_lists_and_decides(planner: Any) -> None:
    status, said, _ = planner("retention")
    assert (status, "nobody has decided" in said) == (1, True)
    assert planner("retention", "lars", "--until", "2037-03-01", "--reason", "Ten years")[0] == 0
    status, said, _ = planner("retention", "--all", "--json")
    (row,) = json.loads(said)["journeys"]
    assert (row["due"], row["retain_until"], row["reason"]) == ("kept", "2037-03-01", {"en": "Ten years"})
    assert planner("retention", "lars")[0] == 2


def test_erasing_asks_for_the_name_and_leaves_a_certificate(planner: Any, tmp_path: Path) -> None:
    status, _, told = planner("erase", "lars", "--typed", "yes")
    assert (status, "nothing was erased" in told) == (2, True)
    paper = tmp_path / "certificate.json"
    name = "ERIKSSON Anna Maria"
    status, said, told = planner("erase", "lars", "--typed", name, "--certificate", str(paper))
    assert (status, "erases" in told, "The journey lars was erased." in said) == (0, True, True)
    made = json.loads(paper.read_text("utf-8"))
    assert made["erased"] == "journey"
    assert name not in paper.read_text("utf-8")
    status, said, _ = planner("journeys", "--json")
    assert json.loads(said) == {"journeys": []}
    assert planner("log", "--check")[0] == 0
