"""Limits that the agency sets: they hold for the rules at once and for whoever opens the record next."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields

import pytest

from planner.errors import InputError
from planner.reference.limits import Limits
from planner.session import Session
from planner.session.limit_names import LIMITS
from planner.store.key_wrap import KeyCost
from planner.store.vault import Vault

NOW = dt.datetime(2027, 4, 14, 9, 30, tzinfo=dt.UTC)
PASSPHRASE = "correct horse battery staple"


@pytest.fixture
def folder(tmp_path):
    Vault.create(tmp_path / "r", PASSPHRASE, cost=KeyCost(memory_kib=64, passes=1, lanes=1)).close()
    return tmp_path / "r"


def opened(folder):
    return Session.open(folder, PASSPHRASE, clock=lambda: NOW)


def test_every_limit_has_a_name_and_the_default_it_states():
    assert set(LIMITS) == {field.name for field in fields(Limits)}


def test_a_limit_holds_at_once_and_for_the_next_who_opens(folder):
    with opened(folder) as session:
        heard = []
        session.on_change(heard.append)
        session.limits.put("stay_slack_days", 12)
        assert session.reference.limits.stay_slack_days == 12
        assert len(heard) == 1
        assert "limit" in str(session.log()[0].note.label)
    with opened(folder) as session:
        assert session.reference.limits.stay_slack_days == 12
        limit = next(one for one in session.limits.all() if one.name == "stay_slack_days")
        assert (limit.value, limit.default, limit.is_default) == (12, 7, False)
        session.limits.put("stay_slack_days", None)
        assert session.reference.limits == Limits()
    with opened(folder) as session:
        assert session.reference.limits == Limits()


def test_the_rules_follow_a_limit():
    with Session.sample(clock=lambda: NOW) as session:

        def slack() -> bool:
            return any(one.code == "stay.low-slack" for one in session.findings("sample"))

        session.limits.put("stay_slack_days", 60)
        assert slack()
        session.limits.put("stay_slack_days", 0)
        assert not slack()


@pytest.mark.parametrize(
    ("name", "value"), [("stay_slack_days", -1), ("night_from_hour", 24), ("nothing", 3)]
)
def test_what_is_no_limit_is_refused_and_nothing_is_kept(name, value):
    with Session.sample(clock=lambda: NOW) as session:
        with pytest.raises(InputError):
            session.limits.put(name, value)
        assert session.reference.limits == Limits()


def test_a_limit_is_undone_to_what_it_was_and_done_again():
    with Session.sample(clock=lambda: NOW) as session:
        session.limits.put("stay_slack_days", 12)
        session.limits.put("stay_slack_days", 20)
        session.limits.put("stay_slack_days", 20)
        session.undo()
        assert session.reference.limits.stay_slack_days == 12
        session.undo()
        assert session.reference.limits == Limits()
        assert session.undo_label is None
        session.redo()
        assert session.reference.limits.stay_slack_days == 12
