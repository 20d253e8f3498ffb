"""The form of every kind of thing: a table of tables, by what the case manager is at work on."""

from __future__ import annotations

from typing import Any

from ui.editing.form_spec import FormSpec
from ui.editing.specs_care import CARE
from ui.editing.specs_papers import PAPERS
from ui.editing.specs_people import PEOPLE
from ui.editing.specs_travel import TRAVEL

_SPECS: dict[Any, FormSpec] = {**PEOPLE, **PAPERS, **TRAVEL, **CARE}
_PLAIN = FormSpec(())


def spec_of(cls: Any) -> FormSpec:
    """How the form of ``cls`` is laid out; in the order of the record where nobody has said."""
    return _SPECS.get(cls, _PLAIN)
