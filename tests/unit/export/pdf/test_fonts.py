"""The lean font reader against fontTools, and the typefaces' promise that no character is dropped."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from planner.export.pdf import fonts
from planner.export.pdf.subset import subset
from planner.paths import resources_dir

SAMPLE = "AVATo, We Yo. “fi” Ǖǖ Māori pīnyīn ǎǐǒǔǚ 0123456789 成都演示质子中心龘𬭎（）。，—…"


@cache
def _oracle(index: int) -> Any:
    return TTFont(resources_dir() / "fonts" / f"{fonts.FACES[index]}.ttf")


@pytest.mark.parametrize("index", range(len(fonts.FACES)))
def test_glyphs_and_widths_are_those_of_the_font(index: int) -> None:
    font, face = _oracle(index), fonts.face(index)
    cmap = font.getBestCmap()
    for char in SAMPLE:
        name = cmap.get(ord(char))
        assert face.glyph(char) == (font.getGlyphID(name) if name else 0)
        if name:
            assert face.advance(face.glyph(char)) == font["hmtx"][name][0]
    assert face.name == fonts.FACES[index]
    assert face.cap_height == font["OS/2"].sCapHeight


def _kern(font: Any, left: str, right: str) -> int:
    """The same question, answered slowly by fontTools' tables."""
    gpos = font["GPOS"].table
    lookups = sorted(
        {
            i
            for record in gpos.FeatureList.FeatureRecord
            if record.FeatureTag == "kern"
            for i in record.Feature.LookupListIndex
        }
    )
    total = 0
    for i in lookups:
        for table in gpos.LookupList.Lookup[i].SubTable:
            table = getattr(table, "ExtSubTable", table)
            if type(table).__name__ != "PairPos":
                break  # contextual kerning, which the page does not use
            if left not in table.Coverage.glyphs:
                continue
            if table.Format == 1:
                pairs = table.PairSet[table.Coverage.glyphs.index(left)].PairValueRecord
                value = next((p.Value1 for p in pairs if p.SecondGlyph == right), None)
                if value is None:
                    continue
            else:
                row = table.Class1Record[table.ClassDef1.classDefs.get(left, 0)]
                value = row.Class2Record[table.ClassDef2.classDefs.get(right, 0)].Value1
            total += getattr(value, "XAdvance", 0) or 0
            break
    return total


@pytest.mark.parametrize("index", range(len(fonts.FACES)))
def test_kerning_is_that_of_the_font(index: int) -> None:
    font, face = _oracle(index), fonts.face(index)
    cmap = font.getBestCmap()
    letters = [char for char in "AVTWYaoev.,1Lr" if ord(char) in cmap]
    for left in letters:
        for right in letters:
            expected = _kern(font, cmap[ord(left)], cmap[ord(right)])
            assert face.kern(face.glyph(left), face.glyph(right)) == expected, left + right
    assert face.kern(face.glyph("A"), face.glyph("V")) < 0


@pytest.mark.parametrize("index", range(len(fonts.FACES)))
def test_a_subset_draws_the_same_outlines(index: int) -> None:
    font, face = _oracle(index), fonts.face(index)
    used = [face.glyph(char) for char in SAMPLE if face.glyph(char)]
    part = subset(face, used)
    small = TTFont(io.BytesIO(part.file))
    new = small.getGlyphOrder()
    for glyph in used:
        number = int.from_bytes(part.glyph_map[2 * glyph : 2 * glyph + 2], "big")
        ours = small["glyf"][new[number]].getCoordinates(small["glyf"])
        theirs = font["glyf"][font.getGlyphName(glyph)].getCoordinates(font["glyf"])
        assert list(ours[0]) == list(theirs[0])
        assert small["hmtx"][new[number]] == font["hmtx"][font.getGlyphName(glyph)]
    assert len(part.file) < 40_000


def test_the_same_glyphs_give_the_same_bytes() -> None:
    face = fonts.face(4)
    glyphs = [face.glyph(char) for char in "成都质子"]
    assert subset(face, glyphs) == subset(face, reversed(glyphs))


def test_every_tone_macron_and_rare_hanzi_is_drawn() -> None:
    pinyin = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿĀĒĪŌŪ"
    vietnamese_cyrillic_greek = "Đặng Thị Ngọc Ánh Щукина Александра Ελένη Łódź Ağrı"
    assert fonts.missing(pinyin + vietnamese_cyrillic_greek + "龘䶮㛃𬭎喆堃，。“”——……《》￥") == ""


def test_a_character_that_no_face_has_is_reported_and_marked() -> None:
    assert fonts.missing("王𠮷明𠮷한") == "𠮷한"
    sort = fonts.SANS.sorts("𠮷", chinese=True)[0]
    assert sort.drawn == fonts.GETA
    assert sort.advance > 0


def test_marks_know_which_half_of_them_is_blank() -> None:
    for char in "（《〈「『【〔“‘":
        assert fonts.SANS.sorts(char, chinese=True)[0].kind == fonts.OPENING, char
    for char in "）》〉」』】〕”’，。、；：？！":
        assert fonts.SANS.sorts(char, chinese=True)[0].kind == fonts.CLOSING, char


def test_quotation_marks_are_wide_in_chinese_and_narrow_in_english() -> None:
    chinese, english = fonts.SANS.sorts("“", chinese=True)[0], fonts.SANS.sorts("“", chinese=False)[0]
    assert chinese.face != english.face
    assert chinese.advance > 2 * english.advance
