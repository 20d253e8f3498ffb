"""Wrong passphrases make the next one wait, across restarts, and whatever the clock is set to."""

from __future__ import annotations

import datetime as dt

import pytest

from planner.errors import StoreError, TooSoon
from planner.store.attempts import FREE_GUESSES, LONGEST_WAIT_SECONDS, read_attempts, wait_after
from planner.store.file_names import ATTEMPTS_NAME
from planner.store.vault import Vault
from tests.unit.store.conftest import CHEAP, NOW, PASSPHRASE

SECOND = dt.timedelta(seconds=1)


@pytest.fixture
def closed(folder):
    Vault.create(folder, PASSPHRASE, cost=CHEAP).close()
    return folder


def guess(folder, at, passphrase="wrong"):
    with pytest.raises(StoreError) as told:
        Vault.open(folder, passphrase, now=at)
    return told.value


def fail_until_it_waits(folder, at=NOW):
    for _ in range(FREE_GUESSES):
        assert not isinstance(guess(folder, at), TooSoon)


def test_the_wait_grows_to_five_minutes_and_no_further():
    waits = [wait_after(failed) for failed in range(40)]
    assert waits[:FREE_GUESSES] == [0] * FREE_GUESSES
    assert waits[FREE_GUESSES : FREE_GUESSES + 4] == [2, 4, 8, 16]
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT_SECONDS == 300
    assert wait_after(10**6) == 300


def test_a_few_slips_cost_nothing(closed):
    for _ in range(FREE_GUESSES - 1):
        guess(closed, NOW)
    Vault.open(closed, PASSPHRASE, now=NOW).close()
    assert not (closed / ATTEMPTS_NAME).exists()


def test_then_even_the_right_passphrase_waits_and_is_not_tried(closed):
    fail_until_it_waits(closed)
    told = guess(closed, NOW + SECOND, PASSPHRASE)
    assert isinstance(told, TooSoon)
    assert told.seconds == 1
    assert str(told.message) == "After several wrong passphrases, wait 1 second before the next."
    assert read_attempts(closed).failed == FREE_GUESSES, "asking too soon is no guess"
    Vault.open(closed, PASSPHRASE, now=NOW + 2 * SECOND).close()
    assert read_attempts(closed).failed == 0


def test_each_wrong_one_waits_longer(closed):
    at = NOW
    for failed in range(1, 9):
        assert not isinstance(guess(closed, at), TooSoon)
        assert read_attempts(closed).failed == failed
        if wait := wait_after(failed):
            assert guess(closed, at + (wait - 1) * SECOND).seconds == 1
        at += wait * SECOND


def test_a_clock_set_back_neither_helps_nor_locks_out(closed):
    fail_until_it_waits(closed)
    a_year_ago = NOW - dt.timedelta(days=365)
    assert guess(closed, a_year_ago, PASSPHRASE).seconds == 2
    assert guess(closed, a_year_ago + SECOND, PASSPHRASE).seconds == 1
    Vault.open(closed, PASSPHRASE, now=a_year_ago + 2 * SECOND).close()


def test_who_opens_is_told_how_many_guesses_failed(closed):
    guess(closed, NOW)
    guess(closed, NOW)
    with Vault.open(closed, PASSPHRASE, now=NOW) as vault:
        assert vault.failed_before == 2
    with Vault.open(closed, PASSPHRASE, now=NOW) as vault:
        assert vault.failed_before == 0


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"failed": -1, "at": "x"}', b'{"failed": "a"}', b"\xff"]
)
def test_a_file_that_is_no_use_locks_nobody_out(closed, content):
    (closed / ATTEMPTS_NAME).write_bytes(content)
    Vault.open(closed, PASSPHRASE, now=NOW).close()


def test_a_guess_counts_even_when_the_program_is_killed_meanwhile(closed, monkeypatch):
    class Killed(BaseException):
        pass

    def die(*_args, **_options):
        raise Killed

    monkeypatch.setattr("planner.store.key_file.unwrap_key", die)
    with pytest.raises(Killed):
        Vault.open(closed, "wrong", now=NOW)
    assert read_attempts(closed).failed == 1
