"""Sets type and remembers it: a text that was set once is not measured again.

The memory holds words of the record. It belongs to whoever keeps the record open and goes with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from planner.export.pdf.nodes import Align, Bookmark, Text
from planner.export.pdf.paragraph import Setting, set_paragraph
from planner.export.pdf.qr import modules
from planner.export.pdf.shaping import Shaped, Span, shape
from planner.export.pdf.style import TextStyle
from planner.export.pdf.writer import FontParts

_FULL = 20_000


@dataclass(slots=True, eq=False)
class Compositor:
    """Paragraphs, QR codes and font parts, kept from one rendering to the next."""

    font_parts: FontParts = field(default_factory=FontParts)
    _shaped: dict[tuple[Span, ...], Shaped] = field(default_factory=dict)
    _set: dict[tuple[tuple[Span, ...], float], Setting] = field(default_factory=dict)
    _codes: dict[str, tuple[int, str]] = field(default_factory=dict)

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
                shaped = self._shaped[spans] = shape(spans)
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

    def _make_room(self) -> None:
        if len(self._shaped) >= _FULL:
            self._shaped.clear()
            self._set.clear()
