"""What stands in a form and is no value yet, for a draft and back again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ui.editing.form import Form
from ui.editing.kept_words import lines_of, type_again
from ui.editing.value_field import ValueField
from ui.editing.value_list import ValueList
from ui.fields.line_field import LineField
from ui.fields.parts_field import PartsField


def words_in(form: Form, *, in_hand: bool = False) -> dict[str, tuple[str, ...]]:
    """The words of every field that they are no value of; with ``in_hand`` those being typed as well."""
    typed = {}
    for name, row in form.made.items():
        field = row.field
        if field.problem is not None or (in_hand and name in form.in_hand):
            typed[name] = (field.kept(),) if isinstance(field, ValueField | ValueList) else lines_of(field)
    return typed


def put_back(form: Form, typed: Mapping[str, Sequence[str]]) -> None:
    """Show words again that ``words_in`` found, and why they are no value."""
    for name, held in typed.items():
        row = form.row(name)
        if row is None:
            continue
        if isinstance(row.field, ValueField | ValueList):
            row.field.show_kept(held[0] if held else "")
            form.take_in_hand(name)
        else:
            type_again(row.field, tuple(held))
            if isinstance(row.field, LineField | PartsField):
                row.field.box.mark_wrong(row.field.problem is not None)  # as when it was left
        row.say(row.field.problem)
