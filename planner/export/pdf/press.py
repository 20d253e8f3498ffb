"""Everything a part of the itinerary needs to be set: the sheet, the look, the languages and the type."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from babel import UnknownLocaleError

from planner.export.pdf.compositor import Compositor
from planner.export.pdf.flow import Band
from planner.export.pdf.look import LARGE, NORMAL, Look
from planner.export.pdf.nodes import Align, Bookmark, Group, Node, Placed, Text, stack
from planner.export.pdf.paper import Paper, Sheet, sheet
from planner.export.pdf.shaping import Span
from planner.export.pdf.style import TextStyle
from planner.export.pdf.tags import Role
from planner.i18n import DateStyle, Translator, translator
from planner.itinerary.item import Words
from planner.message import Birthday, Country
from planner.record.money import Money
from planner.record.text import Text as Wording
from planner.record.when import When

Value = Words | str | int | Decimal | dt.date | Birthday | Country | When | Money


@dataclass(frozen=True, slots=True)
class Tongue:
    """One of the languages a page is printed in."""

    locale: str
    lang: str
    """BCP 47, as the PDF names it."""
    translator: Translator

    @property
    def is_chinese(self) -> bool:
        """Whether it is written in hanzi."""
        return self.lang.startswith("zh")

    @property
    def colon(self) -> str:
        """What parts a label from what it labels: a wide colon, or in Latin a wider space."""
        return "：" if self.is_chinese else "  "

    @property
    def after_colon(self) -> str:
        """What follows a colon that the words already have."""
        return "" if self.is_chinese else " "

    @property
    def comma(self) -> str:
        """What parts the members of a list on one line."""
        return "，" if self.is_chinese else ", "

    @property
    def dot(self) -> str:
        """What parts facts that follow each other on one line."""
        return "，" if self.is_chinese else " · "

    def date(self, day: dt.date, style: DateStyle = "day") -> str:
        """A date as this language writes it."""
        return _date(self.translator, day, style)

    def say(self, value: Value) -> str:
        """Any value as this language writes it."""
        return self.translator.value(value)

    def spoken(self, languages: Iterable[str]) -> str:
        """The languages somebody speaks, each once whichever way it is written."""
        return self.translator.items(dict.fromkeys(map(self.translator.spoken_language, languages)))


def tongue(locale: str) -> Tongue:
    """The tongue of a locale such as ``zh_CN``."""
    return Tongue(locale, locale.replace("_", "-"), translator(locale))


@dataclass(frozen=True, slots=True)
class Column:
    """Where one language stands in a row."""

    tongue: Tongue
    x: float
    width: float


def _is_hanzi(words: str) -> bool:
    """Whether what is drawn of the words is mostly hanzi, whatever language they were entered as."""
    if words.isascii():
        return False
    drawn = sum(char.isprintable() and not char.isspace() for char in words)
    return 2 * sum("\u3400" <= char <= "\u9fff" for char in words) > drawn


@lru_cache(maxsize=256)
def _side_by_side(tongues: tuple[Tongue, ...], width: float, gutter: float) -> tuple[Column, ...]:
    each = (width - gutter * (len(tongues) - 1)) / len(tongues)
    return tuple(Column(tongue, i * (each + gutter), each) for i, tongue in enumerate(tongues))


@lru_cache(maxsize=4096)
def _date(translator: Translator, day: dt.date, style: DateStyle) -> str:
    return translator.date(day, style)


@dataclass(frozen=True, slots=True)
class Press:
    """Sets bilingual blocks to the measure of a sheet.

    Languages stand side by side, each in its column, or where columns would be too narrow one below the
    other in the same block.
    """

    compositor: Compositor
    sheet: Sheet
    look: Look
    tongues: tuple[Tongue, ...]
    stacked: bool

    @property
    def signature(self) -> tuple[object, ...]:
        """What bands must have in common to be used again."""
        return (self.sheet, self.look, self.stacked, *(tongue.locale for tongue in self.tongues))

    @property
    def first(self) -> Tongue:
        """The reader's own language; the document's."""
        return self.tongues[0]

    @property
    def gutter(self) -> float:
        """Between two language columns."""
        return 4 * self.look.unit

    def columns(self, width: float, *, stacked: bool | None = None) -> tuple[Column, ...]:
        """Where each language stands in ``width``."""
        if len(self.tongues) == 1 or (self.stacked if stacked is None else stacked):
            return tuple(Column(tongue, 0.0, width) for tongue in self.tongues)
        return _side_by_side(self.tongues, width, self.gutter)

    # -- what did not change ---------------------------------------------------------------------------

    def kept(self, key: Hashable, made_from: object, make: Callable[[], Iterable[Band]]) -> tuple[Band, ...]:
        """Bands made before on this press, if what they are made from is still equal; else made now."""
        return self.compositor.kept((self.signature, key), made_from, make)

    def part(self, title: Words) -> Role:
        """The part of the document with that title; the same in every rendering."""
        return self.compositor.role("Part", self.first.say(title))

    # -- one language ----------------------------------------------------------------------------------

    def wording(self, words: Value, tongue: Tongue) -> tuple[str, str]:
        """The words in a tongue, and the language they turn out to be in."""
        said, lang = tongue.say(words), tongue.lang
        if isinstance(words, Wording) and not words.in_(tongue.locale):
            said, lang = words.best(tongue.locale), words.source.replace("_", "-")
        if not lang.startswith("zh") and _is_hanzi(said):
            lang = "zh-CN"  # a name in hanzi among Latin ones
        return said, lang

    def text(
        self,
        words: Value,
        style: TextStyle,
        tongue: Tongue,
        width: float,
        *,
        tag: str = "P",
        align: Align = "left",
        bookmark: Bookmark | None = None,
    ) -> Text:
        """A paragraph in one tongue."""
        said, lang = self.wording(words, tongue)
        return self.compositor.text(said, style, lang, width, tag=tag, align=align, bookmark=bookmark)

    def line(
        self,
        words: Value,
        style: TextStyle,
        *,
        width: float = 10_000.0,
        tag: str = "P",
        align: Align = "left",
    ) -> Text:
        """Words that are the same in every language: a time, a code, a telephone number."""
        return self.text(words, style, self.first, width, tag=tag, align=align)

    # -- both languages --------------------------------------------------------------------------------

    def both(
        self,
        words: Value | Callable[[Tongue], Value | list[Span]],
        style: TextStyle,
        width: float,
        *,
        tag: str = "P",
        stacked: bool | None = None,
    ) -> Group:
        """The same block in each language, aligned at the top. A heading is one element of both."""
        heading = tag.startswith("H")
        nodes: list[Node] = []
        columns = self.columns(width, stacked=stacked)
        for column in columns:
            said = words(column.tongue) if callable(words) else words
            inner = "" if heading else tag
            if isinstance(said, list):
                nodes.append(self.compositor.text(said, style, column.tongue.lang, column.width, tag=inner))
            else:
                nodes.append(self.text(said, style, column.tongue, column.width, tag=inner))
        return self.across(nodes, columns, tag=tag if heading else "")

    def across(self, nodes: Iterable[Node], columns: tuple[Column, ...], *, tag: str = "") -> Group:
        """One node for each language, in its column, or below the one before where languages are stacked."""
        kids: list[Placed] = []
        y = height = 0.0
        for node, column in zip(nodes, columns, strict=True):
            if kids and column.x == 0.0:
                y = height
            kids.append(Placed(column.x, y, node))
            height = max(height, y + node.height)
        return Group(tuple(kids), height, tag)

    def rows(self, nodes: Iterable[Node | None], *, gap: float = 0.0) -> Group:
        """Blocks one below the other; ``None`` is left out."""
        return stack((node for node in nodes if node is not None), gap=gap)

    def title(self, words: Words, width: float, *, level: int = 0) -> Group:
        """The name of a part, in all languages on one line if they fit, with its bookmark."""
        spans: list[Span] = []
        for tongue in self.tongues:
            said, lang = self.wording(words, tongue)
            style = self.look.part_han if lang.startswith("zh") else self.look.part
            if spans:
                spans.append(Span("  ", style, spans[-1].lang))
            spans.append(Span(said, style, lang))
        bookmark = Bookmark(self.wording(words, self.first)[0], level)
        setting = self.compositor.text(
            spans, self.look.part, self.first.lang, width, tag="H1", bookmark=bookmark
        )
        return stack([setting])


def press(paper: Paper, locales: Iterable[str], *, large_print: bool, compositor: Compositor) -> Press:
    """The press for one printing. Small paper, large type and three languages or more are stacked.

    A locale nobody knows is left out; without any, it prints in English.
    """
    tongues = tuple(_known(dict.fromkeys(locales))) or (tongue("en"),)
    look = LARGE if large_print else NORMAL
    return Press(
        compositor,
        sheet(paper).with_room_for(3.6 * look.unit + look.label.leading),
        look,
        tongues,
        stacked=large_print or paper is Paper.A5 or len(tongues) > 2,
    )


def _known(locales: Iterable[str]) -> Iterator[Tongue]:
    for locale in locales:
        try:
            yield tongue(locale)
        except (UnknownLocaleError, ValueError):
            continue
