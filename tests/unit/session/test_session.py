"""The one door: every change is named, durable and undoable; nothing else writes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from planner.edits.edit import DirectoryEdit, Edit, NewJourney, RemoveJourney
from planner.errors import InputError, StoreError
from planner.imports.journey_file import open_file, read
from planner.message import N_
from planner.record.consent import Audience
from planner.record.ids import JourneyId
from planner.record.integrity import problems
from planner.record.journey import Journey
from planner.record.place import PlaceKind
from planner.record.text import Text
from planner.session import Changed, PrintOptions, Session
from planner.session.importing import sample_file

SAMPLE = JourneyId("sample")
MARCH = dt.datetime(2027, 3, 1, 9, tzinfo=dt.UTC)


@pytest.fixture
def session() -> Iterator[Session]:
    with Session.sample(clock=lambda: MARCH) as opened:
        yield opened


def refer_to(reference: str) -> Edit:
    return Edit(N_("Change the reference"), SAMPLE, lambda journey: replace(journey, reference=reference))


def test_the_sample_in_the_record_is_the_sample_in_the_file(session: Session) -> None:
    assert session.journey(SAMPLE) == open_file(sample_file()).journey
    assert read(session.file_job(SAMPLE).run(), "out.journey.json").journey == session.journey(SAMPLE)


def test_the_throwaway_record_goes_when_it_is_closed() -> None:
    with Session.sample(clock=lambda: MARCH) as session:
        folder = session.folder
        assert folder.is_dir()
        assert session.is_sample
    assert not folder.parent.exists()


def test_loading_writes_nothing_and_leaves_nothing_to_undo(session: Session) -> None:
    logged = session.log()
    session.journey(SAMPLE)
    session.itinerary(SAMPLE, PrintOptions())
    session.findings(SAMPLE)
    assert session.undo_label is None
    assert session.log() == logged


def test_undo_and_redo_go_through_the_very_states_that_were(session: Session) -> None:
    before = session.journey(SAMPLE)
    session.run(refer_to("A"))
    session.run(refer_to("B"))
    session.undo()
    assert session.journey(SAMPLE).reference == "A"
    session.undo()
    assert session.journey(SAMPLE) == before
    assert session.undo_label is None
    session.redo()
    session.redo()
    assert session.journey(SAMPLE).reference == "B"
    assert str(session.undo_label) == "Change the reference"
    assert session.redo_label is None


def test_a_new_edit_forgets_what_could_be_redone(session: Session) -> None:
    session.run(refer_to("A"))
    session.undo()
    session.run(refer_to("B"))
    session.redo()
    assert session.journey(SAMPLE).reference == "B"


def test_an_edit_that_changes_nothing_leaves_no_trace(session: Session) -> None:
    logged = len(session.log())
    session.run(refer_to(session.journey(SAMPLE).reference))
    assert session.undo_label is None
    assert len(session.log()) == logged


def test_an_edit_outlives_the_program_and_its_history_does_not(tmp_path: Path) -> None:
    with Session.create(tmp_path / "record", "correct horse", clock=lambda: MARCH) as session:
        session.import_file(sample_file())
        session.run(refer_to("KEPT"))
    with Session.open(tmp_path / "record", "correct horse", clock=lambda: MARCH) as session:
        assert session.journey(SAMPLE).reference == "KEPT"
        assert session.undo_label is None
        assert str(session.log(SAMPLE)[0].note.label) == "Change the reference"


def test_an_edit_that_refers_to_nothing_is_refused_whole(session: Session) -> None:
    before = session.journey(SAMPLE)
    astray = replace(before.legs[0], driver="nobody")  # type: ignore[arg-type]
    with pytest.raises(InputError):
        session.run(
            Edit(N_("Astray"), SAMPLE, lambda journey: replace(journey, legs=(astray, *journey.legs[1:])))
        )
    assert session.journey(SAMPLE) == before
    assert session.undo_label is None


def test_a_place_renamed_in_the_directory_is_renamed_in_the_journey_and_back(session: Session) -> None:
    place = session.journey(SAMPLE).places[0]
    renamed = replace(place, name=place.name.with_wording("en", "Renamed Demo Place"))

    session.run(
        DirectoryEdit(
            N_("Rename a place"),
            lambda directory: replace(
                directory, places=tuple(renamed if p.id == place.id else p for p in directory.places)
            ),
        )
    )
    assert renamed in session.journey(SAMPLE).places
    session.undo()
    assert place in session.journey(SAMPLE).places


def test_a_removed_journey_comes_back_whole(session: Session) -> None:
    before = session.journey(SAMPLE)
    session.run(RemoveJourney(N_("Remove"), SAMPLE))
    assert session.journey_ids() == []
    assert session.summaries() == []
    with pytest.raises(InputError):
        session.journey(SAMPLE)
    session.undo()
    assert session.journey(SAMPLE) == before
    assert [row.id for row in session.summaries()] == [SAMPLE]


def test_a_new_journey_is_in_the_list_at_once(session: Session) -> None:
    agency = session.directory().agency
    assert agency is not None
    session.run(NewJourney(N_("New journey"), Journey(id=JourneyId("second"), agency=agency)))
    assert {row.id for row in session.summaries()} == {SAMPLE, "second"}


def test_the_same_file_is_not_imported_twice(session: Session) -> None:
    with pytest.raises(InputError, match="already in this record"):
        session.import_file(sample_file())


def test_an_entry_of_the_record_brings_the_house_it_lies_in(tmp_path: Path) -> None:
    """The record knows a place of the file better: it lies in a house that the file does not have."""
    sample = open_file(sample_file()).journey
    with Session.create(tmp_path / "record", "correct horse", clock=lambda: MARCH) as session:
        hotel = next(place for place in sample.places if place.kind is PlaceKind.HOTEL)
        tower = replace(hotel, id="tower", name=Text({"en": "Specimen Tower"}))  # type: ignore[arg-type]
        inside = replace(hotel, within=tower.id)
        session.run(DirectoryEdit(N_("Add"), lambda directory: replace(directory, places=(tower, inside))))
        imported = session.import_file(sample_file())
        assert imported.kept == (hotel.name,)
        assert {tower, inside} <= set(session.journey(SAMPLE).places)
        assert problems(session.journey(SAMPLE)) == ()


def test_listeners_hear_what_changed_until_they_stop(session: Session) -> None:
    heard: list[Changed] = []
    stop = session.on_change(heard.append)
    session.run(refer_to("A"))
    session.undo()
    stop()
    session.redo()
    assert heard == [Changed(frozenset({SAMPLE}), False)] * 2


def test_search_finds_the_patient_in_every_script(session: Session) -> None:
    for words in ("erik", "Anna Eriksson", "安娜", "埃里", "anna maliya", "annmly", "DEMO-2027"):
        found = session.find_journeys(words)
        assert found == [SAMPLE] or words in ("anna maliya", "annmly"), words
    assert session.find_journeys("nobody at all") == []


def test_the_row_of_the_sample_says_what_matters(session: Session) -> None:
    (row,) = session.summaries()
    assert (row.phase, row.fractions_delivered, row.fractions_prescribed) == ("ready", 0, 15)
    assert row.stay_last_day == dt.date(2027, 5, 6)
    assert row.stay_slack_days == 7
    assert (row.first_day, row.last_day) == (dt.date(2026, 11, 23), dt.date(2027, 8, 4))
    assert row.next_when is not None
    assert row.next_when.date >= MARCH.date()


def test_rows_grown_stale_overnight_are_computed_again() -> None:
    clock = [MARCH]
    with Session.sample(clock=lambda: clock[0]) as session:
        assert session.refresh_summaries() == 0
        clock[0] = dt.datetime(2027, 4, 7, tzinfo=dt.UTC)
        assert session.refresh_summaries() == 1
        assert session.summaries()[0].phase == "treatment"
        assert session.refresh_summaries() == 0


def test_a_copy_without_consent_is_refused_with_the_reason(session: Session) -> None:
    def withdraw(journey: Journey) -> Journey:
        withdrawn = tuple(replace(c, withdrawn_on=dt.date(2027, 2, 28)) for c in journey.consents)
        return replace(journey, consents=withdrawn)

    session.calendar_job(SAMPLE, PrintOptions(audience=Audience.HOSPITAL))
    session.run(Edit(N_("Withdraw every consent"), SAMPLE, withdraw))
    with pytest.raises(InputError, match="withdrew consent"):
        session.calendar_job(SAMPLE, PrintOptions(audience=Audience.HOSPITAL))


def test_a_wrong_passphrase_is_one_sentence_with_a_way_on(tmp_path: Path) -> None:
    Session.create(tmp_path / "record", "correct horse", clock=lambda: MARCH).close()
    with pytest.raises(StoreError) as refused:
        Session.open(tmp_path / "record", "wrong horse", clock=lambda: MARCH)
    assert refused.value.way_on is not None


def test_what_is_done_in_the_sample_is_done_by_its_case_manager() -> None:
    with Session.sample() as session:
        [imported] = session.log("sample")
        agency = session.journey("sample").agency
        assert session.who in {one.id for one in agency.case_managers}
        assert imported.note.who == session.who
