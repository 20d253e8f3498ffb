"""One thing of the record or the directory, found by its name and kept as its id."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from planner.message import N_, Message
from planner.record.ids import ContactId, PlaceId
from planner.session import HitKind
from ui.fields.field import FieldContext
from ui.fields.option import Option
from ui.fields.pick_field import MOST_LISTED, PickField
from ui.fields.ranking import best
from ui.fields.referred import (
    Referred,
    called,
    can_be_made,
    candidates,
    class_of,
    described,
    detail_of,
    referred,
)
from ui.fields.typed_words import quoted

_SEARCHED = {PlaceId: HitKind.PLACE, ContactId: HitKind.CONTACT}
#: Of so many, names are looked up in the index of the record alone; reading them all would take too long.
_TOO_MANY = 400


class ReferenceField(PickField):
    """The id of a thing. ``id_kind`` is the type of the id; ``None`` for any thing of the journey.

    Places and contacts are found in Latin, hanzi and pinyin. The last row makes a new one of what was typed,
    where that can be done.
    """

    least_width = 340

    def __init__(
        self,
        context: FieldContext,
        name: Message,
        id_kind: Any,
        *,
        required: bool = False,
        bare: bool = False,
    ) -> None:
        self._id_kind = id_kind
        super().__init__(context, name, required=required, bare=bare)

    def write(self, value: Any) -> str:
        return "" if value is None else called(self._id_kind, value, self.context)

    def options(self, words: str) -> Sequence[Option]:
        context = self.context
        found, are_called_so = _found(self._id_kind, words, context)
        options = [Option(one.thing.id, one.label, detail_of(one.thing, one.label, context)) for one in found]
        if can_be_made(self._id_kind, context):
            label = N_("Make new “{words}”", words=quoted(words)) if words else N_("Make a new one…")
            new = Option(None, self.desk.language.text(label), makes=True)
            # Enter takes the first row: an airport must not become the hospital whose street has its name.
            options.insert(len(options) if are_called_so else 0, new)
        return options

    def spoken(self) -> Iterable[str]:
        if self._id_kind in _SEARCHED and len(candidates(self._id_kind, self.context)) > _TOO_MANY:
            return
        for one in referred(self._id_kind, self.context):
            yield from one.spoken

    def no_such(self, words: str) -> Message:
        return N_("Nothing here is called “{words}”; pick one from the list.", words=quoted(words))

    def take_new(self, words: str) -> None:
        assert self.context.make is not None
        self.restore()
        self.context.make(class_of(self._id_kind), words, self.put_value)


def _spoken(one: Referred) -> tuple[str, ...]:
    return one.spoken


def _found(id_kind: Any, words: str, context: FieldContext) -> tuple[list[Referred], bool]:
    """Those that fit ``words``, and whether by what they are called; else by their address and the like."""
    known = candidates(id_kind, context)
    if not words:
        return [described(one, context) for one in list(known.values())[:MOST_LISTED]], True
    found = []
    is_all_read = len(known) <= _TOO_MANY or id_kind not in _SEARCHED
    if is_all_read:
        found = best(words, ((one, one.names) for one in referred(id_kind, context)), MOST_LISTED, _spoken)
    if id_kind not in _SEARCHED:
        return found, True
    # Of many, the index finds names in hanzi by their pinyin.
    seen = {one.thing.id for one in found}
    hits = (hit.id for hit in context.session.search(words) if hit.kind is _SEARCHED[id_kind])
    more = (known[id] for id in hits if id not in seen and id in known)
    fit = [*found, *(described(one, context) for one in more)][:MOST_LISTED]
    return fit, bool(found) or not is_all_read
