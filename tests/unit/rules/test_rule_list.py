"""The list of rules for people says what the rules say of themselves."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

from tests.unit.rules.harness import rules


@pytest.fixture(scope="module")
def listed(project: Path) -> dict[str, str]:
    text = (project / "docs" / "rules.md").read_text("utf-8")
    return dict(re.findall(r"^- `([a-z.-]+)`: (.+)$", text, re.MULTILINE))


def test_every_rule_is_listed_and_nothing_else(listed: dict[str, str]) -> None:
    assert set(listed) == set(rules())


@pytest.mark.parametrize("code", sorted(rules()))
def test_the_list_says_what_the_rule_says_of_itself(code: str, listed: dict[str, str]) -> None:
    said = importlib.import_module(rules()[code].__module__).__doc__ or ""
    assert said.strip().splitlines()[0] == f"``{code}``: {listed[code]}"
