"""Sets type and remembers it: a text that was set once is not measured again.

The memory holds words of the record. It belongs to whoever keeps the record open and goes with it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from zlib import compress

from planner.export.pdf.embedding import FontParts
from planner.export.pdf.flow import Band
from planner.export.pdf.nodes import Align, Bookmark, Text
from planner.export.pdf.paragraph import Setting, set_paragraph
from planner.export.pdf.qr import modules
from planner.export.pdf.shaping import Shaped, Span, shape
from planner.export.pdf.style import TextStyle
from planner.export.pdf.tags import Role
from planner.export.pdf.words import Words

_FULL = 20_000


@dataclass(slots=True, eq=False)
class Compositor:
    """Paragraphs, QR codes and font parts, kept from one rendering to the next."""

    font_parts: FontParts = field(default_factory=FontParts)
    _words: Words = field(default_factory=Words)
    _shaped: dict[tuple[Span, ...], Shaped] = field(default_factory=dict)
    _set: dict[tuple[tuple[Span, ...], float], Setting] = field(default_factory=dict)
    _codes: dict[str, tuple[int, str]] = field(default_factory=dict)
    _bands: dict[object, tuple[object, tuple[Band, ...]]] = field(default_factory=dict)
    _roles: dict[str, Role] = field(default_factory=dict)
    _streams: dict[bytes, bytes] = field(default_factory=dict)
    _used: set[object] = field(default_factory=set)

    def text(
        self,
        words: str | Sequence[Span],
        style: TextStyle,
        lang: str,
        width: float,
        *,
        tag: str = "P",
        align: Align = "left",
        bookmark: Bookmark | None = None,
    ) -> Text:
        """A paragraph of ``words`` in ``style`` and ``lang`` (BCP 47), or of spans that state their own."""
        spans = (Span(words, style, lang),) if isinstance(words, str) else tuple(words)
        return Text(self.setting(spans, width), spans, width, align, tag, bookmark)

    def setting(self, spans: tuple[Span, ...], width: float) -> Setting:
        """The spans set to ``width`` points."""
        key = (spans, width)
        setting = self._set.get(key)
        if setting is None:
            shaped = self._shaped.get(spans)
            if shaped is None:
                self._make_room()
                shaped = self._shaped[spans] = shape(spans, words=self._words)
            setting = self._set[key] = set_paragraph(spans, shaped, width)
        return setting

    def width(self, words: str, style: TextStyle, lang: str) -> float:
        """How wide the words are on one line."""
        return self.setting((Span(words, style, lang),), 10_000.0).width

    def code(self, content: str) -> tuple[int, str]:
        """A QR code: how many modules a side has, and the path of the dark ones."""
        known = self._codes.get(content)
        if known is None:
            known = self._codes[content] = modules(content)
        return known

    # -- what did not change since the last rendering --------------------------------------------------

    def kept(self, key: Hashable, made_from: object, make: Callable[[], Iterable[Band]]) -> tuple[Band, ...]:
        """The bands of ``key``, made again only if what they are made from is no longer equal."""
        self._used.add(key)
        known = self._bands.get(key)
        if known is None or known[0] != made_from:
            known = self._bands[key] = (made_from, tuple(make()))
        return known[1]

    def role(self, tag: str, title: str) -> Role:
        """The group of that name, the same in every rendering, so that kept bands stay inside it."""
        return self._roles.setdefault(f"{tag} {title}", Role(tag, title=title))

    def deflated(self, content: bytes) -> bytes:
        """A page's content, compressed."""
        self._used.add(content)
        known = self._streams.get(content)
        if known is None:
            known = self._streams[content] = compress(content)
        return known

    def forget_unused(self) -> None:
        """Drop bands and pages that the last rendering did not need."""
        self._bands = {key: bands for key, bands in self._bands.items() if key in self._used}
        self._streams = {key: data for key, data in self._streams.items() if key in self._used}
        self._used.clear()

    def _make_room(self) -> None:
        if len(self._shaped) >= _FULL:
            self._shaped.clear()
            self._set.clear()
            self._words = Words()
