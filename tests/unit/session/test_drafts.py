"""What stands in a form outlives the program, and is no part of the record."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from hypothesis import given

from planner.record.journey import Journey
from planner.record.lookup import things
from planner.record.shape import shape_of
from planner.session import Draft, Session, values_from_json, values_to_json
from planner.store.key_wrap import KeyCost
from planner.store.vault import Vault
from tests.builders import journeys

NOW = dt.datetime(2027, 4, 14, 9, 30, tzinfo=dt.UTC)
QUICK = KeyCost(memory_kib=64, passes=1, lanes=1)


def draft(key: str, **fields: object) -> Draft:
    return Draft(key=key, kept_at=NOW, **fields)  # type: ignore[arg-type]


def test_a_draft_is_there_again_after_the_program_was_closed(tmp_path: Path) -> None:
    typed = draft(
        "new1",
        journey="j1",
        kind="Leg",
        values={"number": "SQ 285"},
        typed={"departs": ("7 March 20", "Pacific/Auckland")},
    )
    with Session(Vault.create(tmp_path / "r", "words of passing", cost=QUICK), lambda: NOW) as session:
        session.drafts.keep(draft("other", journey="j2"))
        session.drafts.keep(typed)
        assert session.undo_label is None
        assert session.log() == []
    with Session(Vault.open(tmp_path / "r", "words of passing", now=NOW), lambda: NOW) as session:
        assert session.drafts.of("j1") == (typed,)
        assert session.drafts.get("new1") == typed
        session.drafts.drop("new1")
        session.drafts.drop("never there")
        assert session.drafts.get("new1") is None
    with Session(Vault.open(tmp_path / "r", "words of passing", now=NOW), lambda: NOW) as session:
        assert session.drafts.of("j1") == ()
        assert len(session.drafts.of("j2")) == 1


@given(journeys())
def test_every_value_of_the_record_can_be_kept_in_a_draft(journey: Journey) -> None:
    for thing in things(journey):
        values = {shape.name: getattr(thing, shape.name) for shape in shape_of(type(thing))}
        assert values_from_json(type(thing), values_to_json(type(thing), values)) == values
