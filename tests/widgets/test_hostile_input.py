"""Whatever is pasted or typed into any control ends in a clean value or in one short sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.message import Message
from planner.record.appointment import Appointment
from planner.record.course import Course
from planner.record.document import Document
from planner.record.money import Money, Payment
from planner.record.passport import Passport
from planner.record.shape import shape_of
from planner.record.text import Text
from planner.record.traveller import Traveller
from planner.session import Session
from tests.widgets.test_fields_round_trip import SHAPES
from tests.widgets.typing import type_words
from ui.desk import Desk
from ui.fields.field import Field, FieldContext
from ui.fields.make import make_field
from ui.fields.money_field import MoneyField
from ui.fields.notes_field import NotesField
from ui.fields.when_field import WhenField

Put = Callable[[type, str], Any]

HOSTILE = {
    "line breaks": "Anna\nMaria\r\nof\u2028Hamilton",
    "tabs": "Anna\tMaria",
    "no width": "An\u200bna\ufeff\u00ad",
    "right to left marks": "\u202eannA\u202c \u200f\u2066",
    "controls": "a\0b\x07\x1b[31m\x85",
    "ten thousand letters": "x" * 10_000,
    "full width": "Ａｎｎａ　１２３",
    "half characters": "a\ud800b",
    "signs": "%s {0} {field} <b>& \\ ' \" ; -- 😀 \u0301",
}
UNSEEN = set("\0\x07\x1b\x85\u200b\ufeff\u00ad\u202e\u202c\u200f\u2066\u2028")
_LONGEST_SENTENCE = 140


@dataclass
class Window:
    """Where one control at a time is typed into."""

    widget: QWidget
    context: FieldContext

    def put(self, cls: type, name: str) -> Any:
        shape = next(shape for shape in shape_of(cls) if shape.name == name)
        field = make_field(shape, Message(name), self.context, cls)
        column = self.widget.layout()
        assert column is not None
        column.addWidget(field)
        QApplication.processEvents()
        return field


@pytest.fixture
def window(desk: Desk, sample_to_read: Session, qtbot: QtBot) -> Window:
    session = sample_to_read
    widget = QWidget()
    qtbot.addWidget(widget)
    QVBoxLayout(widget).addWidget(QLineEdit())  # where Tab leads
    widget.resize(900, 700)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    context = FieldContext(desk, session, lambda: session.journey("sample"), session.directory)
    return Window(widget, context)


def paste(words: str) -> None:
    """Over everything that stands where the focus is, by the keys for it."""
    part = QApplication.focusWidget()
    assert isinstance(part, QLineEdit | QPlainTextEdit)
    QApplication.clipboard().setText(words)
    for key in (Qt.Key.Key_A, Qt.Key.Key_V):
        QTest.keyClick(part, key, Qt.KeyboardModifier.ControlModifier)


def words_of(value: Any) -> str:
    """Every word in a value of the record."""
    if isinstance(value, str):
        return value
    if is_dataclass(value):
        return "".join(words_of(getattr(value, one.name)) for one in fields(value))
    if isinstance(value, dict):
        return "".join(map(words_of, value.values()))
    return "".join(map(words_of, value)) if isinstance(value, tuple | list | frozenset) else ""


def one_of_each() -> list[Any]:
    """A field for each kind of control that one types into."""
    found: dict[object, Any] = {}
    for cls, shape in SHAPES:
        found.setdefault(
            (shape.kind, shape.many, shape.type if shape.kind.name == "VALUE" else None), (cls, shape)
        )
    return [pytest.param(cls, shape.name, id=f"{cls.__name__}.{shape.name}") for cls, shape in found.values()]


@pytest.mark.parametrize(("cls", "name"), one_of_each())
def test_whatever_is_pasted_ends_in_a_clean_value_or_one_short_sentence(
    cls: type, name: str, window: Window, desk: Desk
) -> None:
    field: Field = window.put(cls, name)
    field.start()
    part = QApplication.focusWidget()
    if not isinstance(part, QLineEdit | QPlainTextEdit):
        return  # nothing is typed there
    for kind, words in HOSTILE.items():
        part.setFocus()
        paste(words)
        QTest.keyClick(part, Qt.Key.Key_Tab)  # whatever was typed is looked at when one goes on
        if field.problem is not None:
            said = desk.language.text(field.problem)
            assert said.endswith((".", "?")), kind
            assert len(said) <= _LONGEST_SENTENCE, kind
            assert not set(said) & (UNSEEN | {"\n", "\t"}), kind
        else:
            assert not set(words_of(field.value)) & UNSEEN, (kind, field.value)


def typed(field: Field, words: str) -> Any:
    """The value that is there once ``words`` were typed where typing begins, as an input method does."""
    field.start()
    part = QApplication.focusWidget()
    assert part is not None
    QTest.keyClick(part, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(part, Qt.Key.Key_Delete)
    type_words(part, words)
    QTest.keyClick(part, Qt.Key.Key_Return)
    assert field.problem is None, words
    return field.value


@pytest.mark.parametrize(
    "words",
    [
        "２０２７-０３-０８",
        "２０２７年３月８日",
        "2027年3月8日",
        "2027年3月8日（周一）",
        "2027。3。8",
        "20270308",
    ],
)
def test_a_day_of_a_chinese_keyboard_is_understood(words: str, window: Window) -> None:
    field = window.put(Traveller, "born_on")
    assert typed(field, words) == dt.date(2027, 3, 8)
    assert field.line.text() == "8 Mar 2027"


@pytest.mark.parametrize(
    "words", ["１２：３０", "１２３０", "12；30", "12点半", "中午12:30", "下午１２：３０"]
)
def test_a_time_of_a_chinese_keyboard_is_understood(words: str, window: Window) -> None:
    field = window.put(Appointment, "starts")
    assert isinstance(field, WhenField)
    typed(field, "２０２７-０３-０８")
    field.time.line.setFocus()
    type_words(field.time.line, words)
    QTest.keyClick(field.time.line, Qt.Key.Key_Return)
    assert field.problem is None
    assert (field.value.date, field.value.time) == (dt.date(2027, 3, 8), dt.time(12, 30))


@pytest.mark.parametrize("words", ["１５", "１５．０", "15\u200e", " 15 "])
def test_a_number_of_a_chinese_keyboard_is_understood(words: str, window: Window) -> None:
    assert typed(window.put(Course, "fractions_prescribed"), words) == 15
    assert typed(window.put(Course, "dose_per_fraction_gy_rbe"), "４。４") == Decimal("4.4")


@pytest.mark.parametrize(
    ("words", "amount", "currency"),
    [
        ("￥１２００", "1200", "CNY"),
        ("１，２００．５０", "1200.50", "CNY"),
        ("1，200。50元", "1200.50", "CNY"),
        ("15万人民币", "150000", "CNY"),
        ("NZ$３５０", "350", "NZD"),
        ("350 nzd", "350", "NZD"),
    ],
)
def test_an_amount_of_a_chinese_keyboard_is_understood(
    words: str, amount: str, currency: str, window: Window
) -> None:
    found = typed(window.put(Payment, "amount"), words)
    assert found == Money(amount=Decimal(amount), currency=currency)


def test_a_sign_of_several_currencies_makes_none_up(window: Window) -> None:
    field = window.put(Payment, "amount")
    assert isinstance(field, MoneyField)
    field.start()
    paste("$350")
    assert str(field.problem) == "Say in which currency: type its code, such as CNY."
    field.currency.line.setFocus()
    paste("NZD")
    QTest.keyClick(field.currency.line, Qt.Key.Key_Return)
    assert field.value == Money(amount=Decimal(350), currency="NZD")


def test_names_and_numbers_are_kept_without_what_nobody_sees(window: Window) -> None:
    assert typed(window.put(Traveller, "surname"), "Ｅｒｉｋｓｓｏｎ") == "Eriksson"
    field = window.put(Traveller, "given_names")
    field.start()
    paste(" Anna\r\n\tMaria\u200b ")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert field.value == "Anna Maria"
    assert field.line.text() == "Anna Maria"
    assert typed(window.put(Passport, "number"), "Ｌ８９８９０２Ｃ３") == "L898902C3"
    field = window.put(Document, "number")
    field.start()
    paste("x" * 1_001)
    assert str(field.problem) == "This should be at most 1000 characters; longer words belong in the notes."


def test_lines_and_tabs_of_notes_stay(window: Window) -> None:
    field = window.put(Document, "notes")
    assert isinstance(field, NotesField)
    field.start()
    paste("One\tof\u200b two\nlines\x07")
    assert field.value == "One\tof two\nlines"


def test_chinese_text_stays_as_it_was_written(window: Window) -> None:
    field = window.put(Document, "title")
    field.column("zh_CN").edit.setFocus()
    paste("ＣＴ检查（１２月）\u200b\n第二行")
    QTest.keyClick(field.column("zh_CN").edit, Qt.Key.Key_Return)
    assert field.value == Text({"zh_CN": "ＣＴ检查（１２月）\n第二行"}, "zh_CN")
