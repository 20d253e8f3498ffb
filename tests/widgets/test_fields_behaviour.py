"""How the controls behave under the hands: keys, lists, leaving, what is said of what cannot be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.message import Message
from planner.record.appointment import Appointment
from planner.record.consent import Notice
from planner.record.contact import Contact, ContactRole
from planner.record.document import Document, DocumentKind
from planner.record.journey import Journey
from planner.record.leg import Leg
from planner.record.money import EstimateLine, Money, Payment
from planner.record.passport import Passport
from planner.record.place import Place
from planner.record.shape import classes_within, shape_of
from planner.record.stay import Stay
from planner.record.text import Text
from planner.record.tie import Anchor, DayCounting, Tie
from planner.record.traveller import Traveller
from planner.record.treatment_days import DatedPolicy
from planner.record.visa import Visa
from planner.record.when import When
from planner.session import Session
from tests.widgets.test_fields_round_trip import SHAPES
from tests.widgets.typing import click, replace_words, type_value, type_words
from tests.widgets.words_fit import cut_words, longer_words
from ui import labels
from ui.desk import Desk
from ui.fields.bilingual_field import BilingualField
from ui.fields.chips_field import ChipsField
from ui.fields.coded_names import countries
from ui.fields.date_field import DateField
from ui.fields.field import Field, FieldContext
from ui.fields.make import make_field
from ui.fields.masked import MaskedField
from ui.fields.money_field import MoneyField
from ui.fields.nationals import also_called
from ui.fields.notes_field import NotesField
from ui.fields.number_field import WholeField
from ui.fields.reference_field import ReferenceField
from ui.fields.texts_field import TextsField
from ui.fields.tie_field import TieField
from ui.fields.truth_field import TruthOrUnknownField
from ui.fields.when_field import WhenField
from ui.fields.zone_field import ZoneField

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
ENTER, ESCAPE, TAB, DOWN, UP = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Down,
    Qt.Key.Key_Up,
)


class Form(QWidget):
    """Controls one below the other, what they told, and what was to be made."""

    def __init__(self, context: FieldContext, qtbot: QtBot) -> None:
        super().__init__()
        self.context = context
        self.rows = QVBoxLayout(self)
        self.told: list[tuple[str, Any]] = []
        self.resize(900, 700)
        self.show()
        self.activateWindow()
        qtbot.waitExposed(self)

    def put(self, cls: type, name: str, value: Any = None) -> Any:
        """The control for a field, with ``value`` in it."""
        shape = next(shape for shape in shape_of(cls) if shape.name == name)
        return self.add(make_field(shape, Message(name), self.context), value)

    def add(self, field: Field, value: Any = None) -> Any:
        if value is not None:
            field.show_value(value)
        field.edited.connect(lambda: self.told.append(("edited", field.value)))
        field.committed.connect(lambda: self.told.append(("committed", field.value)))
        self.rows.addWidget(field)
        QApplication.processEvents()
        return field

    @property
    def committed(self) -> list[Any]:
        return [value for what, value in self.told if what == "committed"]


@pytest.fixture
def made() -> list[tuple[type, str, Callable[[str], None]]]:
    return []


@pytest.fixture
def form(
    desk: Desk, sample_to_read: Session, qtbot: QtBot, made: list[tuple[type, str, Callable[[str], None]]]
) -> Iterator[Form]:
    session = sample_to_read
    context = FieldContext(
        desk,
        session,
        lambda: session.journey("sample"),
        session.directory,
        make=lambda cls, words, then, known=(): made.append((cls, words, then)),
    )
    form = Form(context, qtbot)
    yield form
    form.close()


def press(part: QWidget, *keys: Qt.Key, alt: bool = False) -> None:
    for key in keys:
        QTest.keyClick(part, key, Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier)


def text_of(field: Any) -> str:
    return str(field.line.text())


# -- every control -----------------------------------------------------------------------------------------


def test_escape_brings_back_what_was_there(form: Form) -> None:
    for cls, name, value, part in (
        (Document, "number", "A-1", "line"),
        (Document, "expires_on", dt.date(2027, 3, 12), "line"),
        (Document, "kind", DocumentKind.VISA, "line"),
        (Passport, "blank_pages", 4, "line"),
        (Traveller, "nationality", "NZ", "line"),
        (Document, "notes", "as it was", "edit"),
    ):
        field = form.put(cls, name, value)
        typed_in = getattr(field, part)
        replace_words(typed_in, "something else")
        press(typed_in, ESCAPE, ESCAPE)
        assert field.value == value, name
        assert field.problem is None, name
        press(typed_in, ENTER)
        assert field.value in (value, f"{value}\n", f"\n{value}"), name


def test_leaving_commits_what_was_changed_and_nothing_else(form: Form) -> None:
    number, other = form.put(Document, "number", "A-1"), form.put(Document, "passport_number")
    number.start()
    press(number.line, TAB)
    assert not form.told
    number.start()
    type_words(number.line, "A-2")
    assert form.committed == []
    press(number.line, TAB)
    assert form.committed == ["A-2"]
    assert other.isAncestorOf(QApplication.focusWidget()) or other.line.hasFocus()


def test_whatever_is_typed_is_committed_once_tab_has_left_the_control(form: Form) -> None:
    composed = (BilingualField, NotesField, WhenField, MoneyField)
    tried: set[type] = set()
    for cls, shape in SHAPES:
        field = make_field(shape, Message(shape.name), form.context)
        if type(field) in tried or type(field) not in composed:
            field.deleteLater()
            continue
        tried.add(type(field))
        after = form.put(Document, "number")
        form.rows.insertWidget(0, field)
        form.told.clear()
        field.committed.connect(lambda field=field: form.told.append(("committed", field.value)))
        form.activateWindow()
        QApplication.processEvents()
        before = field.value
        field.start()
        typed_in = QApplication.focusWidget()
        assert typed_in is not None
        assert field.isAncestorOf(typed_in)
        type_words(typed_in, "12 Apr 2027" if isinstance(field, WhenField) else "12")
        for _ in range(9):
            focus = QApplication.focusWidget()
            if focus is None or not field.isAncestorOf(focus):
                break
            press(focus, TAB)
            if isinstance(field, BilingualField) and QApplication.focusWidget() is field.columns[1].edit:
                type_words(field.columns[1].edit, "乙")
        assert QApplication.focusWidget() is after.line, cls.__name__
        assert field.value != before
        assert form.committed == [field.value], (cls.__name__, shape.name)
        field.setParent(None)
        after.setParent(None)
    assert tried == set(composed)


def test_tab_goes_from_words_to_the_next_words_and_a_key_says_that_somebody_has_read_them(form: Form) -> None:
    field: BilingualField = form.put(Place, "name", Text({"en": "Airport", "zh_CN": "机场"}, "en"))
    other = form.put(Document, "number")
    hanzi = field.column("zh_CN")
    hanzi.edit.setFocus()
    QTest.keyClick(hanzi.edit, Qt.Key.Key_R, CONTROL_SHIFT)
    assert form.committed == [Text({"en": "Airport", "zh_CN": "机场"}, "en", frozenset({"zh_CN"}))]
    assert "Ctrl+Shift+R" in hanzi.mark.toolTip()
    QTest.keyClick(hanzi.edit, Qt.Key.Key_R, CONTROL_SHIFT)
    assert not field.text.reviewed
    form.told.clear()
    replace_words(hanzi.edit, "河边机场")
    press(hanzi.edit, TAB)
    assert other.line.hasFocus()
    assert form.committed == [Text({"en": "Airport", "zh_CN": "河边机场"}, "en")]


def test_what_stands_below_stays_where_it_is_while_one_types(form: Form) -> None:
    field: BilingualField = form.put(Place, "name")
    form.rows.addStretch(1)
    QApplication.processEvents()
    empty = field.height()
    for locale, typed in (("en", "Airport"), ("zh_CN", "机场")):
        type_words(field.column(locale).edit, typed)
        QApplication.processEvents()
        assert field.height() == empty


def test_who_comes_by_tab_goes_on_after_the_words(form: Form) -> None:
    name: BilingualField = form.put(Place, "name", Text({"en": "River", "zh_CN": "河边"}, "en"))
    name.column("en").edit.setFocus()
    press(name.column("en").edit, TAB)
    type_words(name.column("zh_CN").edit, "机场")
    assert name.column("zh_CN").edit.words == "河边机场"


def test_escape_leaves_what_was_typed_before_in_another_part(form: Form) -> None:
    """Who typed a day and a time, went on with Tab and closes with Escape has entered them."""
    moment: WhenField = form.put(Appointment, "starts")
    moment.date.start()
    type_words(moment.date.line, "7 Jan 2027")
    press(moment.date.line, TAB)
    type_words(moment.time.line, "17:35")
    press(moment.time.line, ESCAPE)
    assert moment.time.value is None
    type_words(moment.time.line, "17:30")
    press(moment.time.line, TAB)
    assert form.committed == []
    press(moment.zone.line, ESCAPE)
    assert [(one.date, one.time) for one in form.committed] == [(dt.date(2027, 1, 7), dt.time(17, 30))]
    form.told.clear()
    name: BilingualField = form.put(Place, "name", Text({"en": "Airport"}, "en"))
    english, hanzi = name.column("en"), name.column("zh_CN")
    english.edit.setFocus()
    replace_words(english.edit, "River Airport")
    press(english.edit, TAB)
    type_words(hanzi.edit, "机场")
    press(hanzi.edit, ESCAPE)
    assert (english.edit.words, hanzi.edit.words) == ("River Airport", "")
    assert form.committed == []
    press(hanzi.edit, ESCAPE)
    assert form.committed == [Text({"en": "River Airport"}, "en")]
    replace_words(english.edit, "Airport")
    press(english.edit, ESCAPE)
    assert name.value == Text({"en": "River Airport"}, "en")


def test_what_cannot_be_read_stays_and_is_said(form: Form, desk: Desk) -> None:
    day = form.put(Document, "expires_on", dt.date(2027, 3, 12))
    other = form.put(Document, "number")
    day.start()
    type_words(day.line, "next spring")
    other.start()
    assert text_of(day) == "next spring"
    assert day.value == dt.date(2027, 3, 12)
    assert day.box.is_wrong
    assert form.committed == [dt.date(2027, 3, 12)]
    assert desk.language.text(day.problem) == "“next spring” is no day; type it as 14 Apr 2027 or +3."
    assert day.line.accessibleDescription() == desk.language.text(day.problem)
    day.start()
    type_words(day.line, "+3")
    assert day.problem is None
    assert not day.box.is_wrong
    assert day.value == dt.date(2027, 4, 17)


def test_a_rule_of_the_record_is_said_as_one_types(form: Form, desk: Desk) -> None:
    pages = form.put(Passport, "blank_pages", 4)
    replace_words(pages.line, "12000")
    assert desk.language.text(pages.problem) == "This should be a whole number from 0 to 9999."
    assert pages.value == 4


def test_every_part_is_named_and_reached_by_tab(form: Form) -> None:
    for cls, shape in SHAPES:
        field = make_field(shape, Message(f"the {shape.name}"), form.context)
        form.rows.addWidget(field)
        field.show()
        reached = {part for part in _chain(form) if field is part or field.isAncestorOf(part)}
        parts = [
            part
            for part in field.findChildren(QWidget)
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisibleTo(field) and part.isEnabled()
        ]
        assert parts, (cls.__name__, shape.name)
        for part in parts:
            named = part.accessibleName() or (isinstance(part, QAbstractButton) and part.text())
            assert named, (cls.__name__, shape.name, type(part).__name__)
            assert part in reached or part.focusProxy() in reached, (cls.__name__, shape.name)
        assert field.accessibleName() == f"the {shape.name}"
        field.hide()
        form.rows.removeWidget(field)
        field.setParent(None)


def _chain(form: QWidget) -> Iterator[QWidget]:
    first = part = form.nextInFocusChain()
    while True:
        yield part
        part = part.nextInFocusChain()
        if part is first:
            return


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_words_that_are_two_fifths_longer_are_not_cut(language: str, form: Form, desk: Desk) -> None:
    with longer_words():
        desk.language.choose(language)
        for cls, name in (
            (Appointment, "needs_interpreter"),
            (Appointment, "travellers"),
            (Stay, "is_fallback"),
            (DatedPolicy, "weekdays"),
            (Appointment, "bring"),
        ):
            field = form.put(cls, name)
            QApplication.processEvents()
            assert cut_words(field) == []


def test_every_choice_of_the_record_has_a_name_of_its_own() -> None:
    kinds = {
        shape.type
        for cls in classes_within(Journey)
        for shape in shape_of(cls)
        if shape.kind.name == "CHOICE"
    }
    for kind in kinds:
        names = [str(labels.name(choice)) for choice in kind]
        assert len(set(names)) == len(names), kind


DOCTORS = {
    *(ContactRole.SURGEON, ContactRole.ONCOLOGIST, ContactRole.RADIATION_ONCOLOGIST, ContactRole.RADIOLOGIST),
    *(ContactRole.PATHOLOGIST, ContactRole.HEPATOLOGIST, ContactRole.ANAESTHETIST),
    ContactRole.GENERAL_PRACTITIONER,
}


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_typing_doctor_finds_every_role_of_a_doctor_and_no_other(
    language: str, form: Form, desk: Desk
) -> None:
    desk.language.choose(language)
    field = form.put(Contact, "role")
    for typed in ("doc", "Doctor", "DOCTOR"):
        assert {one.value for one in field.options(typed)} == DOCTORS
    assert [one.value for one in field.options("family doctor")] == [ContactRole.GENERAL_PRACTITIONER]
    field.start()
    QTest.keyClicks(QApplication.focusWidget(), "doc")
    press(QApplication.focusWidget(), DOWN, ENTER)
    assert field.value in DOCTORS


def test_the_language_of_the_screen_changes_what_is_shown_and_not_the_value(form: Form, desk: Desk) -> None:
    kind = form.put(Document, "kind", DocumentKind.INVITATION_LETTER)
    country = form.put(Traveller, "nationality", "NZ")
    day = form.put(Document, "expires_on", dt.date(2027, 3, 12))
    desk.language.choose("zh_CN")
    assert (text_of(kind), text_of(country), text_of(day)) == ("邀请函", "新西兰", "2027年3月12日")
    assert (kind.value, country.value, day.value) == (
        DocumentKind.INVITATION_LETTER,
        "NZ",
        dt.date(2027, 3, 12),
    )
    assert not form.told


# -- days --------------------------------------------------------------------------------------------------


def test_the_weekday_stands_beside_a_day(form: Form) -> None:
    day: DateField = form.put(Document, "expires_on", dt.date(2027, 3, 12))
    assert day.weekday.text() == "Fri"
    replace_words(day.line, "13/3/2027")
    assert day.weekday.text() == "Sat"


def test_the_arrows_go_from_day_to_day(form: Form) -> None:
    day: DateField = form.put(Document, "expires_on", dt.date(2027, 3, 31))
    day.start()
    press(day.line, UP)
    assert day.value == dt.date(2027, 4, 1)
    press(day.line, DOWN, DOWN)
    assert day.value == dt.date(2027, 3, 30)
    press(day.line, ENTER)
    assert form.committed == [dt.date(2027, 3, 30)]


def test_a_year_that_was_not_typed_is_chosen(form: Form) -> None:
    day: DateField = form.put(Document, "expires_on")
    form.put(Document, "number")
    replace_words(day.line, "12 Mar")
    assert day.value is None
    assert day.problem is not None
    press(day.line, DOWN, ENTER)
    assert day.value == dt.date(2029, 3, 12)
    replace_words(day.line, "12 Mar")
    press(day.line, TAB)
    assert day.value == dt.date(2028, 3, 12)


def test_what_is_over_by_nature_is_not_put_a_year_ahead(form: Form) -> None:
    paid: DateField = form.put(Payment, "paid_on")
    form.put(Document, "number")
    replace_words(paid.line, "13/4")
    press(paid.line, TAB)
    assert paid.value == dt.date(2027, 4, 13)
    given: WhenField = form.put(Notice, "given")
    replace_words(given.date.line, "15 apr")
    press(given.date.line, ENTER)
    assert given.date.value == dt.date(2026, 4, 15)


def test_a_day_of_birth_wants_its_year_and_lies_behind(form: Form) -> None:
    born: DateField = form.put(Traveller, "born_on")
    replace_words(born.line, "3 feb")
    press(born.line, ENTER)
    assert born.value is None
    assert str(born.problem) == "Type the year of birth too, such as 3 Feb 1960."
    replace_words(born.line, "3 feb 2031")
    press(born.line, ENTER)
    assert born.value is None
    assert str(born.problem) == "A day of birth is not after today, 14 Apr 2027."
    replace_words(born.line, "3 feb 31")
    press(born.line, ENTER)
    assert born.value == dt.date(1931, 2, 3)
    assert born.problem is None


def test_the_calendar_is_walked_by_keys_and_by_the_mouse(form: Form) -> None:
    day: DateField = form.put(Document, "expires_on", dt.date(2027, 3, 12))
    day.start()
    press(day.line, DOWN, alt=True)
    assert day.sheet is not None
    press(day.line, Qt.Key.Key_Right, DOWN, Qt.Key.Key_PageDown)
    assert text_of(day) == "20 Apr 2027"
    press(day.line, Qt.Key.Key_T)
    press(day.line, ENTER)
    assert (day.value, day.sheet) == (dt.date(2027, 4, 14), None)
    click(day.calendar)
    assert day.sheet is not None
    click(day.sheet, day.sheet.rect_of(dt.date(2027, 4, 29)).center())
    assert (day.value, day.sheet) == (dt.date(2027, 4, 29), None)
    press(day.line, Qt.Key.Key_F4)
    press(day.line, UP, ESCAPE)
    assert (day.value, day.sheet) == (dt.date(2027, 4, 29), None)
    assert form.committed == [dt.date(2027, 4, 14), dt.date(2027, 4, 29)]


def test_the_calendar_tells_of_holidays_where_the_treatment_is(form: Form) -> None:
    day: DateField = form.put(Document, "expires_on", dt.date(2027, 5, 1))
    click(day.calendar)
    assert day.sheet is not None
    assert "Labour Day" in day.sheet.accessibleName()
    press(day.line, Qt.Key.Key_PageDown)
    assert day.sheet.accessibleName() == "Tuesday 1 June 2027"


def test_what_is_open_goes_with_its_control(form: Form) -> None:
    kind, day = form.put(Document, "kind"), form.put(Document, "expires_on")
    kind.start()
    press(kind.line, DOWN)
    kind.hide()
    assert kind.listed == ()
    click(day.calendar)
    assert len(popups(form)) == 1
    day.setParent(None)
    day.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert popups(form) == []


def popups(form: Form) -> list[QWidget]:
    """What lies over the window now."""
    return [
        part for part in form.findChildren(QWidget) if part.property("kind") == "popup" and part.isVisible()
    ]


# -- moments -----------------------------------------------------------------------------------------------


def test_a_moment_is_committed_once_when_the_focus_leaves_all_of_it(form: Form) -> None:
    when: WhenField = form.put(Appointment, "starts")
    other = form.put(Appointment, "notes")
    assert when.zone.value == "Asia/Shanghai"
    when.start()
    type_words(when.date.line, "20 Apr 2027")
    press(when.date.line, TAB)
    type_words(when.time.line, "1020")
    press(when.time.line, TAB)
    assert form.committed == []
    other.start()
    wanted = When(date=dt.date(2027, 4, 20), time=dt.time(10, 20), zone="Asia/Shanghai")
    assert form.committed == [wanted]
    assert when.note == "14:20 in Auckland"


def test_a_moment_has_room_for_its_parts_at_any_width(form: Form) -> None:
    when: WhenField = form.put(Appointment, "starts")
    when.show_value(
        When(date=dt.date(2027, 12, 28), time=dt.time(10, 20), zone="America/Argentina/Buenos_Aires")
    )
    for width in (900, 300, 900, 360):
        when.setFixedWidth(width)
        QApplication.processEvents()
        for part in (when.date.line, when.time.line):
            assert part.width() >= part.fontMetrics().horizontalAdvance(part.text())
        side_by_side = when.zone.mapTo(when, QPoint()).y() < when.box.height()
        assert side_by_side == (width == 900)


def test_a_day_without_a_time_is_a_state(form: Form) -> None:
    when: WhenField = form.put(Appointment, "starts")
    assert when.time.line.placeholderText() == "no time yet"
    replace_words(when.date.line, "2027-04-20")
    press(when.date.line, ENTER)
    assert form.committed == [When(date=dt.date(2027, 4, 20), zone="Asia/Shanghai")]


def test_an_hour_that_clocks_show_twice_is_chosen(form: Form) -> None:
    when: WhenField = form.put(Leg, "arrives")
    value = When(date=dt.date(2027, 4, 4), time=dt.time(2, 30), zone="Pacific/Auckland", fold=1)
    type_value(None, when, replace(value, fold=0))  # type: ignore[arg-type]
    assert when.note == "Clocks in Auckland show 02:30 twice on that day; which one?"
    assert when.folds is not None
    assert when.folds.button("1").text() == "the second (UTC+12)"
    click(when.folds.button("1"))
    assert when.value == value
    replace_words(when.time.line, "0430")
    assert when.folds is None
    assert when.value == replace(value, time=dt.time(4, 30), fold=0)


def test_an_hour_that_clocks_jump_over_is_said(form: Form) -> None:
    when: WhenField = form.put(Leg, "arrives")
    when.show_value(When(date=dt.date(2026, 9, 27), time=dt.time(2, 30), zone="Pacific/Auckland"))
    assert when.note == "Clocks in Auckland jump over 02:30 on that day; check it."
    assert when.problem is None


def test_a_time_without_a_day_is_said(form: Form, desk: Desk) -> None:
    when: WhenField = form.put(Appointment, "starts")
    replace_words(when.time.line, "10:20")
    assert desk.language.text(when.problem or Message("")) == "Say the day too."
    press(when.time.line, ESCAPE, ESCAPE)
    assert when.problem is None
    assert text_of(when.time) == ""


@pytest.mark.parametrize(
    ("words", "zone"),
    [("chengdu", "Asia/Shanghai"), ("成都", "Asia/Shanghai"), ("新西兰", "Pacific/Auckland"),
     ("kathm", "Asia/Kathmandu"),
     ("welling", "Pacific/Auckland"), ("UTC", "UTC"), ("Etc/GMT+12", "Etc/GMT+12")],
)  # fmt: skip
def test_a_zone_is_found_by_a_city_or_a_country(words: str, zone: str, form: Form) -> None:
    field: ZoneField = form.put(Traveller, "home_zone")
    replace_words(field.line, words)
    press(field.line, ENTER)
    assert field.value == zone


def test_the_offset_is_that_of_the_day(form: Form) -> None:
    when: WhenField = form.put(Leg, "departs")
    when.show_value(When(date=dt.date(2027, 3, 1), time=dt.time(9), zone="Pacific/Auckland"))
    assert when.zone.offset.text() == "UTC+13"
    when.show_value(When(date=dt.date(2027, 6, 1), time=dt.time(9), zone="Pacific/Auckland"))
    assert when.zone.offset.text() == "UTC+12"


# -- picking -----------------------------------------------------------------------------------------------


def test_the_list_opens_at_what_is_chosen_and_tab_takes_a_row(form: Form) -> None:
    kind = form.put(Document, "kind", DocumentKind.TICKET)
    form.put(Document, "number")
    kind.start()
    press(kind.line, DOWN)
    assert kind.highlighted.value is DocumentKind.TICKET
    press(kind.line, DOWN, ENTER)
    assert kind.value is DocumentKind.HOTEL_BOOKING
    type_words(kind.line, "invit")
    press(kind.line, TAB)
    assert kind.value is DocumentKind.INVITATION_LETTER
    assert form.committed == [DocumentKind.HOTEL_BOOKING, DocumentKind.INVITATION_LETTER]
    assert kind.listed == ()


def test_a_click_opens_the_list_and_takes_a_row(form: Form) -> None:
    kind = form.put(Document, "kind", DocumentKind.TICKET)
    click(kind.line, QPoint(10, 10))
    lists = [part for part in form.findChildren(QWidget) if type(part).__name__ == "OptionList"]
    view = lists[0].view  # type: ignore[attr-defined]
    row = [option.value for option in kind.listed].index(DocumentKind.INSURANCE_POLICY)
    click(view.viewport(), view.visualRect(view.model().index(row)).center())
    assert kind.value is DocumentKind.INSURANCE_POLICY
    assert kind.line.hasFocus()


def test_words_that_name_nothing_are_kept_and_said(form: Form, desk: Desk) -> None:
    kind = form.put(Document, "kind", DocumentKind.TICKET)
    replace_words(kind.line, "bus pass")
    press(kind.line, ENTER)
    assert kind.value is DocumentKind.TICKET
    assert text_of(kind) == "bus pass"
    assert "bus pass" in desk.language.text(kind.problem)


@pytest.mark.parametrize(
    ("words", "id"),
    [("garden", "sample-hotel"), ("花园", "sample-hotel"), ("huayuan", "sample-hotel"), ("tfu", "sample-tfu"),
     ("demo cheng gard", "sample-hotel")],
)  # fmt: skip
def test_a_place_is_found_in_latin_hanzi_and_pinyin(words: str, id: str, form: Form) -> None:
    place: ReferenceField = form.put(Stay, "place")
    replace_words(place.line, words)
    assert place.listed[0].value == id
    press(place.line, ENTER)
    assert place.value == id


def test_a_place_of_another_name_in_that_street_is_not_what_enter_takes(
    form: Form, made: list[tuple[type, str, Callable[[str], None]]]
) -> None:
    leg: ReferenceField = form.put(Leg, "destination")
    hotel = next(one for one in form.context.directory().places if one.id == "sample-hotel")
    street = hotel.address.in_("en").split(",")[0]
    assert street
    assert street not in hotel.name.in_("en")
    type_words(leg.line, street)
    assert "sample-hotel" in [one.value for one in leg.listed]
    assert leg.highlighted.makes
    press(leg.line, ENTER)
    assert leg.value is None
    assert [(cls, words) for cls, words, _then in made] == [(Place, street)]


@pytest.mark.parametrize("keys", [(ENTER,), (DOWN, ENTER)])
def test_a_place_that_is_not_there_is_made_of_what_was_typed(
    form: Form, made: list[tuple[type, str, Callable[[str], None]]], keys: tuple[Qt.Key, ...]
) -> None:
    place: ReferenceField = form.put(Stay, "place", "sample-hotel")
    replace_words(place.line, "Lotus House")
    assert [option.label for option in place.listed] == ["Make new “Lotus House”"]
    press(place.line, *keys)
    ((cls, words, then),) = made
    assert (cls, words) == (Place, "Lotus House")
    assert place.value == "sample-hotel"
    then("sample-hotel-fallback")
    assert place.value == "sample-hotel-fallback"
    assert form.committed[-1] == "sample-hotel-fallback"


# -- several -----------------------------------------------------------------------------------------------


def test_chips_are_added_and_taken_away_by_keys_and_by_the_cross(form: Form) -> None:
    codes: ChipsField = form.put(Traveller, "service_codes", ("WCHR",))
    codes.start()
    type_words(codes.entry.line, "MEDA,oxyg")
    press(codes.entry.line, ENTER)
    assert codes.value == ("WCHR", "MEDA", "oxyg")
    press(codes.entry.line, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Delete)
    assert codes.value == ("WCHR", "oxyg")
    press(codes.entry.line, Qt.Key.Key_Backspace)
    assert codes.value == ("WCHR",)
    click(codes.chips[0], codes.chips[0].cross.center())
    assert codes.value == ()


@pytest.mark.parametrize(
    ("cls", "typed", "called"),
    [
        (Traveller, "chin", "Chinese"),
        (Traveller, "simplified ch", "Chinese"),
        (Journey, "chinese", "Simplified Chinese"),
    ],
)
def test_a_language_is_a_chip_chosen_by_its_name(cls: type, typed: str, called: str, form: Form) -> None:
    """A language that somebody speaks has no script; one that is printed has."""
    languages: ChipsField = form.put(cls, "languages", ())
    languages.start()
    for words in ("māori", typed):
        type_words(languages.entry.line, words)
        press(languages.entry.line, ENTER)
    assert languages.value == ("mi", "zh_CN")
    assert [chip.label for chip in languages.chips] == ["Māori", called]


@pytest.mark.parametrize(
    ("typed", "code"),
    [("brit", "GB"), ("UK", "GB"), ("gbr", "GB"), ("american", "US"), ("usa", "US"), ("dutch", "NL"),
     ("holland", "NL"), ("swiss", "CH"), ("german", "DE"), ("niger", "NE"), ("united k", "GB")],
)  # fmt: skip
def test_a_nationality_is_found_as_a_passport_writes_it(typed: str, code: str, form: Form) -> None:
    nationality = form.put(Traveller, "nationality")
    nationality.start()
    type_words(nationality.line, typed)
    press(nationality.line, ENTER)
    assert nationality.value == code


def test_other_names_are_those_of_countries_there_are() -> None:
    assert also_called().keys() >= {"GB", "US", "NZ"}
    known = {one.code for one in countries("en")}
    named = {code for code, names in also_called().items() if any(not name.isupper() for name in names)}
    assert named <= known


@pytest.mark.parametrize("typed", ["台湾", "中国台", "taiwan"])
def test_a_region_is_found_by_any_of_its_names(typed: str, form: Form, desk: Desk) -> None:
    desk.language.choose("zh_CN")
    nationality = form.put(Traveller, "nationality")
    nationality.start()
    type_words(nationality.line, typed)
    press(nationality.line, ENTER)
    assert (nationality.value, nationality.line.text()) == ("TW", "中国台湾")


def test_the_arrows_go_through_yes_no_and_unknown(form: Form) -> None:
    asked: TruthOrUnknownField = form.put(Appointment, "needs_interpreter")
    asked.start()
    press(asked.segments.button("unknown"), Qt.Key.Key_Left)
    assert asked.value is False
    press(asked.segments.button("no"), Qt.Key.Key_Left)
    assert asked.value is True
    assert form.committed == [False, True]


# -- texts -------------------------------------------------------------------------------------------------


def test_words_of_a_source_that_changes_are_not_reviewed_any_more(form: Form) -> None:
    text = Text({"en": "Blood test", "zh_CN": "抽血"}, "en", frozenset({"zh_CN"}))
    field: BilingualField = form.put(Appointment, "title", text)
    english = field.column("en").edit
    english.setFocus()
    press(english, Qt.Key.Key_End)
    type_words(english, "s")
    assert field.value == Text({"en": "Blood tests", "zh_CN": "抽血"}, "en")
    press(field.column("zh_CN").mark, Qt.Key.Key_Space)
    assert field.value.is_reviewed("zh_CN")
    english.setFocus()
    press(english, Qt.Key.Key_End, Qt.Key.Key_Backspace, ENTER)
    assert field.value.in_("en") == "Blood test"
    assert not field.value.is_reviewed("zh_CN")


def test_the_language_written_first_is_the_source(form: Form) -> None:
    field: BilingualField = form.put(Appointment, "title")
    replace_words(field.column("zh_CN").edit, "抽血")
    replace_words(field.column("en").edit, "Blood test")
    assert field.value == Text({"en": "Blood test", "zh_CN": "抽血"}, "zh_CN")
    click(field.column("en").tag)
    assert field.value.source == "en"


def test_a_new_line_is_typed_with_shift(form: Form) -> None:
    field: BilingualField = form.put(Appointment, "title")
    replace_words(field.column("en").edit, "Two\nlines")
    assert form.committed == []
    press(field.column("en").edit, ENTER)
    assert form.committed == [Text({"en": "Two\nlines"})]


@pytest.mark.parametrize(("locale", "words"), [("en", "passport"), ("zh_CN", "护照")])
def test_the_phrasebook_completes_every_language_at_once(locale: str, words: str, form: Form) -> None:
    field: TextsField = form.put(Appointment, "bring")
    click(field.add)
    row = field.rows[0]
    edit = row.column(locale).edit
    edit.setFocus()
    type_words(edit, words)
    assert row.offered
    wanted = row.offered[0].value
    press(edit, DOWN, ENTER)
    assert field.value == (wanted,)
    assert wanted.in_("en")
    assert wanted.in_("zh_CN")
    assert wanted.is_reviewed("zh_CN")


def test_a_name_is_offered_no_sentences(form: Form) -> None:
    field: BilingualField = form.put(Place, "name")
    replace_words(field.column("en").edit, "passport")
    assert not field.offered


def test_notes_are_committed_with_ctrl_enter(form: Form) -> None:
    notes: NotesField = form.put(Appointment, "notes")
    notes.start()
    type_words(notes.edit, "one")
    press(notes.edit, ENTER)
    type_words(notes.edit, "two")
    assert form.committed == []
    QTest.keyClick(notes.edit, ENTER, Qt.KeyboardModifier.ControlModifier)
    assert form.committed == ["one\ntwo"]


# -- numbers, money, ties ----------------------------------------------------------------------------------


def test_a_currency_typed_beside_the_amount_counts(form: Form) -> None:
    money: MoneyField = form.put(EstimateLine, "amount")
    assert money.currency.value == "CNY"
    replace_words(money.amount.line, "NZD 1,250.50")
    press(money.amount.line, ENTER)
    assert money.value == Money(amount=money.amount.value, currency="NZD")
    assert str(money.value.amount) == "1250.50"
    assert text_of(money.amount) == "1250.50"


def test_the_arrows_count(form: Form) -> None:
    pages: WholeField = form.put(Passport, "blank_pages", 0)
    press(pages.line, DOWN)
    assert pages.value == 0
    press(pages.line, UP, UP)
    assert pages.value == 2


def test_a_tie_says_the_day_it_gives(form: Form) -> None:
    tie: TieField = form.put(Stay, "leaves_tie")
    assert not tie.result.isVisible()
    type_value(None, tie, Tie(anchor=Anchor.FIRST_FRACTION, days=-7, course="sample-course"))  # type: ignore
    assert tie.value == Tie(anchor=Anchor.FIRST_FRACTION, days=-7, course="sample-course")  # type: ignore
    first = min(f.starts.date for f in form.context.session.journey("sample").courses[0].fractions)
    shown = form.context.desk.language.speaker.date(first - dt.timedelta(7))
    assert tie.result.text() == f"7 days before the first session: {shown}"
    replace_words(tie.counting.line, "working")
    press(tie.counting.line, ENTER)
    assert tie.value.counting is DayCounting.WORKING
    assert tie.result.text().startswith("7 working days before the first session: ")


def test_a_tie_asks_for_what_it_lacks(form: Form, desk: Desk) -> None:
    tie: TieField = form.put(Stay, "leaves_tie")
    replace_words(tie.days.line, "2")
    assert "such as the last session" in desk.language.text(tie.problem or Message(""))
    replace_words(tie.anchor.line, "session number")
    press(tie.anchor.line, ENTER)
    assert tie.number.isVisible()
    assert desk.language.text(tie.problem or Message("")) == "Say the number of the session."
    replace_words(tie.number.line, "4")
    assert tie.problem is None


# -- secrets -----------------------------------------------------------------------------------------------


def test_a_passport_number_is_masked_while_one_is_elsewhere(form: Form) -> None:
    number: MaskedField = form.put(Passport, "number", "EJ1234567")
    other = form.put(Document, "title")
    other.start()
    assert text_of(number) == "••••••567"
    number.start()
    assert text_of(number) == "EJ1234567"
    other.start()
    assert text_of(number) == "••••••567"
    assert not form.told
    click(number.eye)
    assert text_of(number) == "EJ1234567"
    click(number.eye)
    other.start()
    assert number.is_masked
    assert number.value == "EJ1234567"
    type_value(None, number, "AB99")  # type: ignore[arg-type]
    other.start()
    assert (number.value, text_of(number)) == ("AB99", "••••")


def test_an_entry_policy_is_chosen_by_its_title(form: Form) -> None:
    policy = form.put(Visa, "policy")
    form.put(Document, "number")
    policy.start()
    type_words(policy.line, "unilateral")
    press(policy.line, TAB)
    assert policy.value == "cn-unilateral-visa-free"
    assert text_of(policy) == "Unilateral visa-free entry"
    replace_words(policy.line, "no such thing")
    press(policy.line, ENTER)
    assert policy.value == "cn-unilateral-visa-free"
    assert policy.problem is not None
