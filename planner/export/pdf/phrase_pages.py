"""Useful phrases to point at, in each language, with how the Chinese is said."""

from __future__ import annotations

from collections.abc import Iterator

from planner.export.pdf.flow import Band, Block
from planner.export.pdf.look import LINE
from planner.export.pdf.nodes import Bookmark, Group, Node, Placed
from planner.export.pdf.press import Press
from planner.export.pdf.shapes import rule
from planner.export.pdf.tags import Role
from planner.itinerary.item import Itinerary
from planner.message import N_
from planner.record.text import Text as Wording

TITLE = N_("Useful phrases")


def phrase_pages(press: Press, itinerary: Itinerary) -> Iterator[Band]:
    """A part on its own page; each group of phrases under its heading."""
    if not itinerary.phrases:
        return
    look = press.look
    measure = press.sheet.measure
    part = press.part(TITLE)
    yield Band(press.title(TITLE, measure), (part,), holds_next=True, new_page=True)
    for number, group in enumerate(itinerary.phrases):
        section = Role("Sect")
        title = press.both(group.title, look.heading, measure, tag="H2")
        heading = Group(title.kids, title.height, "H2", bookmark=Bookmark(press.first.say(group.title), 1))
        before = (4 if number == 0 else 6) * look.unit
        yield Band(heading, (part, section), before=before, holds_next=True)
        across = 1 if press.stacked else 2
        pinyin = (*group.pinyin, *[""] * (len(group.phrases) - len(group.pinyin)))
        phrases = list(zip(group.phrases, pinyin, strict=False))
        for i in range(0, len(phrases), across):
            node = _row(press, phrases[i : i + across], across)
            yield Band(node, (part, section), before=look.unit, blocks=(Block(),))


def _row(press: Press, phrases: list[tuple[Wording, str]], across: int) -> Group:
    """Phrases side by side, each to be pointed at: Chinese large, how it is said, what it means."""
    look = press.look
    measure = press.sheet.measure
    gap = press.gutter if across > 1 else 0.0
    width = (measure - gap * (across - 1)) / across
    pad = look.unit
    kids: list[Placed] = []
    height = 0.0
    for i, (phrase, pinyin) in enumerate(phrases):
        node = _phrase(press, phrase, pinyin, width)
        x = i * (width + gap)
        kids += [Placed(x, 0, rule(width, LINE)), Placed(x, pad, node)]
        height = max(height, node.height)
    return Group(tuple(kids), height + 2 * pad)


def _phrase(press: Press, phrase: Wording, pinyin: str, width: float) -> Group:
    look = press.look
    rows: list[Node] = []
    for tongue in sorted(press.tongues, key=lambda tongue: not tongue.is_chinese):
        style = look.phrase if tongue.is_chinese else look.body
        rows.append(press.text(phrase, style, tongue, width))
        if tongue.is_chinese and pinyin:
            rows.append(press.compositor.text(pinyin, look.quiet, "zh-Latn-pinyin", width))
    return press.rows(rows)
