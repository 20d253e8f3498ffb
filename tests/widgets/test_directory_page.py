"""The directory: found as one types, edited in place, joined, removed only when nothing uses it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from planner.edits.directory import add_entry
from planner.record.contact import Contact
from planner.record.ids import PlaceId
from planner.record.place import Place, PlaceKind
from planner.record.text import Text
from planner.session import Session
from ui.controls.banner import Banner
from ui.desk import Desk
from ui.directory.directory_page import DirectoryPage
from ui.directory.driver_card import position_words
from ui.directory.entry_words import GROUPS, belongs, in_order
from ui.shell.error_presenter import ErrorPresenter

HOTEL = "sample-hotel"


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, sample: Session) -> Iterator[DirectoryPage]:
    banner = Banner(desk)
    qtbot.addWidget(banner)
    made = DirectoryPage(desk, sample, ErrorPresenter(banner, desk.clock))
    qtbot.addWidget(made)
    stop = sample.on_change(made.refresh)
    made.resize(1080, 640)
    made.show()
    made.list.setFocus()
    yield made
    stop()


@pytest.fixture
def reading(qtbot: QtBot, desk: Desk, sample_to_read: Session) -> DirectoryPage:
    """The page over a record that nobody changes."""
    banner = Banner(desk)
    qtbot.addWidget(banner)
    made = DirectoryPage(desk, sample_to_read, ErrorPresenter(banner, desk.clock))
    qtbot.addWidget(made)
    made.resize(1080, 640)
    made.show()
    made.list.setFocus()
    return made


def shown(page: DirectoryPage) -> list[str]:
    return [page.list.rows.key(row) for row in range(page.list.rows.rowCount())]


def typing_in(field: QWidget) -> QWidget:
    """The box of a field that one types into."""
    boxes = [one for one in field.findChildren(QWidget) if isinstance(one, QLineEdit | QPlainTextEdit)]
    return next(box for box in boxes if not box.isHidden())


def retype(qtbot: QtBot, field: QWidget, text: str) -> None:
    box = typing_in(field)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(box, text)


def hotel(session: Session) -> Place:
    return next(one for one in session.directory().places if one.id == HOTEL)


def test_every_entry_is_listed_and_the_model_behaves(
    reading: DirectoryPage, sample_to_read: Session, qtmodeltester: ModelTester
) -> None:
    directory = sample_to_read.directory()
    assert set(shown(reading)) == {one.id for one in (*directory.places, *directory.contacts)}
    qtmodeltester.check(reading.list.rows)


def test_search_as_one_types(reading: DirectoryPage, qtbot: QtBot) -> None:
    for asked in ("garden", "花园酒店", "huayuan", "hua yuan"):
        reading.search.clear()
        if asked.isascii():
            qtbot.keyClicks(reading.search, asked)
        else:
            reading.search.insert(asked)  # as an input method commits it
        assert HOTEL in shown(reading), asked
        assert len(shown(reading)) < 8, asked


def test_letters_typed_into_the_list_search(reading: DirectoryPage, qtbot: QtBot) -> None:
    qtbot.keyClick(reading.list, Qt.Key.Key_G)
    qtbot.keyClicks(reading.search, "arden")
    assert reading.search.text() == "garden"
    assert HOTEL in shown(reading)
    qtbot.keyClick(reading.search, Qt.Key.Key_Escape)
    assert len(shown(reading)) > 8


def test_nothing_found_offers_everything(reading: DirectoryPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(reading.search, "zzzz nobody")
    assert shown(reading) == []
    reading._show_everything()  # noqa: SLF001 - the button's slot
    assert HOTEL in shown(reading)


def test_narrowing_to_a_group(reading: DirectoryPage, sample_to_read: Session) -> None:
    directory, used = sample_to_read.directory(), sample_to_read.shared.use_counts()
    for row, group in enumerate(GROUPS):
        reading.group.setCurrentIndex(row)
        reading.group.activated.emit(row)
        expected = {e.id for e in (*directory.places, *directory.contacts) if belongs(e, group, used)}
        assert set(shown(reading)) == expected, group
        assert expected or group == "unused"


def test_a_field_is_kept_when_one_is_done_with_it_and_undone(
    page: DirectoryPage, sample: Session, qtbot: QtBot
) -> None:
    page.open_entry(HOTEL)
    row = page.panel.form.row("telephone")
    assert row is not None
    before = hotel(sample)
    retype(qtbot, row.field, "+86 28 5555 0000")
    assert hotel(sample) == before, "nothing is kept while one types"
    qtbot.keyClick(typing_in(row.field), Qt.Key.Key_Return)
    assert hotel(sample).telephone == "+86 28 5555 0000"
    journey = sample.journey("sample")
    assert next(one for one in journey.places if one.id == HOTEL).telephone == "+86 28 5555 0000"
    sample.undo()
    assert hotel(sample) == before
    page.list.setFocus()
    page.panel.refresh()
    assert row.field.value == before.telephone


def test_leaving_the_field_for_another_entry_keeps_it_too(
    page: DirectoryPage, sample: Session, qtbot: QtBot
) -> None:
    page.open_entry(HOTEL)
    row = page.panel.form.row("telephone")
    assert row is not None
    retype(qtbot, row.field, "+86 28 5555 0000")
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert hotel(sample).telephone == "+86 28 5555 0000"
    assert page.panel.entry is not None
    assert page.panel.entry.id != HOTEL


def test_what_is_no_value_is_said_beside_the_field_and_not_kept(
    page: DirectoryPage, sample: Session, qtbot: QtBot
) -> None:
    page.open_entry(HOTEL)
    row = page.panel.form.row("latitude_deg")
    assert row is not None
    before = hotel(sample)
    retype(qtbot, row.field, "123")
    qtbot.keyClick(typing_in(row.field), Qt.Key.Key_Return)
    assert row.problem is not None
    assert hotel(sample) == before


def test_a_new_place_is_kept_once_it_has_a_name(page: DirectoryPage, sample: Session, qtbot: QtBot) -> None:
    count = len(sample.directory().places)
    page.add_place.click()
    assert page.panel.is_draft
    row = page.panel.form.row("telephone")
    assert row is not None
    retype(qtbot, row.field, "+86 10 0000 0000")
    qtbot.keyClick(typing_in(row.field), Qt.Key.Key_Return)
    assert len(sample.directory().places) == count
    name = page.panel.form.row("name")
    assert name is not None
    retype(qtbot, name.field, "Specimen Hospital")
    page.list.setFocus()
    made = next(one for one in sample.directory().places if one.name.in_("en") == "Specimen Hospital")
    assert made.telephone == "+86 10 0000 0000"
    assert not page.panel.is_draft
    assert page.list.current == made.id
    assert sample.undo_label is not None


def test_from_a_new_entry_the_way_back_to_the_one_before_is_open(page: DirectoryPage) -> None:
    page.open_entry(HOTEL)
    page.add_person.click()
    assert page.list.current is None
    page.open_entry(HOTEL)
    assert not page.panel.is_draft
    assert page.panel.entry is not None
    assert page.panel.entry.id == HOTEL


def test_a_new_entry_without_a_name_is_kept_as_a_draft_and_offered_again(
    page: DirectoryPage, sample: Session, qtbot: QtBot
) -> None:
    page.start(Contact)
    began = page.panel.entry
    row = page.panel.form.row("telephone")
    assert began is not None
    assert row is not None
    retype(qtbot, row.field, "+86 28 0000 0000")
    assert page.strip.isHidden()  # it stands in the form
    page.list.choose_first()
    assert page.panel.entry is not began
    assert page.strip.isVisible()
    assert all(one.id != began.id for one in sample.directory().contacts)
    page.strip.buttons[began.id][0].click()
    again = page.panel.form.row("telephone")
    assert again is not None
    assert again.field.value == "+86 28 0000 0000"
    assert page.strip.isHidden()
    name = page.panel.form.row("name")
    assert name is not None
    retype(qtbot, name.field, "Dr Specimen")
    qtbot.keyClick(typing_in(name.field), Qt.Key.Key_Return)
    [kept] = [one for one in sample.directory().contacts if one.id == began.id]
    assert (kept.name.in_("en"), kept.telephone) == ("Dr Specimen", "+86 28 0000 0000")
    assert sample.drafts.get(began.id) is None


def test_a_draft_is_thrown_away(page: DirectoryPage, sample: Session, qtbot: QtBot) -> None:
    page.start(Place)
    began = page.panel.entry
    row = page.panel.form.row("telephone")
    assert began is not None
    assert row is not None
    retype(qtbot, row.field, "+86 28 0000 0001")
    page.list.choose_first()
    page.strip.buttons[began.id][1].click()
    assert page.strip.isHidden()
    assert sample.drafts.of("") == ()


def test_half_a_value_stays_with_its_entry_and_comes_back(
    page: DirectoryPage, sample: Session, qtbot: QtBot
) -> None:
    other = next(one for one in sample.directory().places if one.id != HOTEL)
    page.open_entry(HOTEL)
    row = page.panel.form.row("latitude_deg")
    assert row is not None
    retype(qtbot, row.field, "30.5 nor")
    page.open_entry(other.id)
    assert "nor" not in str(typing_in(row.field).property("text"))
    assert row.problem is None
    page.open_entry(HOTEL)
    assert typing_in(row.field).property("text") == "30.5 nor"
    assert row.problem is not None
    retype(qtbot, row.field, "30.5")
    qtbot.keyClick(typing_in(row.field), Qt.Key.Key_Return)
    assert str(hotel(sample).latitude_deg) == "30.5"
    assert sample.drafts.of("") == ()


def test_a_new_person(page: DirectoryPage, sample: Session, qtbot: QtBot) -> None:
    page.add_person.click()
    name = page.panel.form.row("name")
    assert name is not None
    retype(qtbot, name.field, "Robin Specimen")
    page.list.setFocus()
    assert any(one.name.in_("en") == "Robin Specimen" for one in sample.directory().contacts)


def test_a_used_entry_is_not_removed_and_says_why(page: DirectoryPage, sample: Session) -> None:
    page.open_entry(HOTEL)
    page.panel.remove.click()
    assert hotel(sample)
    assert "1 journey uses it" in page.panel.banner.accessibleName()


def test_an_unused_entry_goes_and_comes_back(page: DirectoryPage, sample: Session) -> None:
    spare = Place(id=PlaceId("spare"), kind=PlaceKind.HOTEL, name=Text({"en": "Spare"}))
    sample.run(add_entry(spare))
    page.open_entry("spare")
    page.panel.remove.click()
    assert "spare" not in shown(page)
    assert page.panel.entry is not None
    assert page.panel.entry.id != "spare"
    sample.undo()
    assert "spare" in shown(page)


def test_where_it_is_used_is_told_and_leads_there(reading: DirectoryPage, qtbot: QtBot) -> None:
    from ui.controls.button import Button

    reading.open_entry(HOTEL)
    words = [label.text() for label in reading.panel.usage.findChildren(QWidget) if hasattr(label, "text")]
    assert "Used in 1 journey" in words
    button = next(one for one in reading.panel.usage.findChildren(Button) if one.text() == "Show the journey")
    with qtbot.waitSignal(reading.journey_wanted) as wanted:
        button.click()
    assert wanted.args == ["sample"]


def test_two_that_are_one_are_offered_and_joined(page: DirectoryPage, sample: Session) -> None:
    twin = replace(hotel(sample), id=PlaceId("twin"), telephone="+86 28 7777 0000", notes="Lift at the back.")
    sample.run(add_entry(twin))
    page.open_entry("twin")
    assert not page.panel.banner.isHidden()
    page.panel.banner.offer.click()
    assert not page.panel.join.isHidden()
    page.panel.join.swap.click()  # the older one stays
    page.panel.join.join.click()
    assert "twin" not in {one.id for one in sample.directory().places}
    assert hotel(sample).notes == "Lift at the back."
    assert page.panel.entry is not None
    assert page.panel.entry.id == HOTEL
    sample.undo()
    assert "twin" in {one.id for one in sample.directory().places}


def test_an_address_for_a_driver(page: DirectoryPage, sample: Session, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QApplication

    page.open_entry(HOTEL)
    page.panel.driver.copy.click()
    copied = QApplication.clipboard().text()
    assert hotel(sample).address.in_("zh_CN") in copied
    page.panel.driver.large.click()
    assert page.large.isVisible()
    qtbot.keyClick(page.large, Qt.Key.Key_Escape)
    assert not page.large.isVisible()


def test_a_position_is_told_as_its_code_holds_it(sample_to_read: Session) -> None:
    place = next(one for one in sample_to_read.directory().places if one.latitude_deg is not None)
    assert position_words(place) == f"geo:{place.latitude_deg},{place.longitude_deg}"
    assert position_words(replace(place, latitude_deg=None)) == ""


def test_an_empty_record_says_what_the_page_is_for(qtbot: QtBot, desk: Desk, empty: Session) -> None:
    banner = Banner(desk)
    qtbot.addWidget(banner)
    page = DirectoryPage(desk, empty, ErrorPresenter(banner, desk.clock))
    qtbot.addWidget(page)
    stop = empty.on_change(page.refresh)
    page.show()
    assert page._stack.currentIndex() == 1  # noqa: SLF001 - which of two is shown
    page.start(Contact, "Robin Specimen")
    assert any(one.name.in_("en") == "Robin Specimen" for one in empty.directory().contacts)
    stop()


def test_it_speaks_chinese_at_once(reading: DirectoryPage, desk: Desk) -> None:
    reading.open_entry(HOTEL)
    desk.language.choose("zh_CN")
    assert reading.panel.title.text() == "成都演示花园酒店"
    row = reading.list.rows.row_of(HOTEL)
    assert row is not None
    assert reading.list.rows.line(row).title == "成都演示花园酒店"
    count = reading.list.rows.rowCount()
    assert f"共{count}条" in {label.text() for label in reading.findChildren(QLabel)}


def test_in_chinese_the_list_goes_by_pinyin_written_down_or_not(desk: Desk) -> None:
    names = (("Zulu Airport", "成都机场"), ("Alpha Hotel", "广州酒店"), ("Beta Clinic", "安宁诊所"))
    places = [
        Place(id=PlaceId(english), kind=PlaceKind.HOTEL, name=Text({"en": english, "zh_CN": chinese}))
        for english, chinese in names
    ]
    desk.language.choose("zh_CN")
    assert [one.name.in_("zh_CN") for one in in_order(desk, places)] == ["安宁诊所", "成都机场", "广州酒店"]
    desk.language.choose("en")
    assert [str(one.id) for one in in_order(desk, places)] == ["Alpha Hotel", "Beta Clinic", "Zulu Airport"]
