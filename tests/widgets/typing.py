"""Entering any value of the record into any control by key presses and clicks alone, as a person would.

Nothing here calls a setter of a control; what is asked of one is only what stands on the screen: which rows
its list has, which row is highlighted, where its parts lie.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.record.text import Text
from planner.record.tie import Anchor
from ui.fields.bilingual_field import BilingualField
from ui.fields.chips_field import ChipsField
from ui.fields.code_field import CodeField
from ui.fields.date_field import DateField
from ui.fields.field import Field
from ui.fields.line_field import LineField
from ui.fields.money_field import MoneyField
from ui.fields.notes_field import NotesField
from ui.fields.number_field import DecimalField
from ui.fields.pick_field import PickField
from ui.fields.rate_field import RateField
from ui.fields.text_field import TextField
from ui.fields.texts_field import TextsField
from ui.fields.ticks_field import TicksField
from ui.fields.tie_field import Direction, TieField
from ui.fields.time_field import TimeField
from ui.fields.truth_field import TruthField, TruthOrUnknownField
from ui.fields.weekdays_field import WeekdaysField
from ui.fields.when_field import WhenField
from ui.fields.words_field import WordsField
from ui.fields.zone_field import ZoneField

_CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def type_value(qtbot: QtBot, field: Field, value: Any) -> None:
    """Enter ``value`` into ``field``, whatever stands in it, and commit it."""
    for kinds, enter in _WAYS:
        if isinstance(field, kinds):
            enter(qtbot, field, value)
            return
    raise AssertionError(f"no way to type into a {type(field).__name__}")


def type_words(part: QWidget, words: str) -> None:
    """Type words where the focus is to be: Latin by keys, the rest as an input method commits it."""
    run = ""
    for letter in words:
        if letter.isascii() and letter.isprintable():
            run += letter
            continue
        QTest.keyClicks(part, run)
        run = ""
        if letter == "\n":
            QTest.keyClick(part, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        else:
            event = QInputMethodEvent()
            event.setCommitString(letter)
            QApplication.sendEvent(part, event)
    QTest.keyClicks(part, run)


def replace_words(part: QWidget, words: str) -> None:
    """Go there, mark everything, and type ``words`` over it."""
    part.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(part, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(part, Qt.Key.Key_Delete)
    type_words(part, words)


def click(part: QWidget, place: QPoint | None = None) -> None:
    """Press the left button of the mouse on the middle of ``part``, or on ``place`` in it."""
    QTest.mouseClick(
        part, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place or part.rect().center()
    )


def press_enter(part: QWidget) -> None:
    """Enter, as on the main part of the keyboard."""
    QTest.keyClick(part, Qt.Key.Key_Return)


def _line(field: LineField, words: str) -> None:
    replace_words(field.line, words)
    press_enter(field.line)


def _text(_qtbot: QtBot, field: TextField, value: str | None) -> None:
    _line(field, value or "")


def _number(_qtbot: QtBot, field: LineField, value: Decimal | int | None) -> None:
    _line(field, "" if value is None else f"{Decimal(value):f}")


def _date(_qtbot: QtBot, field: DateField, value: dt.date | None) -> None:
    _line(field, "" if value is None else value.isoformat())


def _time(_qtbot: QtBot, field: TimeField, value: dt.time | None) -> None:
    _line(field, "" if value is None else value.isoformat())


def _pick(_qtbot: QtBot, field: PickField, value: Any) -> None:
    if value == field.empty:
        _line(field, "")
        return
    words = value if isinstance(field, CodeField | ZoneField) else field.write(value)
    replace_words(field.line, words)
    step_to(field, value)
    press_enter(field.line)


def step_to(field: PickField, value: Any) -> None:
    """Go down the open list to the row of ``value``; an exact word that is in no list needs none."""
    values = [option.value for option in field.listed]
    if value not in values:
        assert isinstance(field, CodeField | ZoneField), f"{value!r} is not listed"
        return
    for _ in range(len(values) + 1):
        if field.highlighted is not None and field.highlighted.value == value:
            return
        QTest.keyClick(field.line, Qt.Key.Key_Down)
    raise AssertionError(f"the arrows do not reach {value!r}")


def _truth(_qtbot: QtBot, field: TruthField, value: bool) -> None:
    if field.value != value:
        field.box.setFocus()
        QTest.keyClick(field.box, Qt.Key.Key_Space)


def _truth_or_unknown(_qtbot: QtBot, field: TruthOrUnknownField, value: bool | None) -> None:
    key = {True: "yes", False: "no", None: "unknown"}[value]
    click(field.segments.button(key))


def _notes(_qtbot: QtBot, field: NotesField, value: str) -> None:
    replace_words(field.edit, value)
    QTest.keyClick(field.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def _when(qtbot: QtBot, field: WhenField, value: Any) -> None:
    if value is None:
        replace_words(field.time.line, "")
        _line(field.date, "")
        return
    _pick(qtbot, field.zone, value.zone)
    _time(qtbot, field.time, value.time)
    _date(qtbot, field.date, value.date)
    if field.folds is not None:
        click(field.folds.button(str(value.fold)))


def _money(qtbot: QtBot, field: MoneyField, value: Any) -> None:
    if value is not None:
        _pick(qtbot, field.currency, value.currency)
    _number(qtbot, field.amount, value.amount if value is not None else None)


def _rate(qtbot: QtBot, field: RateField, value: Any) -> None:
    _text(qtbot, field.source, value.source if value is not None else "")
    _date(qtbot, field.on, value.on if value is not None else None)
    _pick(qtbot, field.base, value.base if value is not None else "")
    _pick(qtbot, field.quote, value.quote if value is not None else "")
    _number(qtbot, field.rate, value.rate if value is not None else None)


def _tie(qtbot: QtBot, field: TieField, value: Any) -> None:
    if value is None:
        _line(field.days, "")
        _line(field.anchor, "")
        return
    _pick(qtbot, field.anchor, (value.anchor, value.thing if value.anchor is Anchor.THING else None))
    _pick(qtbot, field.side, Direction.BEFORE if value.days < 0 else Direction.AFTER)
    _pick(qtbot, field.counting, value.counting)
    if value.anchor is Anchor.FRACTION:
        _number(qtbot, field.number, value.number)
    if not field.course.isHidden():
        _pick(qtbot, field.course, value.course)
    _number(qtbot, field.days, abs(value.days))


def _text_of_languages(_qtbot: QtBot, field: BilingualField, value: Any) -> None:
    text = value if isinstance(value, Text) else Text(value, next(iter(value), "en"))
    for column in field.columns:
        replace_words(column.edit, "")
    order = sorted(text.wording, key=lambda locale: locale != text.source)
    for locale in order:
        replace_words(field.column(locale).edit, text.in_(locale))
    if text and field.source != text.source:
        click(field.column(text.source).tag)
    for locale in order:
        edit = field.column(locale).edit
        if (locale in text.reviewed) != (locale in field.text.reviewed):
            edit.setFocus()
            QTest.keyClick(edit, Qt.Key.Key_R, _CONTROL_SHIFT)
    press_enter(field.columns[0].edit)


def _texts(qtbot: QtBot, field: TextsField, value: tuple[Text, ...]) -> None:
    while field.rows:
        cross = field.crosses[0]
        cross.setFocus()
        QTest.keyClick(cross, Qt.Key.Key_Space)
    for text in value:
        click(field.add)
        _text_of_languages(qtbot, field.rows[-1], text)


def _chips(qtbot: QtBot, field: ChipsField, value: Any) -> None:
    line = field.entry.line
    replace_words(line, "")
    while field.chips:
        QTest.keyClick(line, Qt.Key.Key_Backspace)
    for one in value:
        type_value(qtbot, field.entry, one)


def _ticks(_qtbot: QtBot, field: TicksField, value: Any) -> None:
    for one in field.value:
        _press(field.boxes[one])
    for one in value:
        _press(field.boxes[one])


def _press(box: QAbstractButton) -> None:
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)


def _weekdays(_qtbot: QtBot, field: WeekdaysField, value: tuple[int, ...]) -> None:
    for at, button in enumerate(field.buttons):
        if button.isChecked() != (at + 1 in value):
            click(button)


_WAYS: tuple[tuple[Any, Callable[[QtBot, Any, Any], None]], ...] = (
    (TextField, _text),
    (DecimalField, _number),
    (DateField, _date),
    (TimeField, _time),
    (PickField, _pick),
    (TruthField, _truth),
    (TruthOrUnknownField, _truth_or_unknown),
    (NotesField, _notes),
    (WhenField, _when),
    (MoneyField, _money),
    (RateField, _rate),
    (TieField, _tie),
    (WordsField, _text_of_languages),
    (BilingualField, _text_of_languages),
    (TextsField, _texts),
    (ChipsField, _chips),
    (TicksField, _ticks),
    (WeekdaysField, _weekdays),
)
