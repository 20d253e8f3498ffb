"""Paragraphs set to a width: nothing hangs out, nothing is lost, no line starts or ends as it must not."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from planner.export.pdf.fonts import SANS, SANS_BOLD, SERIF
from planner.export.pdf.paragraph import Setting, set_paragraph
from planner.export.pdf.shaping import Hold, Span, shape
from planner.export.pdf.style import TextStyle
from planner.export.pdf.unbreakable import runs
from planner.export.pdf.words import HAN_LATIN_GAP

BODY = TextStyle(SANS, 10, 14)
SMALL = TextStyle(SANS_BOLD, 8, 11)
NO_START = "，。；：？！、）》〉」』”’…—⸺,.;:?!)%"
NO_END = "（《〈「『“‘("
MIXED = (
    "请于2027年3月22日（星期一）上午10:20到“Demo Proton Centre”三楼B区204室，携带"
    "《出境入境管理法》规定的护照、邀请函（Invitation Letter）和CNY 230,000的缴费凭证……乘坐航班3U3812，"
    "于17:00前到达；如有问题，请致电+64 7 839 1234或028-8542 0000，说“我是患者”。"
    "总剂量58.05 Gy(RBE)，共15次——每次约20分钟，请勿迟到！"
)


def _set(text: str, width: float, lang: str = "zh-CN", style: TextStyle = BODY) -> Setting:
    spans = (Span(text, style, lang),)
    return set_paragraph(spans, shape(spans), width)


def _lines(setting: Setting) -> list[str]:
    return [setting.text[line.atoms[0].start : line.atoms[-1].end] for line in setting.lines if line.atoms]


@pytest.mark.parametrize("width", range(120, 231, 10))
def test_a_mixed_paragraph_breaks_rightly_at_twelve_widths(width: int) -> None:
    setting = _set(MIXED, width)
    lines = _lines(setting)
    assert "".join(lines) == setting.text
    assert len(lines) > 3
    for line, text in zip(setting.lines, lines, strict=True):
        assert text[0] not in NO_START, text
        assert text.rstrip()[-1] not in NO_END, text
        assert line.width <= width + 0.01
    ends = {line.atoms[-1].end for line in setting.lines}
    broken = [setting.text[a:b] for a, b in runs(setting.text) if any(a < end < b for end in ends)]
    assert not broken


@pytest.mark.parametrize("width", range(120, 231, 10))
def test_lines_are_filled_but_never_overfull(width: int) -> None:
    """In hanzi a line leaves at most what the next unbreakable run needs."""
    setting = _set("质子治疗是一种先进的放射治疗方法。" * 12, width)
    for line in setting.lines[:-1]:
        assert width - line.width < 2.2 * BODY.size
    widths = [line.width for line in setting.lines]
    assert max(widths) <= width + 0.01


WORDS = st.text(alphabet="abc dé中文。，（）“”0123:-–…\n ", max_size=80)


@given(WORDS, st.integers(30, 300), st.sampled_from(["en", "zh-CN"]))
@example("（（（（", 30, "zh-CN")
@example("a" * 60, 30, "en")
@example("\n\n", 100, "en")
def test_no_text_is_lost_and_none_hangs_out(text: str, width: int, lang: str) -> None:
    setting = _set(text, width, lang)
    assert "".join(_lines(setting)) == setting.text
    for line in setting.lines:
        assert line.width <= width + 0.01


def test_a_run_wider_than_the_column_is_broken_rather_than_lost() -> None:
    setting = _set("https://hospital.example/departments/radiation-oncology/appointments?id=12345", 80, "en")
    assert len(setting.lines) > 3
    assert all(line.width <= 80.01 for line in setting.lines)


def test_a_date_wider_than_the_column_parts_between_its_words() -> None:
    lines = _lines(_set("Wednesday 28 September 2027", 70, "en"))
    assert [line.strip() for line in lines] == ["Wednesday 28", "September 2027"]


def test_the_last_line_is_not_a_lonely_character() -> None:
    text = "请携带护照和邀请函到三楼登记处办理手续"
    full = _set(text, 1000).lines[0].width
    for missing in (1.0, 5.0, 9.0):
        assert len(_lines(_set(text, full - missing))[-1]) > 1


def test_two_marks_side_by_side_share_a_blank() -> None:
    em = BODY.size * SANS.han_scale
    apart = _set("（中）", 500).width + _set("。", 500).width
    together = _set("（中）。", 500).width
    assert together == pytest.approx(apart + em / 2 - em / 2 + 0, abs=0.01)
    # one is a bracket with its blank at the outer edge, which falls away at the end of a line
    assert _set("文。", 500).width == pytest.approx(1.5 * em, abs=0.01)
    assert _set("（文", 500).width == pytest.approx(1.5 * em, abs=0.01)


def test_hanzi_and_latin_stand_a_little_apart_but_not_at_the_edges() -> None:
    em = BODY.size * SANS.han_scale
    gap = HAN_LATIN_GAP * em
    assert 1 / 8 <= HAN_LATIN_GAP <= 1 / 4
    latin, han = _set("CT", 500).width, _set("检查", 500).width
    assert _set("检查CT", 500).width == pytest.approx(latin + han + gap, abs=0.01)
    assert _set("检查CT检查", 500).width == pytest.approx(latin + 2 * han + 2 * gap, abs=0.01)
    narrow = _set("检查CT", han + 0.1)
    assert [round(line.width, 2) for line in narrow.lines] == [round(han, 2), round(latin, 2)]


def test_a_space_that_is_written_is_the_only_space() -> None:
    assert _set("做 CT", 500).width == pytest.approx(
        _set("做", 500).width + _set("CT", 500).width + 0.2 * BODY.size, abs=0.3
    )


def test_kerning_brings_letters_together() -> None:
    apart = sum(_set(letter, 500, "en").width for letter in "AVATAR")
    assert _set("AVATAR", 500, "en").width < apart - 1


def test_spans_of_several_styles_and_languages_make_one_paragraph() -> None:
    spans = (Span("Ask for ", BODY, "en"), Span("王女士", SMALL, "zh-CN"), Span(" at 10:20.", BODY, "en"))
    setting = set_paragraph(spans, shape(spans), 500)
    shares = [share for atom in setting.lines[0].atoms for share in atom.shares]
    assert [share.span for share in shares] == sorted(share.span for share in shares)
    assert {p.scale for share in shares if share.span == 1 for p in share.pieces} == {SANS_BOLD.han_scale}


def test_a_chinese_dash_is_one_stroke() -> None:
    shaped = shape((Span("治疗——休息", BODY, "zh-CN"),))
    assert "⸺" in shaped.text
    assert any("⸺" in text for _typeface, _chinese, text in shaped.drawn)


def test_letters_hold_together_with_their_marks_even_when_chopped() -> None:
    shaped = shape((Span("m\u0304x", TextStyle(SERIF, 10, 14), "en"),), Hold.LETTERS)
    assert [shaped.text[atom.start : atom.end] for atom in shaped.atoms] == ["m\u0304", "x"]


def test_glyph_strings_are_well_formed() -> None:
    for atom in shape((Span(MIXED, BODY, "zh-CN"),)).atoms:
        for piece in (piece for share in atom.shares for piece in share.pieces):
            assert re.fullmatch(r"(-?\d+)?(<([0-9A-F]{4})+>(-?\d+)?)+", piece.glyphs), piece.glyphs
