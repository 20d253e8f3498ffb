"""Names that are typed into a line without a language."""

from __future__ import annotations

import pytest

from planner.record.text import Text, as_typed


@pytest.mark.parametrize(
    ("words", "window", "language"),
    [
        ("李文", "en", "zh_CN"),
        ("李文", "zh_CN", "zh_CN"),
        ("李文 Wendy", "en", "zh_CN"),
        ("Wendy Li", "zh_CN", "en"),
        ("Wendy Li", "en", "en"),
        ("Éva", "zh_CN", "en"),
        ("12367", "zh_CN", "zh_CN"),
        ("12367", "en", "en"),
    ],
)
def test_a_typed_name_stands_in_the_language_of_its_letters(words: str, window: str, language: str) -> None:
    assert as_typed(words, window) == Text({language: words}, language)


def test_nothing_typed_is_no_name() -> None:
    assert as_typed("", "zh_CN") == Text()
