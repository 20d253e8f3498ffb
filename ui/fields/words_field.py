"""Words by language, without a source: what a mapping of the record holds."""

from __future__ import annotations

from typing import Any

from planner.record.text import Text
from ui.fields.bilingual_field import BilingualField


class WordsField(BilingualField):
    """A mapping from locale to words."""

    @property
    def value(self) -> Any:
        return self.text.wording

    def show_value(self, value: Any) -> None:
        super().show_value(Text(value) if not isinstance(value, Text) else value)
