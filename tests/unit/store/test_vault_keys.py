"""Who opens a record and with what: people with their own passphrase, a recovery code, a keychain."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from planner.errors import InputError, StoreError
from planner.store.file_names import KEY_FILE_NAME
from planner.store.key_file import read_key_file
from planner.store.key_wrap import KeyCost
from planner.store.recovery_code import new_recovery_code
from planner.store.vault import Vault
from planner.store.vault_keys import MOST_HOLDERS, KeyHolder
from tests.unit.store.conftest import CHEAP, NOW, PASSPHRASE

TODAY = dt.date(2026, 11, 23)
THEIRS = "another passphrase 月亮"


def opens(folder, passphrase):
    """Whose passphrase it is, if it opens the record at all."""
    vault = Vault.open(folder, passphrase, now=NOW)
    with vault:
        return vault.keys.who


def refused(folder, passphrase):
    with pytest.raises(StoreError, match="passphrase does not open"):
        Vault.open(folder, passphrase, now=NOW + dt.timedelta(days=1))


def test_somebody_else_opens_with_a_passphrase_of_their_own(vault, folder):
    vault.keys.name_myself("Casey Specimen")
    vault.keys.add_holder("cm-2", "陈样本", THEIRS, on=TODAY, cost=CHEAP)
    assert vault.keys.holders() == (
        KeyHolder(None, "Casey Specimen", None),
        KeyHolder("cm-2", "陈样本", TODAY),
    )
    vault.close()
    assert opens(folder, THEIRS) == KeyHolder("cm-2", "陈样本", TODAY)
    assert opens(folder, PASSPHRASE).name == "Casey Specimen"


def test_the_key_file_names_nobody(vault, folder):
    vault.keys.name_myself("Casey Specimen")
    vault.keys.add_holder("cm-2", "陈样本", THEIRS, on=TODAY, cost=CHEAP)
    text = (folder / KEY_FILE_NAME).read_text()
    assert "Casey" not in text
    assert "陈" not in text
    assert "陈".encode("unicode_escape").decode() not in text


def test_who_is_removed_opens_nothing_any_more_nor_with_a_keychain(vault, folder):
    vault.keys.add_holder("cm-2", "Kim", THEIRS, on=TODAY, cost=CHEAP)
    vault.close()
    with Vault.open(folder, THEIRS, now=NOW) as theirs:
        theirs.keys.remember("a secret of the keychain", on=TODAY)
    Vault.open_remembered(folder, "a secret of the keychain", now=NOW).close()
    with Vault.open(folder, PASSPHRASE, now=NOW) as mine:
        mine.keys.remove_holder("cm-2")
        assert [holder.id for holder in mine.keys.holders()] == [None]
    refused(folder, THEIRS)
    with pytest.raises(StoreError):
        Vault.open_remembered(folder, "a secret of the keychain", now=NOW)


def test_nobody_locks_themselves_out_or_takes_what_somebody_has(vault):
    with pytest.raises(InputError, match="your own"):
        vault.keys.remove_holder(None)
    with pytest.raises(InputError, match="Somebody else uses this passphrase"):
        vault.keys.add_holder("cm-2", "Kim", PASSPHRASE, on=TODAY, cost=CHEAP)
    vault.keys.add_holder("cm-2", "Kim", THEIRS, on=TODAY, cost=CHEAP)
    with pytest.raises(InputError, match="Kim has a passphrase already"):
        vault.keys.add_holder("cm-3", "Kim", "yet another one", on=TODAY, cost=CHEAP)


def test_there_is_an_end_to_the_people_with_a_passphrase(vault):
    for number in range(2, MOST_HOLDERS + 1):
        vault.keys.add_holder(f"cm-{number}", f"Kim {number}", f"passphrase {number}", on=TODAY, cost=CHEAP)
    with pytest.raises(InputError, match="the most there can be"):
        vault.keys.add_holder("cm-0", "Kim", THEIRS, on=TODAY, cost=CHEAP)


def test_a_passphrase_is_changed_by_who_knows_it_and_for_them_alone(vault, folder):
    vault.keys.add_holder("cm-2", "Kim", THEIRS, on=TODAY, cost=CHEAP)
    with pytest.raises(StoreError, match="does not open"):
        vault.keys.change_passphrase("new", before="wrong", cost=CHEAP)
    with pytest.raises(InputError, match="somebody else"):
        vault.keys.change_passphrase("new", before=THEIRS, cost=CHEAP)
    database = (folder / "record.db").read_bytes()
    vault.keys.change_passphrase("new", before=PASSPHRASE, on=TODAY, cost=CHEAP)
    assert (folder / "record.db").read_bytes() == database, "nothing is encrypted again"
    vault.close()
    assert opens(folder, "new") == KeyHolder(None, "", TODAY)
    assert opens(folder, THEIRS).name == "Kim"
    refused(folder, PASSPHRASE)


# -- the recovery code -------------------------------------------------------------------------------------


def test_a_recovery_code_opens_once_and_sets_a_new_passphrase(vault, folder):
    code = new_recovery_code()
    vault.keys.name_myself("Casey")
    vault.backups.job(now=NOW, reason="by-hand").run()
    vault.keys.keep_recovery_code(code, on=TODAY, cost=CHEAP)
    assert vault.keys.recovery_code_made_on == TODAY
    vault.close()
    with Vault.recover(folder, code.lower().replace("-", " "), "a new one", now=NOW, cost=CHEAP) as again:
        assert not again.keys.has_recovery_code
    refused(folder, PASSPHRASE)
    assert opens(folder, "a new one")
    for _ in range(2):
        with pytest.raises(StoreError, match="No recovery code opens this record"):
            Vault.recover(folder, code, "another", now=NOW, cost=CHEAP)
    assert not read_key_file(folder / "backups").of_kind("recovery-code")


def test_a_recovery_code_is_no_passphrase(vault, folder):
    code = new_recovery_code()
    vault.keys.keep_recovery_code(code, on=TODAY, cost=CHEAP)
    vault.close()
    refused(folder, code)


def test_the_code_of_another_record_is_said_to_be_one(vault, folder):
    vault.keys.keep_recovery_code(new_recovery_code(), on=TODAY, cost=CHEAP)
    vault.close()
    with pytest.raises(StoreError, match="not the one of this record"):
        Vault.recover(folder, new_recovery_code(), "a new one", now=NOW, cost=CHEAP)


def test_a_mistyped_code_is_no_guess(vault, folder):
    vault.close()
    with pytest.raises(InputError, match="Group 1"):
        Vault.recover(folder, "OOO", "a new one", now=NOW, cost=CHEAP)
    with Vault.open(folder, PASSPHRASE, now=NOW) as again:
        assert again.failed_before == 0


def test_a_new_code_replaces_the_earlier_one(vault, folder):
    first, second = new_recovery_code(), new_recovery_code()
    for code in (first, second):
        vault.keys.keep_recovery_code(code, on=TODAY, cost=CHEAP)
    vault.close()
    with pytest.raises(StoreError, match="not the one"):
        Vault.recover(folder, first, "a new one", now=NOW, cost=CHEAP)
    Vault.recover(folder, second, "a new one", now=NOW, cost=CHEAP).close()


# -- the cost of a guess -----------------------------------------------------------------------------------


def test_a_wrap_that_costs_less_than_today_is_made_anew_when_it_is_opened(vault, folder):
    vault.keys.name_myself("Casey")
    vault.close()
    dearer = KeyCost(memory_kib=128, passes=2, lanes=1)
    with Vault.open(folder, PASSPHRASE, now=NOW, cost=dearer) as again:
        assert again.keys.who.name == "Casey"
    (wrap,) = read_key_file(folder).wraps
    assert wrap.cost == dearer
    content = (folder / KEY_FILE_NAME).read_bytes()
    Vault.open(folder, PASSPHRASE, now=NOW, cost=dearer).close()
    Vault.open(folder, PASSPHRASE, now=NOW, cost=CHEAP).close()
    assert (folder / KEY_FILE_NAME).read_bytes() == content, "neither made anew again nor weakened"


def test_the_key_file_states_the_parameters_of_argon2id(vault, folder):
    (wrap,) = json.loads((folder / KEY_FILE_NAME).read_text())["wraps"]
    assert wrap["kdf"]["name"] == "argon2id"
    assert (wrap["kdf"]["memory_kib"], wrap["kdf"]["passes"], wrap["kdf"]["lanes"]) == (64, 1, 1)
    assert (KeyCost().memory_kib, KeyCost().passes, KeyCost().lanes) == (131072, 3, 4)
