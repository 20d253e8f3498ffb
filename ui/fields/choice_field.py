"""One of a closed set of choices, such as the kind of a document or the state of a booking."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from planner.message import Message
from planner.session.naming import fold
from ui import labels
from ui.choice_labels import ALSO_CALLED
from ui.fields.field import FieldContext
from ui.fields.option import Option
from ui.fields.pick_field import PickField
from ui.fields.ranking import best


class ChoiceField(PickField):
    """A choice of the ``StrEnum`` ``kind``, by what it is called on the screen or in English."""

    least_width = 0

    def __init__(
        self,
        context: FieldContext,
        name: Message,
        kind: type[StrEnum],
        *,
        required: bool = False,
        bare: bool = False,
    ) -> None:
        self._kind = kind
        super().__init__(context, name, required=required, bare=bare)

    def write(self, value: Any) -> str:
        return "" if value is None else self.desk.language.text(labels.name(value))

    def options(self, words: str) -> Sequence[Option]:
        options = [Option(choice, self.write(choice)) for choice in self._kind]
        if not words:
            return options
        named = ((one, tuple(fold(name) for name in self._names(one))) for one in options)
        return best(words, named, len(options), self._names)

    def _names(self, option: Option) -> tuple[str, ...]:
        """What it is found by, on the screen and in English."""
        also = ALSO_CALLED.get(self._kind, {}).get(option.value)
        more = (self.desk.language.text(also), also.msgid) if also is not None else ()
        return option.label, str(labels.name(option.value)), *more
