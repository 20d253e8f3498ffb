"""Every field of the record: what is shown comes back exactly, and any value can be typed and clicked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.message import Message
from planner.record.constraint import CONSTRAINTS
from planner.record.directory import Directory
from planner.record.integrity import ANY_THING
from planner.record.journey import Journey
from planner.record.money import DatedRate, Money
from planner.record.shape import FieldShape, Kind, classes_within, parts, shape_of
from planner.record.text import Text
from planner.record.tie import Anchor, DayCounting, Tie
from planner.record.traveller import Traveller
from planner.record.visa import Visa
from planner.record.when import When
from planner.reference.policy import shipped_entry_policies
from planner.session import Session
from planner.session.naming import things_with_days
from tests.builders import journeys
from tests.widgets.conftest import NOW
from tests.widgets.typing import type_value
from ui.desk import Desk
from ui.fields.field import Field, FieldContext
from ui.fields.make import make_field
from ui.fields.thing_titles import every_thing
from ui.fields.typed_words import one_line
from ui.fields.when_field import is_shown_twice

OWN = (Text, When, Money, DatedRate, Tie)
"""The dataclasses that have a control of their own; a form is made for every other."""

#: A journey that fails says which field by itself; making it smaller would take minutes.
_NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)

SHAPES = [
    (cls, shape)
    for cls in classes_within(Journey)
    for shape in shape_of(cls)
    if shape.kind is not Kind.ID and (shape.kind is not Kind.VALUE or shape.type in OWN)
]


def context_of(desk: Desk, session: Session, journey: Journey) -> FieldContext:
    directory = Directory(agency=journey.agency, places=journey.places, contacts=journey.contacts)
    return FieldContext(desk, session, lambda: journey, lambda: directory)


def held(value: Any) -> Iterator[tuple[type, FieldShape, Any]]:
    """Each field within ``value`` that has a control, with its class and what it holds."""
    for shape, one in parts(value):
        if shape.kind is Kind.ID:
            continue
        if shape.kind is Kind.VALUE and shape.type not in OWN:
            for inner in one if shape.many else (one,):
                if inner is not None:
                    yield from held(inner)
        else:
            yield type(value), shape, one
            if shape.kind is Kind.VALUE and shape.many is None and one is not None:
                yield from held(one)


def typeable(cls: type, shape: FieldShape, value: Any, journey: Journey) -> Any:
    """``value`` as somebody could type it in ``journey``: in its languages, of what its lists offer."""
    if shape.many is not None and shape.kind is Kind.TEXT:
        words = (one_line(plain(one)).replace(",", "").strip() for one in value)
        return shape.many(dict.fromkeys(word for word in words if word))
    if shape.many is not None and shape.kind is Kind.WHOLE:
        return tuple(sorted(set(value)))
    if shape.many is not None:
        return shape.many(kept for one in value if (kept := _one(cls, shape, one, journey)))
    return _one(cls, shape, value, journey)


def _one(cls: type, shape: FieldShape, value: Any, journey: Journey) -> Any:
    languages = journey.languages or journey.agency.print_languages or ("en", "zh_CN")
    if isinstance(value, Text):
        return text(value, languages)
    if isinstance(value, When):
        return moment(value)
    if isinstance(value, DatedRate):
        return replace(value, source=one_line(plain(value.source)).strip())
    if isinstance(value, Tie):
        return tie(value, journey)
    if (cls, shape.name) in ANY_THING:
        return value if value in {one.id for one in every_thing(journey)} else None
    if (cls, shape.name) == (Traveller, "born_on") and value is not None:
        return min(value, NOW.date())  # nobody is born later
    if (cls, shape.name) == (Visa, "policy"):
        known = shipped_entry_policies()
        return known[len(value) % len(known)].id if value else ""
    if shape.kind is Kind.WORDS:
        return dict(text(Text(value), languages).wording)
    if shape.kind is Kind.TEXT and isinstance(value, str) and (cls, shape.name) not in CONSTRAINTS:
        return plain(value) if shape.name in ("notes", "reason", "json") else one_line(plain(value)).strip()
    return value


def plain(words: str) -> str:
    kept = "".join(letter for letter in words if letter.isprintable())
    return kept.strip()


def text(value: Text, languages: tuple[str, ...]) -> Text:
    lines = {
        locale: "\n".join(map(plain, words.splitlines())).strip() for locale, words in value.wording.items()
    }
    wording = {locale: words for locale, words in lines.items() if words and locale in languages}
    if not wording:
        return Text()
    source = value.source if value.source in wording else next(iter(wording))
    return Text(wording, source, value.reviewed & frozenset(wording) - {source})


def moment(value: When) -> When:
    value = value if value.time is not None else replace(value, fold=0)
    return value if is_shown_twice(value) else replace(value, fold=0)


def tie(value: Tie, journey: Journey) -> Tie:
    """A tie as its sentence says it: to a day, without what it does not speak of, with the only course."""
    dated = {one.id for one in things_with_days(journey)} & {one.id for one in every_thing(journey)}
    if value.anchor is Anchor.THING and value.thing not in dated:
        value = replace(value, anchor=Anchor.OPENED)
    only = journey.courses[0].id if len(journey.courses) == 1 else None
    of_course = value.anchor in (Anchor.FIRST_FRACTION, Anchor.FRACTION, Anchor.LAST_FRACTION)
    return replace(
        value,
        number=value.number if value.anchor is Anchor.FRACTION else None,
        course=value.course or only if of_course or value.counting is DayCounting.TREATMENT else None,
        thing=value.thing if value.anchor is Anchor.THING else None,
    )


class Bench(QWidget):
    """A window for one control at a time."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self.place = QVBoxLayout(self)
        self.resize(900, 600)
        self.show()
        self.activateWindow()
        qtbot.waitExposed(self)
        self.field: Field | None = None

    def put(self, shape: FieldShape, context: FieldContext) -> Field:
        if self.field is not None:
            self.field.hide()
            self.place.removeWidget(self.field)
            self.field.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.field = make_field(shape, Message(shape.name), context)
        self.place.addWidget(self.field)
        return self.field


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    bench = Bench(qtbot)
    yield bench
    bench.close()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_field_of_the_sample_can_be_typed(
    language: str, desk: Desk, sample_to_read: Session, bench: Bench, qtbot: QtBot
) -> None:
    desk.language.choose(language)
    journey = sample_to_read.journey("sample")
    context = context_of(desk, sample_to_read, journey)
    tried: dict[int, list[Any]] = {}
    wrong = []
    for cls, shape, value in held(journey):
        known = tried.setdefault(id(shape), [])
        if value in known or len(known) == (2 if language == "en" else 1):
            continue
        known.append(value)
        field = bench.put(shape, context)
        told: list[str] = []
        field.committed.connect(lambda told=told: told.append("committed"))
        type_value(qtbot, field, value)
        if field.value != value or field.problem is not None:
            wrong.append((cls.__name__, shape.name, value, field.value, field.problem))
        elif value != shape.default and not told and not shape.required:
            wrong.append((cls.__name__, shape.name, "was not committed"))
    assert not wrong
    assert len(tried) > 300


@settings(max_examples=3, phases=_NO_SHRINKING, suppress_health_check=list(HealthCheck))
@given(journey=journeys())
def test_what_is_shown_comes_back_and_nothing_is_told(
    journey: Journey, desk: Desk, sample_to_read: Session
) -> None:
    context = context_of(desk, sample_to_read, journey)
    for cls, shape, value in held(journey):
        field = make_field(shape, Message(shape.name), context)
        told: list[str] = []
        field.edited.connect(lambda told=told: told.append("edited"))
        field.committed.connect(lambda told=told: told.append("committed"))
        field.show_value(value)
        assert field.value == value, (cls.__name__, shape.name)
        assert field.problem is None, (cls.__name__, shape.name)
        assert not told, (cls.__name__, shape.name)
        field.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@settings(max_examples=10, phases=_NO_SHRINKING, suppress_health_check=list(HealthCheck))
@given(data=st.data(), journey=journeys())
def test_any_value_can_be_typed(
    data: st.DataObject, journey: Journey, desk: Desk, sample_to_read: Session, qtbot: QtBot
) -> None:
    context = context_of(desk, sample_to_read, journey)
    bench = Bench(qtbot)
    found = list(held(journey))
    for cls, shape, drawn in data.draw(st.lists(st.sampled_from(found), min_size=1, max_size=6)):
        value = typeable(cls, shape, drawn, journey)
        field = bench.put(shape, context)
        type_value(qtbot, field, value)
        assert field.value == value, (cls.__name__, shape.name, field.problem)
        assert field.problem is None, (cls.__name__, shape.name)
    bench.close()


def test_a_form_of_its_own_has_no_control(desk: Desk, sample_to_read: Session) -> None:
    context = context_of(desk, sample_to_read, sample_to_read.journey("sample"))
    for cls in classes_within(Journey):
        for shape in shape_of(cls):
            if (cls, shape) in SHAPES:
                make_field(shape, Message(shape.name), context).deleteLater()
            else:
                with pytest.raises(LookupError):
                    make_field(shape, Message(shape.name), context)


def test_amounts_and_seconds_are_kept_to_the_last_digit(
    desk: Desk, sample_to_read: Session, bench: Bench, qtbot: QtBot
) -> None:
    context = context_of(desk, sample_to_read, sample_to_read.journey("sample"))
    shape = next(shape for shape in shape_of(Money) if shape.name == "amount")
    field = bench.put(shape, context)
    type_value(qtbot, field, Decimal("0.2400"))
    assert str(field.value) == "0.2400"
    shape = next(shape for shape in shape_of(When) if shape.name == "time")
    field = bench.put(shape, context)
    type_value(qtbot, field, dt.time(23, 59, 59))
    assert field.value == dt.time(23, 59, 59)
