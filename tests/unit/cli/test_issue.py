"""``planner issue`` and ``planner ledger``: numbered papers out of the record, and who holds them."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from planner.cli import main
from planner.edits.edit import Edit
from planner.imports.journey_file import read
from planner.message import N_
from planner.record.ids import JourneyId
from planner.record.journey import Journey
from planner.session import Session
from planner.session.importing import sample_file

NOW = dt.datetime(2027, 3, 1, tzinfo=dt.UTC)


@pytest.fixture
def vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record that holds the sample, in its week before departure."""
    monkeypatch.setattr("planner.cli.source.now", lambda: NOW)
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("PLANNER_PASSPHRASE", "correct horse")
    folder = tmp_path / "record"
    with Session.create(folder, "correct horse", clock=lambda: NOW) as session:
        session.import_file(sample_file())
    return folder


@pytest.fixture
def planner(vault: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Any:
    """Runs a command on the record: its status, standard output, standard error."""

    def run(*arguments: str) -> tuple[int, str, str]:
        status = main(["--vault", str(vault), *arguments])
        out, err = capfdbinary.readouterr()
        return status, out.decode(), err.decode()

    return run


def test_a_revision_is_issued_written_and_told_of(planner: Any, tmp_path: Path) -> None:
    out = tmp_path / "driver.pdf"
    status, said, told = planner("issue", "sample", "--audience", "driver", "--to", "Mr Demo", "-o", str(out))
    assert (status, said.strip()) == (0, str(out))
    assert told == "Revision 1 was issued to Mr Demo.\n"
    status, said, told = planner("issue", "sample", "--audience", "driver", "--to", "Mr Demo", "--json")
    made = json.loads(said)
    assert (made["revision"], made["replaces"], made["changed_since"], made["changes"]) == (2, 1, 1, [])
    assert made["holders"] == [{"name": {"en": "Mr Demo"}, "given_on": made["issued"], "returned_on": None}]
    status, said, _ = planner("ledger", "sample", "--json")
    issues = json.loads(said)["issues"]
    assert [(i["revision"], [h["hold"] for h in i["holders"]]) for i in issues] == [
        (2, ["current"]),
        (1, ["replaced"]),
    ]
    assert issues[1]["sha256"] == sha256(out.read_bytes()).hexdigest()


def test_what_changed_is_counted(planner: Any, vault: Path) -> None:
    planner("issue", "sample", "--to", "Anna")
    status, _, told = planner("issue", "sample", "--to", "Anna", "--to", "Lars Eriksson")
    assert status == 0
    assert told == "Revision 2 was issued to Anna and Lars Eriksson.\nNothing has changed since revision 1.\n"

    def shortened(journey: Journey) -> Journey:
        course = journey.courses[0]
        return replace(journey, courses=(replace(course, fractions=course.fractions[:-1]),))

    with Session.open(vault, "correct horse", clock=lambda: NOW) as session:
        session.run(Edit(N_("Shorten"), JourneyId("sample"), shortened))
    told = planner("issue", "sample", "--to", "Anna")[2]
    assert told == "Revision 3 was issued to Anna.\n1 thing changed since revision 2.\n"


def test_a_paper_is_written_again_byte_by_byte(planner: Any, tmp_path: Path) -> None:
    first, again = tmp_path / "first.pdf", tmp_path / "again.pdf"
    planner("issue", "sample", "--audience", "hotel", "--to", "Desk", "-o", str(first))
    assert planner("ledger", "sample", "--pdf", "1", "-o", str(again))[0] == 0
    assert again.read_bytes() == first.read_bytes()
    assert planner("ledger", "sample", "--pdf", "2", "-o", str(again))[0] == 2
    assert planner("ledger", "sample", "--pdf", "1")[0] == 2


def test_who_holds_which_is_listed_and_what_came_back_entered(planner: Any) -> None:
    planner("issue", "sample", "--to", "Anna", "--to", "Lars Eriksson")
    planner("issue", "sample", "--to", "Anna")
    status, out, _ = planner("ledger", "sample", "--given-back", "1", "Anna")
    assert status == 0
    assert [line.split("  ")[0::2] for line in out.splitlines()] == [
        ["2", "patient", "has the newest"],
        ["1", "patient", "given back"],
        ["1", "patient", "needs revision 2"],
    ]
    assert out.startswith("2  2027-03-01  patient  Anna")
    status, _, told = planner("ledger", "sample", "--given-back", "1", "Nobody")
    assert (status, told.startswith("Nobody does not hold revision 1.")) == (2, True)
    assert planner("ledger", "sample", "--given-back", "7", "Anna")[0] == 2


def test_without_consent_it_is_refused_with_the_reason_and_nothing_written(
    planner: Any, tmp_path: Path, vault: Path
) -> None:
    out = tmp_path / "companion.pdf"
    bare = tmp_path / "bare.journey.json"
    text = sample_file().read_text("utf-8").replace('"given_on"', '"given_once"')
    bare.write_text(text.replace('"id": "sample"', '"id": "bare"'), "utf-8")
    with Session.open(vault, "correct horse", clock=lambda: NOW) as session:
        session.import_file(bare)
    status, _, told = planner("issue", "bare", "--audience", "driver", "--to", "X", "-o", str(out))
    assert status == 1
    assert "for the driver is entered, but not the day on which it was given." in told
    assert not out.exists()
    assert json.loads(planner("ledger", "bare", "--json")[1]) == {"issues": []}


def test_only_a_journey_in_the_record_is_issued_to_somebody(planner: Any) -> None:
    assert planner("issue", str(sample_file()), "--to", "Anna")[0] == 2
    assert planner("issue", "sample")[0] == 2
    status, _, told = planner("issue", "sample", "--to", " ")
    assert (status, told.count("\n")) == (2, 1)


def test_the_frozen_journey_is_in_the_record(planner: Any, vault: Path) -> None:
    planner("issue", "sample", "--to", "Anna")
    with Session.open(vault, "correct horse", clock=lambda: NOW) as session:
        whole = read(session.file_job("sample", with_attachments=True).run(), "x.journey.json")
    assert len(whole.contents) == 2
