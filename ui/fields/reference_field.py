"""One thing of the record or the directory, found by its name and kept as its id."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from planner.message import N_, Message
from planner.record.ids import ContactId, PlaceId
from planner.session import HitKind
from ui.fields.field import FieldContext
from ui.fields.option import Option
from ui.fields.pick_field import MOST_LISTED, PickField
from ui.fields.ranking import best
from ui.fields.referred import by_id, can_be_made, candidates, class_of, described, referred

_SEARCHED = {PlaceId: HitKind.PLACE, ContactId: HitKind.CONTACT}


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
        if value is None:
            return ""
        one = by_id(self._id_kind, value, self.context)
        if one is None:
            return self.desk.language.text(N_("an entry that is not here any more"))
        return described(one, self.context).label

    def options(self, words: str) -> Sequence[Option]:
        return found_things(self._id_kind, words, self.context)

    def no_such(self, words: str) -> Message:
        return N_("Nothing here is called “{words}”; pick one from the list.", words=words)

    def take_new(self, words: str) -> None:
        assert self.context.make is not None
        self.restore()
        self.context.make(class_of(self._id_kind), words, self.put_value)


def found_things(id_kind: Any, words: str, context: FieldContext) -> list[Option]:
    """What ``words`` find among the things of an id's type, and the row that makes a new one."""
    known = candidates(id_kind, context)
    if not words:
        found = referred(known[:MOST_LISTED], context)
    else:
        named = ((one, one.names) for one in referred(known, context))
        found = best(words, named, MOST_LISTED)
        found += _by_index(id_kind, words, {one.id for one in found}, context)
    options = [Option(one.id, one.label, one.detail) for one in found]
    if can_be_made(id_kind, context):
        label = N_("Make new “{words}”", words=words) if words else N_("Make a new one…")
        options.append(Option(None, context.desk.language.text(label), makes=True))
    return options


def _by_index(id_kind: Any, words: str, known: set[str], context: FieldContext) -> list[Any]:
    """What the index of the record finds besides, such as names in hanzi by their pinyin."""
    wanted = _SEARCHED.get(id_kind)
    if wanted is None:
        return []
    hits = (hit.id for hit in context.session.search(words) if hit.kind is wanted)
    fresh = (by_id(id_kind, id, context) for id in hits if id not in known)
    return referred([one for one in fresh if one is not None], context)
