"""Hanzi that the faces lack are seen to be there, and read."""

from __future__ import annotations

import pytest

from planner.export.pdf.fonts import missing
from planner.export.pdf.shaping import normalised
from planner.export.pdf.unshown import with_readings

RARE = "㵘𬭎龘䶮㛃喆堃𬱖𫍲"


def test_the_faces_have_the_rare_characters_of_names() -> None:
    """Among them 㵘, of Extension A, and 𬭎 and 𬱖, of Extension E, from the table of standard characters."""
    assert missing(RARE) == ""
    assert with_readings(RARE, chinese=True) == RARE


@pytest.mark.parametrize(
    ("text", "lang", "set_as"),
    [
        ("司马𫚉", "zh-CN", "司马〓（hóng）"),
        ("Sima 𫚉", "en", "Sima 〓 (hóng)"),
        ("𠮷野家", "zh-CN", "〓（U+20BB7）野家"),
        ("𫚉𤭢", "zh-CN", "〓（hóng）〓（cèi）"),
    ],
)
def test_one_they_lack_is_marked_and_read_or_numbered(text: str, lang: str, set_as: str) -> None:
    assert normalised(text, lang) == set_as
    assert missing(normalised(text, lang)) == ""
    assert normalised(text, lang) == set_as  # also the second time


def test_other_scripts_keep_their_place() -> None:
    """A name in a script that is not shipped stands in Latin letters beside it, as in the passport."""
    assert normalised("ليلى", "en") == "ليلى"
