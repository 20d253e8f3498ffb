"""The door to drafts: what stands in a form and is not in the record yet. Durable when ``keep`` returns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from planner.record.codec import decode_field, encode_field
from planner.record.json_text import Json
from planner.record.shape import shape_of
from planner.store.draft_store import Draft

if TYPE_CHECKING:
    from planner.session.session import Session
    from planner.store.vault import Vault


class Drafts:
    """Drafts of the open record. They are no edits: nothing here can be undone, and nobody is told."""

    def __init__(self, session: Session, vault: Vault) -> None:
        self._session = session
        self._vault = vault
        self._known: dict[str, Draft] | None = None

    def of(self, journey: str) -> tuple[Draft, ...]:
        """The drafts of a journey, oldest first; of the directory for ``""``."""
        return tuple(one for one in self._all().values() if one.journey == journey)

    def all(self) -> tuple[Draft, ...]:
        """Every draft, oldest first."""
        return tuple(self._all().values())

    def get(self, key: str) -> Draft | None:
        """The draft of the thing with that id, if there is one."""
        return self._all().get(key)

    def keep(self, draft: Draft) -> None:
        """Keep ``draft`` in place of an earlier one with its key; its time is now. Raises: StoreError."""
        now = replace(draft, kept_at=self._session.now())
        before = self._all().get(draft.key)
        if before is not None and replace(before, kept_at=now.kept_at) == now:
            return
        self._vault.drafts.put(now)
        self._all()[draft.key] = now

    def drop(self, key: str) -> None:
        """Forget the draft with that key, if there is one. Raises: StoreError."""
        if key in self._all():
            self._vault.drafts.drop(key)
            del self._all()[key]

    def _all(self) -> dict[str, Draft]:
        if self._known is None:
            self._known = {one.key: one for one in self._vault.drafts.all()}
        return self._known


def values_to_json(cls: Any, values: Mapping[str, Any]) -> dict[str, Json]:
    """Values of fields of the dataclass ``cls`` as a draft keeps them."""
    return {
        shape.name: encode_field(shape, values[shape.name]) for shape in shape_of(cls) if shape.name in values
    }


def values_from_json(cls: Any, json: Mapping[str, Json]) -> dict[str, Any]:
    """The values a draft keeps; without those that this version cannot read."""
    found = {}
    for shape in shape_of(cls):
        if shape.name in json:
            read = decode_field(shape, json[shape.name])
            if not read.problems:
                found[shape.name] = read.value
    return found
