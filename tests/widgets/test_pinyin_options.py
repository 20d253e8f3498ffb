"""What a list offers in hanzi is also found by typing its pinyin or the initials of that, as journeys are."""

from __future__ import annotations

import string
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.message import Message
from planner.record.course import Course
from planner.record.document import Document
from planner.record.ids import PlaceId
from planner.record.journey import Journey
from planner.record.leg import Leg
from planner.record.shape import shape_of
from planner.record.text import Text
from planner.record.traveller import Traveller
from planner.session import Session
from tests.builders import make_place
from tests.widgets.typing import press_enter, replace_words
from ui.desk import Desk
from ui.fields.field import Field, FieldContext
from ui.fields.make import make_field
from ui.fields.pick_field import PickField
from ui.fields.ranking import best, rank, rank_by_sound
from ui.fields.reference_field import ReferenceField

Put = Callable[..., PickField]


@pytest.fixture
def journey(sample_to_read: Session) -> Journey:
    return sample_to_read.journey("sample")


@pytest.fixture
def put(desk: Desk, qtbot: QtBot, sample_to_read: Session, journey: Journey) -> Put:
    """Makes the control of a field in a window of its own, on a Chinese screen unless told otherwise."""

    windows: list[QWidget] = []

    def made(
        cls: type, name: str, locale: str = "zh_CN", within: Journey = journey, entry: bool = False
    ) -> PickField:
        desk.language.choose(locale)
        context = FieldContext(desk, sample_to_read, lambda: within, sample_to_read.directory)
        shape = next(shape for shape in shape_of(cls) if shape.name == name)
        field: Field = make_field(shape, Message(name), context, cls)
        window = QWidget()
        qtbot.addWidget(window)
        windows.append(window)
        column = QVBoxLayout(window)
        column.addWidget(field)
        column.addWidget(QLineEdit())  # where Tab leads
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        found = field.entry if entry else field  # type: ignore[attr-defined]
        assert isinstance(found, PickField)
        return found

    return made


def offered(field: PickField, words: str) -> list[str]:
    replace_words(field.line, words)
    return [one.label for one in field.listed]


@pytest.mark.parametrize(
    "words", ["xinxilan", "xxl", "XinXi", "xin xi lan", "xin'xilan", "新西", "New Z", "nz"]
)
def test_a_nationality_is_found_by_pinyin_initials_hanzi_english_and_code(words: str, put: Put) -> None:
    field = put(Traveller, "nationality")
    assert offered(field, words)[0] == "新西兰"
    press_enter(field.line)
    assert field.value == "NZ"


def test_tab_takes_what_pinyin_found(put: Put) -> None:
    field = put(Traveller, "nationality")
    replace_words(field.line, "deguo")
    QTest.keyClick(field.line, Qt.Key.Key_Tab)
    assert field.value == "DE"


def test_what_begins_so_comes_before_what_merely_holds_it(put: Put) -> None:
    found = offered(put(Traveller, "nationality"), "li")
    assert found.index("利比亚") < found.index("阿尔及利亚")
    assert found.index("列支敦士登") < found.index("利比亚")  # it is called Liechtenstein


def test_in_english_nothing_is_found_by_the_pinyin_of_what_is_not_shown(put: Put) -> None:
    assert offered(put(Traveller, "nationality", "en"), "xxl") == []
    assert offered(put(Course, "document", "zh_CN"), "bqzy")[0] == "病情摘要（一页）"
    assert offered(put(Course, "document", "en"), "bqzy") == []


@pytest.mark.parametrize(
    ("cls", "name", "entry", "words", "first"),
    [
        (Traveller, "home_zone", False, "aokelan", "奥克兰"),
        (Traveller, "home_zone", False, "beijing", "上海"),
        (Traveller, "languages", True, "yingyu", "英语"),
        (Traveller, "languages", True, "maoliyu", "毛利语"),
        (Document, "kind", False, "qianzheng", "签证"),
        (Document, "kind", False, "hz", "护照复印件"),
    ],
)
def test_zones_languages_and_kinds_are_found_by_pinyin(
    cls: type, name: str, entry: bool, words: str, first: str, put: Put
) -> None:
    found = offered(put(cls, name, entry=entry), words)
    assert found
    assert first in found[0]


def test_a_traveller_is_found_by_the_pinyin_of_the_name_in_hanzi_on_any_screen(
    put: Put, journey: Journey
) -> None:
    patient = journey.patient
    assert patient is not None
    for locale in ("en", "zh_CN"):
        field = put(Document, "traveller", locale)
        assert offered(field, "anna")
        assert offered(field, "mly")[0] == patient.full_name


def test_a_place_that_only_the_journey_knows_is_found_by_pinyin_too(
    put: Put, journey: Journey, desk: Desk, sample_to_read: Session
) -> None:
    place = make_place(id="only-here", name=Text({"zh_CN": "演示宾馆", "en": "Demo Inn"}), name_pinyin="")
    within = replace(journey, places=(*journey.places, place))
    field = put(Leg, "origin", "en", within=within)
    assert isinstance(field, ReferenceField)
    assert "Demo Inn" in offered(field, "yanshibinguan")
    assert "Demo Inn" in offered(field, "ysbg")
    assert PlaceId("only-here") not in {one.id for one in sample_to_read.directory().places}


LATIN = st.text(string.ascii_lowercase, min_size=1, max_size=4)
NAMES = st.lists(st.text("新西兰中国德阿尔及利亚重庆乐 abc", max_size=6), max_size=4)


@given(words=LATIN, names=NAMES)
def test_pinyin_only_adds_to_what_is_found(words: str, names: list[str]) -> None:
    """Nothing that is found without it is lost or comes later for it, and it finds nothing without hanzi."""
    plain = best(words, ((one, (one,)) for one in names), 10)
    heard = best(words, ((one, (one,)) for one in names), 10, lambda one: (one,))
    assert set(plain) <= set(heard)
    for one in names:
        by_name, by_sound = rank(words, (one,)), rank_by_sound(words, (one,))
        assert by_sound in (None, 2, 3)
        if one.isascii():
            assert by_sound is None
        if one in heard:
            assert (by_name, by_sound) != (None, None)
