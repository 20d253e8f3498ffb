"""Line breaking against another implementation of UAX #14, and the Chinese rules on top of it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from uniseg.linebreak import line_break, line_break_breakables

from planner.export.pdf.line_classes import CLASS_OF
from planner.export.pdf.linebreak import MAY, MUST, NO, opportunities

ALPHABET = (
    "ab Z09 ,.;:!?'\"()[]{}-–—…/\\%$¥€£°+@#&*  \u00a0\u200b\u2060“”‘’·•、。，：；！？（）《》〈〉「」『』【】"
    "中文字第次年月日ーっ～￥％　éāא\n한글🇨🇳👍🏽🙂№×≤→«»ǚ"
)
RESOLVED = {"AI": "AL", "SG": "AL", "XX": "AL", "AK": "AL", "AS": "AL", "AP": "AL", "CJ": "NS", "H3": "H2"}


def _resolved(char: str) -> str:
    found = str(line_break(char).value)
    category = unicodedata.category(char)
    if found in ("VF", "VI"):
        return "CM"
    if found == "SA":
        return "CM" if category in ("Mn", "Mc") else "AL"
    if found == "QU":
        return {"Pi": "QI", "Pf": "QF"}.get(category, "QU")
    if found == "OP" and unicodedata.east_asian_width(char) in "FWH":
        return "OW"
    return RESOLVED.get(found, found)


def test_every_character_has_the_class_that_unicode_gives_it() -> None:
    wrong = [
        f"U+{code:04X}"
        for code in range(0x110000)
        if not 0xD800 <= code < 0xE000 and CLASS_OF[chr(code)] != _resolved(chr(code))
    ]
    assert not wrong


def _standard(text: str) -> list[bool]:
    """What the standard allows, less what print forbids: a line that starts with a dash or an ellipsis."""
    return [
        bool(may) and not (text[i] in "—…" and i and text[i - 1] not in "\n\u200b")
        for i, may in enumerate(line_break_breakables(text))
    ]


@given(st.text(alphabet=ALPHABET, max_size=12))
@example("『9 —b")
@example("“&\u2060 …")
@example("a’ 中“文”。")
@example("CNY 230,000.00（约）")
@example("🇨🇳🇳🇿🇨🇳")
def test_breaks_are_those_of_the_standard(text: str) -> None:
    if "\u200b " in text:
        return  # a space after a zero-width space: the standard breaks there, we keep — and … from line heads
    assert [bool(flag) for flag in opportunities(text)] == _standard(text)


@given(st.text(alphabet="aā9 中’“。-\u0304\u200d\n", max_size=10))
def test_marks_and_joiners_never_part_from_their_letter(text: str) -> None:
    flags = opportunities(text)
    for i, char in enumerate(text):
        if i and char in "\u0304\u200d" and text[i - 1] not in " \n":
            assert flags[i] == NO


@pytest.mark.parametrize("mark", "，。；：？！、）》〉」』”’…—·％")
def test_no_chinese_line_starts_with(mark: str) -> None:
    assert opportunities(f"治疗{mark}成都", chinese=True)[2] == NO


@pytest.mark.parametrize("mark", "（《〈「『“‘")
def test_no_chinese_line_ends_with(mark: str) -> None:
    flags = opportunities(f"治疗{mark}Proton中心", chinese=True)
    assert flags[2] == MAY
    assert flags[3] == NO


def test_an_apostrophe_in_chinese_text_stays_inside_its_word() -> None:
    assert set(opportunities("patient’s", chinese=True)) == {NO}


def test_a_new_line_is_a_forced_break() -> None:
    assert opportunities("一\n二")[2] == MUST
