"""Which language words turn out to be in."""

from __future__ import annotations

import pytest

from planner.export.pdf.compositor import Compositor
from planner.export.pdf.paper import Paper
from planner.export.pdf.press import press
from planner.record.text import Text


@pytest.mark.parametrize(
    ("said", "lang"),
    [
        ("Demo Hospital", "en"),
        ("示例甲", "zh-CN"),
        ("Lobby 大厅", "en"),
        ("\n鉋崼\U00099d99", "zh-CN"),  # a break is not drawn, and what no face has is no letter of English
        ("安 娜 A", "zh-CN"),
    ],
)
def test_what_is_mostly_hanzi_is_chinese_whatever_it_was_entered_as(said: str, lang: str) -> None:
    setter = press(Paper.A4, ("en", "zh_CN"), large_print=False, compositor=Compositor())
    assert setter.wording(Text({"en": said}, "en"), setter.first) == (said, lang)
