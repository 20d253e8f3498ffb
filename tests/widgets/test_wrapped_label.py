"""A label that remembers how high it is says what Qt would say, whatever is done to it."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.controls.wrapped_label import WrappedLabel
from ui.desk import Desk

CHANGES = st.one_of(
    st.tuples(st.just("words"), st.text("ab c汉字，\n", max_size=80)),
    st.tuples(st.just("style"), st.sampled_from(("small", "title", "display"))),
    st.tuples(st.just("bold"), st.booleans()),
    st.tuples(st.just("width"), st.integers(20, 400)),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(CHANGES, min_size=1, max_size=8))
def test_it_is_as_high_as_a_plain_label(desk: Desk, qtbot: QtBot, changes: list[tuple[str, object]]) -> None:
    ours, plain = WrappedLabel(), QLabel()
    plain.setWordWrap(True)
    width = 120
    for what, value in changes:
        for label in (ours, plain):
            match what, value:
                case "words", str(words):
                    label.setText(words)
                case "style", str(style):
                    label.setProperty("text_style", style)
                    label.style().unpolish(label)
                    label.style().polish(label)
                case "bold", bool(bold):
                    font = label.font()
                    font.setBold(bold)
                    label.setFont(font)
                case "width", int(wanted):
                    width = wanted
            label.ensurePolished()
        assert [ours.heightForWidth(one) for one in (width, width, 50)] == [
            plain.heightForWidth(one) for one in (width, width, 50)
        ]
