"""The guide says what the program says: its words, its keys, its commands, its pictures."""

from __future__ import annotations

import ast
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po

from planner.cli import COMMANDS
from planner.session import Session
from tests.widgets.conftest import AtWork

ROOT = Path(__file__).resolve().parent.parent.parent
GUIDE = ROOT / "docs" / "guide"
PARTS = ("README", "first-journey", "pages", "keys", "safety", "command-line")
LANGUAGES = ("en", "zh_CN")
FILES = [GUIDE / language / f"{part}.md" for language in LANGUAGES for part in PARTS]
_MARKS = {"N_": 0, "NN_": 0, "NP_": 1}


@cache
def msgids() -> frozenset[str]:
    """Every sentence and label of the program, in English, as the sources mark them."""
    found = set()
    for file in (*(ROOT / "planner").rglob("*.py"), *(ROOT / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _MARKS:
                words = node.args[_MARKS[node.func.id]]
                if isinstance(words, ast.Constant) and isinstance(words.value, str):
                    found.add(words.value)
    return frozenset(found)


@cache
def shipped_words(language: str) -> frozenset[str]:
    """What the shipped resources say in a language, such as the titles of the templates."""

    def texts(value: Any) -> list[str]:
        if isinstance(value, dict):
            if "wording" in value:
                return [value["wording"].get(language, "")]
            return [text for one in value.values() for text in texts(one)]
        return [text for one in value for text in texts(one)] if isinstance(value, list) else []

    files = (ROOT / "resources" / "templates").glob("*.json")
    return frozenset(text for file in files for text in texts(json.loads(file.read_text("utf-8"))))


@cache
def chinese() -> frozenset[str]:
    """The Chinese of every sentence and label that the sources mark."""
    with (ROOT / "translations" / "zh_CN" / "LC_MESSAGES" / "planner.po").open("rb") as file:
        catalogue = read_po(file)
    found = set()
    for message in catalogue:
        english = message.id if isinstance(message.id, str) else message.id[0]
        if english in msgids():
            found |= {message.string} if isinstance(message.string, str) else set(message.string or ())
    return frozenset(found)


def bold(file: Path) -> list[str]:
    words = re.sub(r"\s*\n\s*", " ", file.read_text("utf-8"))
    return re.findall(r"\*\*(.+?)\*\*", words)


@pytest.mark.parametrize("part", PARTS)
def test_what_stands_in_bold_stands_on_the_screen(part: str) -> None:
    unknown = set(bold(GUIDE / "en" / f"{part}.md")) - msgids() - shipped_words("en")
    assert not unknown


@pytest.mark.parametrize("part", PARTS)
def test_what_stands_in_bold_stands_on_the_chinese_screen(part: str) -> None:
    unknown = set(bold(GUIDE / "zh_CN" / f"{part}.md")) - chinese() - shipped_words("zh_CN")
    assert not unknown


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_every_picture_and_every_page_it_leads_to_is_there(file: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", file.read_text("utf-8"))
    assert targets
    missing = [one for one in targets if not (file.parent / one).is_file()]
    assert not missing


@pytest.mark.parametrize("part", PARTS)
def test_both_languages_have_the_same_parts_and_pictures(part: str) -> None:
    def skeleton(language: str) -> list[str]:
        text = (GUIDE / language / f"{part}.md").read_text("utf-8")
        found = re.findall(r"^(#+) |!\[[^\]]*\]\(([^)]+)\)", text, re.MULTILINE)
        return [heading or re.sub(r"guide/\w+/", "guide/", picture) for heading, picture in found]

    assert skeleton("en") == skeleton("zh_CN")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_is_told_and_no_other(language: str) -> None:
    text = (GUIDE / language / "command-line.md").read_text("utf-8")
    told = set(re.findall(r"`planner ([a-z][a-z-]*)", text))
    assert told == set(COMMANDS)


def test_every_key_is_told(at_work: AtWork, sample_to_read: Session) -> None:
    space = at_work(sample_to_read)
    space.go("keyboard")
    text = (GUIDE / "en" / "keys.md").read_text("utf-8")
    page: Any = space.page
    for _, lines in page.lines():
        for what, keys in lines:
            assert f"| {what} | " in text
            # Qt may still name keys such as Backspace in the language that another test chose.
            assert f"| {what} | {keys} |" in text or not keys.isascii()
