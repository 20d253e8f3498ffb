"""The policy of entry that a ground of entry rests on, chosen by its title."""

from __future__ import annotations

from planner.message import Message
from planner.record.constraint import Code
from planner.session.naming import folded_names
from ui.fields.code_field import CodeField
from ui.fields.coded_names import NamedCode


class EntryPolicyField(CodeField):
    """The id of one of the entry policies that are known, by its title; ``""`` for the one of the ground."""

    rule = Code("entry policy", r"[a-z0-9]+(-[a-z0-9]+)+", Message(""), blank=False)

    def known(self) -> tuple[NamedCode, ...]:
        locale = self.desk.language.locale
        return tuple(
            NamedCode(one.id, one.title.best(locale), (*folded_names([one.title]), one.id))
            for one in self.context.session.reference.entry_policies
        )

    def name_of(self, code: str) -> str:
        return next((one.label for one in self.known() if one.code == code), code)
