"""The key file: whole or refused, and each of its wraps opened by its own secret alone."""

from __future__ import annotations

import json
import random
import secrets
from dataclasses import replace

import pytest

from planner.errors import StoreError
from planner.store.key_file import new_key_file, read_key_file, write_key_file
from planner.store.key_wrap import KeyCost, NotThisSecret, unwrap_key, wrap_key
from tests.unit.store.conftest import CHEAP


@pytest.fixture
def written(tmp_path):
    """A key file on the disk, and its data key."""
    key_file, data_key = new_key_file("secret", CHEAP)
    write_key_file(tmp_path, key_file)
    return tmp_path / "vault.json", data_key


def test_what_was_written_is_read_and_opens(written, tmp_path):
    _, data_key = written
    assert len(data_key) == 32
    assert read_key_file(tmp_path).data_key("secret") == data_key


def test_several_secrets_open_the_same_key(written, tmp_path):
    _, data_key = written
    key_file = read_key_file(tmp_path)
    key_file = key_file.with_wrap(data_key, "RECOVERY-1234", kind="recovery-code", cost=CHEAP, holder=None)
    key_file = key_file.with_wrap(data_key, "another", kind="passphrase", cost=CHEAP, holder="manager-2")
    write_key_file(tmp_path, key_file)
    again = read_key_file(tmp_path)
    assert [again.data_key(secret) for secret in ("secret", "RECOVERY-1234", "another")] == [data_key] * 3
    replaced = again.with_wrap(data_key, "new", kind="passphrase", cost=CHEAP, holder="manager-2")
    assert len(replaced.wraps) == 3
    with pytest.raises(StoreError):
        replaced.data_key("another")


def test_every_wrap_has_a_salt_and_nonce_of_its_own():
    key = secrets.token_bytes(32)
    one, other = (wrap_key(key, "same", kind="passphrase", cost=CHEAP, vault_id="v") for _ in range(2))
    assert (one.salt, one.nonce, one.locked_key) != (other.salt, other.nonce, other.locked_key)
    assert len({one.salt, other.salt, one.nonce, other.nonce}) == 4


def test_a_wrap_opens_only_as_what_it_was_made():
    wrap = wrap_key(secrets.token_bytes(32), "secret", kind="passphrase", cost=CHEAP, vault_id="v")
    assert unwrap_key(wrap, "secret", vault_id="v")
    for other, vault_id in [
        (wrap, "another vault"),
        (replace(wrap, kind="recovery-code"), "v"),
        (replace(wrap, holder="manager-2"), "v"),
        (replace(wrap, cost=KeyCost(64, 2, 1)), "v"),
        (replace(wrap, salt=bytes(16)), "v"),
    ]:
        with pytest.raises(NotThisSecret):
            unwrap_key(other, "secret", vault_id=vault_id)


def test_any_flipped_bit_is_told_as_damage_not_as_a_wrong_passphrase(written, tmp_path):
    path, data_key = written
    whole = path.read_bytes()
    pick = random.Random(2026)
    told = 0
    for _ in range(300):
        damaged = bytearray(whole)
        damaged[pick.randrange(len(damaged))] ^= 1 << pick.randrange(8)
        path.write_bytes(damaged)
        try:
            found = read_key_file(tmp_path).data_key("secret")
        except StoreError as error:
            said = str(error)
            told += 1
        else:
            said = "damaged" if found == data_key else "wrong"  # a space may become another space
        assert "damaged" in said or "newer version" in said, bytes(damaged)
    assert told > 200


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"{}",
        b'{"format": "treatment-journey-vault", "version": 1}',
        b"\xff\xfe",
        b"[" * 200_000,
        b" " * 300_000,
    ],
)
def test_any_other_content_is_told_as_damage(written, tmp_path, content):
    written[0].write_bytes(content)
    with pytest.raises(StoreError, match="is damaged"):
        read_key_file(tmp_path)


def test_a_file_that_asks_for_all_the_memory_there_is_is_refused(written, tmp_path, monkeypatch):
    path, _ = written
    body = json.loads(path.read_text())
    del body["check"]
    body["wraps"][0]["kdf"]["memory_kib"] = 2**31
    monkeypatch.setattr("planner.store.key_file._check", lambda _body: "forged")
    path.write_text(json.dumps({**body, "check": "forged"}))
    with pytest.raises(StoreError, match="is damaged"):
        read_key_file(tmp_path)


def test_a_key_file_is_replaced_as_a_whole(written, tmp_path, monkeypatch):
    path, data_key = written

    def crash(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("planner.store.operating_system.os.replace", crash)
    with pytest.raises(OSError, match="No space"):
        write_key_file(tmp_path, new_key_file("other", CHEAP)[0])
    assert read_key_file(tmp_path).data_key("secret") == data_key
    assert path.exists()
