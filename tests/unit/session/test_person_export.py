"""A person gets everything about them and nothing about anybody else."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.edits.forgetting import names_of
from planner.errors import Cancelled, InputError, StoreError
from planner.i18n import translator
from planner.imports.journey_file import open_file
from planner.record.consent import Audience
from planner.session import PrintOptions, Session
from planner.store.event import EventKind
from tests.builders import text

ENGLISH = translator("en")


@pytest.fixture
def session() -> Iterator[Session]:
    with Session.sample() as session:
        (key,) = session.journey_ids()
        session.copies.issue(key, PrintOptions(), recipients=[text("Anna")])
        session.copies.issue(key, PrintOptions(audience=Audience.HOSPITAL), recipients=[text("Desk")])
        yield session


def test_the_patient_gets_journey_papers_and_report(session, tmp_path: Path):
    (key,) = session.journey_ids()
    session.accountability.viewed(key)
    folder = session.exports.job(key).run(tmp_path / "out" / "all", ENGLISH)
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {"READ ME.txt", "journey.journey.json", "report.txt", "report.json"} <= names
    assert {"issued/revision-1.pdf", "issued/revision-2.pdf"} <= names
    assert "not encrypted" in (folder / "READ ME.txt").read_text("utf-8")
    assert (folder / "issued/revision-1.pdf").read_bytes() == session.copies.pdf(key, 1)
    told = json.loads((folder / "report.json").read_text("utf-8"))
    assert "view" in {event["kind"] for event in told["events"]}
    journey = session.journey(key)
    given = open_file(folder / "journey.journey.json").journey
    assert given.patient.passports == journey.patient.passports
    assert given.courses == journey.courses
    content = b"".join(path.read_bytes() for path in folder.rglob("*.json"))
    for companion in journey.companions:
        for name in names_of(companion, [journey.patient]):
            assert name.encode() not in content


def test_a_companion_gets_nothing_of_the_illness(session, tmp_path: Path):
    (key,) = session.journey_ids()
    journey = session.journey(key)
    companion = journey.companions[0]
    folder = session.exports.job(key, companion.id).run(tmp_path / "all", ENGLISH)
    given = open_file(folder / "journey.journey.json").journey
    assert [one.id for one in given.travellers] == [companion.id]
    assert (given.courses, given.diagnoses, given.mdt_meetings, given.appointments) == ((), (), (), ())
    assert given.legs
    assert not (folder / "issued").exists(), "both copies told of the patient"


def test_a_zip_holds_the_same(session, tmp_path: Path):
    (key,) = session.journey_ids()
    job = session.exports.job(key)
    folder, archive = job.run(tmp_path / "all", ENGLISH), job.run(tmp_path / "all.zip", ENGLISH)
    with zipfile.ZipFile(archive) as opened:
        names = set(opened.namelist())
        assert names == {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
        assert all(opened.read(name) == (folder / name).read_bytes() for name in names)


def test_it_is_written_whole_or_not_at_all(session, tmp_path: Path):
    (key,) = session.journey_ids()
    job = session.exports.job(key)
    with pytest.raises(Cancelled):
        job.run(tmp_path / "all", ENGLISH, cancelled=lambda: True)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "all").mkdir()
    with pytest.raises(StoreError, match="there already"):
        job.run(tmp_path / "all", ENGLISH)
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(StoreError, match="cannot be written"):
        job.run(blocked / "all", ENGLISH)


def test_handing_it_over_is_entered(session):
    (key,) = session.journey_ids()
    session.exports.enter(key)
    journey = session.journey(key)
    assert journey.disclosures[-1].recipient_name.best("en") == journey.patient.full_name
    kinds = [event.kind for event in session.accountability.events(limit=3)]
    assert kinds == [EventKind.EXPORT, EventKind.EXPORT, EventKind.EDIT]
    with pytest.raises(InputError):
        session.exports.job(key, "nobody")
