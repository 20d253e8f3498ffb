"""The form of a value within another form, which gives the value back once it is whole."""

from __future__ import annotations

import json
from typing import Any

from planner.message import Message
from planner.session import values_from_json, values_to_json
from ui.editing.form import Form
from ui.editing.kept_words import lines_of, type_again
from ui.editing.make_control import make_control
from ui.fields.field import FieldContext


class ValueForm(Form):
    """A form of a class without an id."""

    def __init__(self, context: FieldContext, cls: Any) -> None:
        super().__init__(context, cls, make_control)
        self.warns_of_order = True
        self.weigh()

    @property
    def is_whole(self) -> bool:
        """Whether it gives a value."""
        return not self.missing

    @property
    def value(self) -> Any:
        """The value, of what is right; only when it ``is_whole``."""
        return self.cls(**self.values)

    def show_value(self, value: Any) -> None:
        """Show a value of the class."""
        self.show_values({name: getattr(value, name) for name in self.values})

    @property
    def problem(self) -> Message | None:
        """The first thing that keeps it from being whole."""
        return next(iter(self.missing.values()), None)

    def tell_missing(self, *, all_of_it: bool = True) -> None:
        """Say under each field why it keeps the value from being whole; else only what is wrong."""
        missing = self.missing
        for name, row in self.rows.items():
            row.say(missing.get(name) if all_of_it or row.field.problem is not None else None)

    def kept(self) -> str:
        """All that stands in it, as one line for a draft."""
        typed = {
            name: lines_of(row.field)
            for name, row in self.rows.items()
            if row.field.problem or name in self.in_hand
        }
        values = {name: held for name, held in self.values.items() if held is not None and name not in typed}
        return json.dumps({"values": values_to_json(self.cls, values), "typed": typed})

    def show_kept(self, line: str) -> None:
        """Show what ``kept`` wrote."""
        held = json.loads(line)
        self.show_values(values_from_json(self.cls, held["values"]))
        for name, words in held["typed"].items():
            row = self.row(name)
            if row is not None:
                type_again(row.field, tuple(words))
