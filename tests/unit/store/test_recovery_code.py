"""The recovery code: long enough, read however it was typed, and it names the group that is wrong."""

from __future__ import annotations

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.errors import InputError
from planner.store.recovery_code import (
    ALPHABET,
    GROUP_LENGTH,
    GROUPS,
    groups_of,
    new_recovery_code,
    read_recovery_code,
)

CODE = new_recovery_code()


def test_nobody_takes_one_of_its_letters_for_another():
    assert len(set(ALPHABET)) == 23
    for alike in ("0OQ", "1IL", "2Z", "5S", "8B", "UV", "G6"):
        assert len(set(alike) & set(ALPHABET)) <= 1, alike


def test_it_cannot_be_guessed_and_none_is_made_twice():
    assert GROUPS * (GROUP_LENGTH - 1) * math.log2(len(ALPHABET)) >= 128
    assert len({new_recovery_code() for _ in range(100)}) == 100


@pytest.mark.parametrize(
    "typed",
    [
        CODE,
        CODE.lower(),
        CODE.replace("-", ""),
        CODE.replace("-", " — "),
        f"  {CODE} \n",
        "".join(chr(ord(letter) + 0xFEE0) if letter.isalnum() else letter for letter in CODE),
        "\n".join(groups_of(CODE)),
    ],
    ids=["as printed", "small", "in one", "dashes", "spaces", "full width", "lines"],
)
def test_it_is_read_however_it_was_typed(typed):
    assert read_recovery_code(typed) == CODE


@given(st.integers(0, GROUPS * GROUP_LENGTH - 1), st.sampled_from(ALPHABET))
def test_one_wrong_letter_names_its_group(position, letter):
    letters = CODE.replace("-", "")
    if letters[position] == letter:
        return
    wrong = letters[:position] + letter + letters[position + 1 :]
    with pytest.raises(InputError, match=f"Group {position // GROUP_LENGTH + 1} of the recovery code"):
        read_recovery_code(wrong)


@given(st.integers(0, GROUPS - 1), st.data())
def test_two_letters_exchanged_name_their_group(group, data):
    one, other = data.draw(st.lists(st.integers(0, GROUP_LENGTH - 1), min_size=2, max_size=2, unique=True))
    letters = list(CODE.replace("-", ""))
    start = group * GROUP_LENGTH
    if letters[start + one] == letters[start + other]:
        return
    letters[start + one], letters[start + other] = letters[start + other], letters[start + one]
    with pytest.raises(InputError, match=f"Group {group + 1} of the recovery code"):
        read_recovery_code("".join(letters))


def test_two_groups_exchanged_are_noticed():
    pick = random.Random(1)
    for _ in range(200):
        groups = list(groups_of(new_recovery_code()))
        one, other = pick.sample(range(GROUPS), 2)
        if groups[one] == groups[other]:
            continue
        groups[one], groups[other] = groups[other], groups[one]
        with pytest.raises(InputError, match="Group"):
            read_recovery_code("-".join(groups))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "These are 0 characters; a recovery code has 36."),
        (CODE[:-1], "These are 35 characters"),
        (CODE + "A", "These are 37 characters"),
        (CODE[:9] + "O" + CODE[10:], "Group 2 holds “O”, which is in no recovery code"),
        ("correct horse battery staple", "Group 1 holds “O”"),
        ("质子", "Group 1 holds “质”"),
    ],
    ids=["nothing", "short", "long", "a letter it never has", "words", "hanzi"],
)
def test_what_is_no_code_is_told_why(typed, said):
    with pytest.raises(InputError) as told:
        read_recovery_code(typed)
    assert str(told.value.message).startswith(said)
