"""The page of accountability: the log, a person reported, handed over and erased, what is kept how long."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from planner.edits.edit import Edit
from planner.message import N_
from planner.record.journey import JourneyState
from planner.session import EventKind, PrintOptions, Session
from tests.builders import text
from ui.accountability.accountability_page import AccountabilityPage
from ui.controls.banner import Banner
from ui.desk import Desk
from ui.shell.error_presenter import ErrorPresenter
from ui.shell.top_bar import TopBar

MakePage = Callable[[Session], AccountabilityPage]


@pytest.fixture
def show(desk: Desk, qtbot: QtBot) -> MakePage:
    hosts = []  # each keeps what it holds alive

    def made(session: Session) -> AccountabilityPage:
        host = QWidget()
        hosts.append(host)
        qtbot.addWidget(host)
        banner = Banner(desk, host)
        page = AccountabilityPage(desk, session, ErrorPresenter(banner, desk.clock), host)
        page.resize(1080, 640)
        host.resize(1080, 640)
        host.show()
        page.arrive(TopBar(desk, host))
        return page

    return made


def told(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def rows(page: AccountabilityPage) -> list[str]:
    model = page.log.list.rows
    return [model.line(row).title for row in range(model.rowCount()) if not model.line(row).is_heading]


def test_the_log_is_narrowed_by_what_was_done_and_checked(show, sample, qtbot) -> None:
    sample.accountability.viewed("sample")
    sample.copies.issue("sample", PrintOptions(), recipients=[text("ERIKSSON Anna Maria")])
    page = show(sample)
    assert "Looked at the journey" in rows(page)
    assert page.log.list.rows.line(0).is_heading
    qtbot.mouseClick(page.log.groups.button("out"), Qt.MouseButton.LeftButton)
    assert rows(page) == ["Handed revision 1 to ERIKSSON Anna Maria", "Issued revision 1 for the patient"]
    assert "by" not in page.log.list.rows.line(1).pill
    qtbot.mouseClick(page.log.check, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "The log is whole" in told(page.log.banner), timeout=10_000)


def test_an_empty_log_says_whether_it_is_empty_or_only_narrowed(show, sample, monkeypatch) -> None:
    monkeypatch.setattr(type(sample.accountability), "events", lambda *_args, **_how: [])
    page = show(sample)
    assert "Nothing yet" in told(page.log)
    page.log.narrow("seen")
    assert "Nothing of this kind yet" in told(page.log)
    page.log.narrow("all")
    assert "Nothing yet" in told(page.log)


def test_only_what_somebody_got_counts_as_given_out(show, sample) -> None:
    sample.copies.issue("sample", PrintOptions(), recipients=[text("ERIKSSON Anna Maria")])
    report = sample.accountability.report("sample")
    out = [str(line.what) for line in report.lines if line.handed_out]
    assert not any(one.startswith("Issued") for one in out)
    assert sum(one.startswith("Handed revision 1 to ") for one in out) == 1
    assert "Issued revision 1 for the patient" in [str(line.what) for line in report.lines]
    page = show(sample)
    page.show_view("people")
    times = "time" if len(out) == 1 else "times"
    assert f"Given out {len(out)} {times}" in told(page.people)


def test_a_log_that_was_changed_is_told_in_red(show, sample, qtbot) -> None:
    db = sample._vault._db  # noqa: SLF001
    db.execute('DROP TRIGGER "event_is_final"')
    db.execute("UPDATE event SET who = 'nobody' WHERE number = 1")
    page = show(sample)
    qtbot.mouseClick(page.log.check, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Event 1 of the log was changed" in told(page.log.banner), timeout=10_000)
    assert page.log.banner.property("banner") == "danger"


def test_a_line_of_the_log_says_when_it_was_to_the_ear_as_well(show, sample) -> None:
    rows = show(sample).log.list.rows
    line = rows.line(1)
    assert re.fullmatch(r"\d\d:\d\d", line.lead)
    heard = rows.index(1).data(Qt.ItemDataRole.AccessibleTextRole).splitlines()
    assert heard == [line.lead, line.title, line.subtitle]


def test_the_words_follow_the_language(show, sample, desk) -> None:
    page = show(sample)
    before = page.log.list.rows.line(1).title
    page.show_view("people")
    page.people.begin_erasing()
    desk.language.choose("zh_CN")
    assert page.log.list.rows.line(1).subtitle
    assert before
    assert page.people.erasing is not None
    assert not page.people.erasing.isHidden()


def test_a_person_s_report_and_what_they_are_handed(show, sample, qtbot, tmp_path: Path) -> None:
    sample.disclosures.copy_left("sample", PrintOptions())
    page = show(sample)
    qtbot.mouseClick(page.views.button("people"), Qt.MouseButton.LeftButton)
    name = sample.journey("sample").patient.full_name
    assert f"Exported the itinerary for {name}" in told(page.people)
    companion = sample.journey("sample").companions[0]
    qtbot.mouseClick(page.people.people.button(companion.id), Qt.MouseButton.LeftButton)
    assert companion.full_name in told(page.people)
    target = tmp_path / "lars.zip"
    page.people.export(target)
    qtbot.waitUntil(lambda: "not encrypted" in told(page.people.banner), timeout=10_000)
    assert target.is_file()
    assert sample.accountability.events(limit=1)[0].kind is EventKind.EXPORT


def test_nobody_is_erased_before_their_name_is_typed(show, sample, qtbot) -> None:
    page = show(sample)
    page.show_view("people")
    qtbot.mouseClick(page.people.erase_button, Qt.MouseButton.LeftButton)
    card = page.people.erasing
    assert card is not None
    assert page.window().focusWidget() is card.typed
    assert not card.typed.placeholderText()
    assert sample.journey("sample").patient.full_name in card.typed.accessibleName()
    name = sample.journey("sample").patient.full_name
    qtbot.keyClicks(card.typed, name[:-1])
    assert not card.go.isEnabled()
    qtbot.keyClick(card.typed, Qt.Key.Key_Return)
    assert sample.journey_ids() == ["sample"]
    qtbot.mouseClick(card.leave, Qt.MouseButton.LeftButton)
    assert page.people.erasing is None
    page.people.begin_erasing()
    card = page.people.erasing
    qtbot.keyClicks(card.typed, name.lower())
    assert card.go.isEnabled()
    qtbot.mouseClick(card.go, Qt.MouseButton.LeftButton)
    assert sample.journey_ids() == []
    qtbot.waitUntil(lambda: page.people.certificate is not None, timeout=10_000)
    assert "The journey sample was erased." in told(page.people.certificate)
    assert name not in told(page.people)


def test_a_certificate_is_saved_where_one_wants_it(show, sample, qtbot, tmp_path: Path) -> None:
    page = show(sample)
    page.show_view("people")
    page.people.begin_erasing()
    page.people.erasing.typed.setText(sample.journey("sample").patient.full_name)
    page.people.erasing.erase()
    qtbot.waitUntil(lambda: page.people.certificate is not None, timeout=10_000)
    card = page.people.certificate
    card.write(tmp_path / "no" / "such" / "c.json")
    assert "cannot be written" in told(card.banner)
    card.write(tmp_path / "c.json")
    assert '"erased": "journey"' in (tmp_path / "c.json").read_text("utf-8")
    qtbot.mouseClick(card.close_it, Qt.MouseButton.LeftButton)
    assert "Nobody is in the record yet" in told(page.people)


def test_how_long_a_journey_is_kept_is_decided_and_undone(show, sample, qtbot) -> None:
    sample.run(
        Edit(
            N_("Over"),
            sample.journey_ids()[0],
            lambda one: replace(
                one, state=JourneyState.CLOSED, retain_until=None, last_service_on=dt.date(2024, 2, 29)
            ),
        )
    )
    page = show(sample)
    assert not page.due.isHidden()
    qtbot.mouseClick(page.due, Qt.MouseButton.LeftButton)
    assert page.keeping.list.rows.line(0).pill == "undecided"
    until = dt.date(2034, 2, 28)
    qtbot.mouseClick(page.keeping.choices[until], Qt.MouseButton.LeftButton)
    assert sample.journey("sample").retain_until == until
    assert page.keeping.list.rows.rowCount() == 0
    qtbot.mouseClick(page.keeping.everything, Qt.MouseButton.LeftButton)
    assert page.keeping.list.rows.line(0).pill == "kept"
    sample.undo()
    page.keeping.read()
    assert page.keeping.list.rows.line(0).pill == "undecided"
    qtbot.mouseClick(page.keeping.erase_button, Qt.MouseButton.LeftButton)
    assert page.views.choice == "people"
    qtbot.waitUntil(lambda: page.people.erasing is not None)


def test_the_whole_log_is_searched_not_only_what_is_loaded(show, sample, qtbot) -> None:
    sample.accountability.tell(EventKind.EXPORT, what="timeline")
    for _number in range(600):
        sample.accountability.tell(EventKind.BACKUP)
    page = show(sample)
    assert not any("timeline" in row for row in rows(page))
    page.log.search.setFocus()
    qtbot.keyClicks(page.log.search, "timeline")
    qtbot.waitUntil(lambda: len(rows(page)) == 1)
    assert "timeline" in rows(page)[0]
    qtbot.keyClicks(page.log.search, "qqq")
    qtbot.waitUntil(lambda: "Nothing found" in told(page.log))
    qtbot.keyClick(page.log.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(rows(page)) == 200)
