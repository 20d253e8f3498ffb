"""The history tab: every edit in words with old and new, narrowed, paged, and where undo stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from planner.edits.edit import Edit
from planner.message import N_
from planner.record.document import DocumentState
from planner.record.ids import AttachmentId, JourneyId
from planner.record.journey import Journey
from planner.record.thing import Attachment
from planner.session import Session
from planner.session.logged import Became, tell
from tests.widgets.conftest import NOW
from ui.controls.banner import Banner
from ui.controls.padded_cell import SIGN
from ui.desk import Desk
from ui.journey.history import history_model
from ui.journey.history.history_model import Column, HistoryModel, Narrowing
from ui.journey.history.history_view import HistoryView
from ui.shell.error_presenter import ErrorPresenter

SAMPLE = JourneyId("sample")
Change = Callable[[Journey], Journey]


@pytest.fixture
def view(desk: Desk, sample: Session, qtbot: QtBot, tmp_path: Path) -> HistoryView:
    banner = Banner(desk)
    qtbot.addWidget(banner)
    sample.who = sample.journey(SAMPLE).case_manager
    view = HistoryView(desk, sample, ErrorPresenter(banner, lambda: NOW, tmp_path / "log"))
    qtbot.addWidget(view)
    view.resize(1500, 700)
    view.show()
    view.show_journey(sample.journey(SAMPLE))
    return view


def run(session: Session, label: str, change: Change) -> None:
    session.run(Edit(N_(label), SAMPLE, change))


def document(change: Callable[..., object]) -> Change:
    def changed(journey: Journey) -> Journey:
        first, *others = journey.documents
        return replace(journey, documents=(change(first), *others))  # type: ignore[arg-type]

    return changed


def leg(number: str) -> Change:
    def changed(journey: Journey) -> Journey:
        first, *others = journey.legs
        return replace(journey, legs=(replace(first, number=number), *others))

    return changed


def details(view: HistoryView, row: int = 0) -> list[str]:
    return [
        line
        for told in view.model.told(row)
        for line in (view.model.words.heading(told), *view.model.words.lines(told))
    ]


def cell(view: HistoryView, row: int, column: Column) -> str:
    return str(view.model.data(view.model.index(row, column)))


def test_an_edit_is_told_with_who_when_in_both_zones_and_old_and_new(
    view: HistoryView, sample: Session
) -> None:
    run(
        sample,
        "Change a document",
        document(
            lambda one: replace(
                one,
                title=one.title.with_wording("en", "Another title"),
                expires_on=dt.date(2027, 9, 1),
                state=DocumentState.SENT,
            )
        ),
    )
    view.show_journey(sample.journey(SAMPLE))
    assert [cell(view, 0, column) for column in (Column.WHEN, Column.HOME, Column.WHO)] == [
        "Wed 14 Apr, 17:30",
        "Wed 14 Apr, 21:30",
        "Casey Specimen",
    ]
    assert details(view) == [
        "Document “Another title”",
        "Title (English): Clinical summary, one page → Another title",
        "Title: Simplified Chinese no longer counts as reviewed",
        "State: Accepted → Sent",
        "Expires on: nothing → Wed 1 Sept 2027",
    ]
    assert "Accepted → Sent" in cell(view, 0, Column.DETAIL)


def test_the_size_of_a_file_is_told_as_the_viewer_tells_it(view: HistoryView, sample: Session) -> None:
    def attach(journey: Journey) -> Journey:
        files = [
            Attachment(
                id=AttachmentId(f"file-{size}"),
                name="letter.pdf",
                media_type="application/pdf",
                size_bytes=size,
                sha256=f"{size:064}",
                added_on=dt.date(2027, 4, 14),
            )
            for size in (8000, 98_056)
        ]
        first, *others = journey.documents
        return replace(journey, documents=(replace(first, attachments=tuple(files)), *others))

    run(sample, "Attach", attach)
    view.show_journey(sample.journey(SAMPLE))
    told = " ".join(details(view))
    assert "Size: 8 KB" in told
    assert "Size: 96 KB" in told
    assert "bytes" not in told
    assert "Type of file: PDF" in told


def test_what_lies_within_a_field_and_what_is_referred_to_are_named(
    view: HistoryView, sample: Session
) -> None:
    def change(journey: Journey) -> Journey:
        first, *others = journey.stays
        other = next(place for place in journey.places if place.id != first.place)
        booked = replace(first.booking, reference="ABC123")
        return replace(journey, stays=(replace(first, booking=booked, place=other.id), *others))

    before = sample.journey(SAMPLE)
    run(sample, "Change the stay", change)
    view.show_journey(sample.journey(SAMPLE))
    told = details(view)
    old = next(p for p in before.places if p.id == before.stays[0].place).name.best("en")
    assert any(line.startswith("House: ") and f"{old} → " in line for line in told)
    assert "Booking › Booking reference: DEMO-H-0307 → ABC123" in told


def test_countries_zones_languages_and_weekdays_are_told_by_name(
    view: HistoryView, sample: Session, desk: Desk
) -> None:
    def change(journey: Journey) -> Journey:
        first, *others = journey.travellers
        told = replace(first, nationality="AU", home_zone="Australia/Sydney", languages=("zh_Hant_TW",))
        course = replace(journey.courses[0], weekly_pattern=(1, 3))
        return replace(journey, travellers=(told, *others), courses=(course, *journey.courses[1:]))

    run(sample, "Change a traveller", change)
    view.show_journey(sample.journey(SAMPLE))
    told = details(view)
    assert "Nationality: New Zealand → Australia" in told
    assert "Time zone at home: Auckland → Sydney" in told
    assert "Languages, best first: English → Chinese" in told
    assert "Weekdays of the course: added Mon, Wed" in told
    desk.language.choose("zh_CN")
    assert not [line for line in details(view) if "Sydney" in line or "AU" in line or "zh_" in line]


def test_a_thing_that_went_says_what_it_held_and_cannot_be_gone_to(
    view: HistoryView, sample: Session
) -> None:
    gone = sample.journey(SAMPLE).tasks[0]
    run(sample, "Remove a task", lambda journey: replace(journey, tasks=journey.tasks[1:]))
    view.show_journey(sample.journey(SAMPLE))
    (told,) = view.model.told(0)
    assert (told.became, told.is_here) == (Became.REMOVED, False)
    assert details(view)[0].endswith("removed")
    assert any(gone.title.best("en") in line for line in details(view))
    assert view.details.buttons == []


def test_no_value_of_any_edit_is_told_as_json(view: HistoryView) -> None:
    row = view.model.rowCount() - 1
    assert cell(view, row, Column.WHAT).startswith("Import ")
    told = [view.model.words.heading(one) for one in view.model.told(row)]
    assert len(told) > 30
    for one in view.model.told(row):
        for line in view.model.words.lines(one):
            assert not set(line) & set("{}[]")


def test_one_goes_to_the_thing(view: HistoryView, sample: Session, qtbot: QtBot) -> None:
    run(sample, "Change the flight", leg("NZ289"))
    view.show_journey(sample.journey(SAMPLE))
    with qtbot.waitSignal(view.thing_wanted) as wanted:
        qtbot.mouseClick(view.details.buttons[0], Qt.MouseButton.LeftButton)
    assert wanted.args == [sample.journey(SAMPLE).legs[0].id, ""]


def test_where_undo_stands_and_what_was_taken_back(view: HistoryView, sample: Session) -> None:
    run(sample, "First", leg("NZ1"))
    run(sample, "Second", leg("NZ2"))
    sample.undo()
    view.show_journey(sample.journey(SAMPLE))
    assert [view.model.label(row) for row in range(3)] == [
        "Undone: Second",
        "Second (taken back)",
        "First (undo takes this back)",
    ]
    assert view.position.accessibleName() == "Undo takes back: First. Redo does again: Second"
    sample.redo()
    view.show_journey(sample.journey(SAMPLE))
    assert view.model.label(0) == "Done again: Second (undo takes this back)"


def test_what_undo_takes_back_has_a_sign_and_its_name_is_not_cut_for_it(
    view: HistoryView, sample: Session
) -> None:
    run(sample, "First", leg("NZ1"))
    run(sample, "Second", leg("NZ2"))
    view.show_journey(sample.journey(SAMPLE))
    next_to_undo, before = (view.model.index(row, Column.WHAT) for row in (0, 1))
    assert (next_to_undo.data(), next_to_undo.data(SIGN)) == ("Second", "undo-2")
    assert "undo takes this back" in next_to_undo.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "undo takes this back" in next_to_undo.data(Qt.ItemDataRole.ToolTipRole)
    assert (before.data(), before.data(SIGN)) == ("First", None)
    told = [label.text() for label in view.details.findChildren(QLabel)]
    assert told[0] == "Second"
    assert told[1].endswith("\nUndo takes this back.")


def test_an_edit_of_another_journey_is_not_marked_as_next(view: HistoryView, sample: Session) -> None:
    from planner.edits.edit import NewJourney

    run(sample, "First", leg("NZ1"))
    other = Journey(id=JourneyId("other"), agency=sample.journey(SAMPLE).agency)
    sample.run(NewJourney(N_("New journey"), other))
    view.show_journey(sample.journey(SAMPLE))
    assert view.model.label(0) == "First"


def test_it_is_narrowed_by_person_kind_and_day(view: HistoryView, sample: Session, qtbot: QtBot) -> None:
    run(sample, "Change the flight", leg("NZ289"))
    sample.who = None
    run(sample, "Change a document", document(lambda one: replace(one, number="7")))
    view.show_journey(sample.journey(SAMPLE))
    whole = view.model.rowCount()
    assert whole == 3
    view.kind.setCurrentIndex(view.kind.findData("leg"))
    assert view.model.label(0) == "Change the flight"
    view.kind.setCurrentIndex(0)
    view.who.setCurrentIndex(view.who.findData(""))
    assert view.model.rowCount() == 1
    view.period.setCurrentIndex(view.period.findData("today"))
    assert view.model.rowCount() == 1
    view.who.setCurrentIndex(view.who.findData(None))
    assert view.model.rowCount() == whole
    view.model.narrow(Narrowing(last=dt.date(2020, 1, 1)))
    assert view.model.rowCount() == 0
    assert view.none.isVisible()


def test_a_long_history_comes_as_one_scrolls(
    desk: Desk, sample: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, qtmodeltester: ModelTester
) -> None:
    monkeypatch.setattr(history_model, "PAGE", 5)
    for number in range(12):
        run(sample, "Change the flight", leg(f"NZ{number}"))
    model = HistoryModel(desk, sample)
    model.show(sample.journey(SAMPLE))
    assert model.rowCount() == 5
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert model.rowCount() == 13
    model.narrow(Narrowing(kinds=frozenset({"leg"})))
    assert model.rowCount() == 5
    monkeypatch.undo()
    qtmodeltester.check(model)
    model.show(sample.journey(SAMPLE))
    desk.language.choose("zh_CN")
    qtmodeltester.check(model)
    model.show(None)
    assert model.rowCount() == 0


def test_the_marked_edit_stays_marked_while_new_ones_come(view: HistoryView, sample: Session) -> None:
    run(sample, "First", leg("NZ1"))
    run(sample, "Second", leg("NZ2"))
    view.show_journey(sample.journey(SAMPLE))
    view.table.setCurrentIndex(view.model.index(1, 0))
    run(sample, "Third", leg("NZ3"))
    view.show_journey(sample.journey(SAMPLE))
    assert view.model.label(view.table.currentIndex().row()) == "First"


def test_nothing_is_read_while_nobody_looks(view: HistoryView, sample: Session) -> None:
    view.hide()
    run(sample, "First", leg("NZ1"))
    view.show_journey(sample.journey(SAMPLE))
    assert view.model.label(0) != "First (undo takes this back)"
    view.show()
    assert view.model.label(0) == "First (undo takes this back)"


def test_what_another_version_wrote_is_told_as_far_as_it_can_be(sample: Session) -> None:
    from planner.store.field_changes import FieldChange

    run(sample, "First", leg("NZ1"))
    (row,) = sample.log(SAMPLE, limit=1)
    strange = replace(
        row,
        fields=(
            FieldChange("leg", "gone", "mode", "teleport", "flight"),
            FieldChange("airship", "x", "colour", 1, 2),
            FieldChange("leg", "gone", "no-such-field", 1, 2),
        ),
    )
    told = tell(strange, sample.journey(SAMPLE))
    assert [one.became for one in told] == [Became.CHANGED, Became.CHANGED]
    assert [(one.old, one.new) for one in told[0].fields] == [("teleport", "flight")]
    assert told[1].fields == ()


def test_the_whole_history_is_searched_not_only_what_is_loaded(
    view: HistoryView, sample: Session, qtbot: QtBot
) -> None:
    run(sample, "Odd one out", document(lambda one: replace(one, number="QX-77")))
    for number in range(history_model.PAGE + 20):
        run(sample, "Number", document(lambda one, n=number: replace(one, number=str(n))))
    view.show_journey(sample.journey(SAMPLE))
    assert all("Odd" not in cell(view, row, Column.WHAT) for row in range(view.model.rowCount()))
    assert view.search_here()
    qtbot.keyClicks(view.search, "odd one")
    qtbot.waitUntil(lambda: view.model.rowCount() == 1)
    assert cell(view, 0, Column.WHAT) == "Odd one out"
    qtbot.keyClicks(view.search, "zzz")
    qtbot.waitUntil(view.none.isVisible)
    qtbot.keyClick(view.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: view.model.rowCount() >= history_model.PAGE)
