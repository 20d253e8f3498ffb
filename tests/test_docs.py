"""The documents cannot drift from what they describe, nor the Chinese README from the English one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from planner import __version__

ROOT = Path(__file__).resolve().parent.parent
READMES = ["README.md", "README.zh-CN.md"]
DOCUMENTS = [
    *READMES,
    "CHANGELOG.md",
    *(f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md"))),
]


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def code_of(text: str) -> list[str]:
    """The indented lines and the code spans that hold a command."""
    return re.findall(r"^ {4}\S.*$", text, re.MULTILINE) + re.findall(
        r"`[^`\n]*(?:make|planner|python)[^`\n]*`", text
    )


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_file_a_document_points_to_is_there(name: str) -> None:
    links = re.findall(r"\]\((?!https?://|#)([^)#\s]+)", read(name))
    assert not [link for link in links if not (ROOT / name).parent.joinpath(link).exists()]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_make_target_a_document_names_exists(name: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    named = set(re.findall(r"(?:^ {4}|`)make ([a-z]+)", read(name), re.MULTILINE))
    assert named <= targets


def test_both_readmes_give_the_same_commands_and_sections() -> None:
    english, chinese = (read(name) for name in READMES)
    assert code_of(english) == code_of(chinese)
    assert len(re.findall(r"^#+ ", english, re.MULTILINE)) == len(re.findall(r"^#+ ", chinese, re.MULTILINE))
    pictures = [re.findall(r"!\[[^]]*\]\(([^)]+)\)", text) for text in (english, chinese)]
    assert pictures[0] == [name.replace("/zh_CN/", "/en/") for name in pictures[1]]


def test_the_changelog_is_kept_and_knows_this_version() -> None:
    """Keep a Changelog: newest first, each version once, only its six kinds of change."""
    text = read("CHANGELOG.md")
    headings = re.findall(r"^## \[(.+?)\](?: - (\d{4}-\d\d-\d\d))?$", text, re.MULTILINE)
    released = [(version, day) for version, day in headings if version != "Unreleased"]
    assert headings[0][0] in ("Unreleased", __version__)
    assert len(headings) == len(dict(headings)) == text.count("\n## ")
    assert all(day for _, day in released)
    assert released == sorted(released, key=lambda entry: entry[1], reverse=True)
    assert set(re.findall(r"^### (.+)$", text, re.MULTILINE)) <= {
        "Added",
        "Changed",
        "Deprecated",
        "Removed",
        "Fixed",
        "Security",
    }


def test_every_library_the_program_ships_has_its_reason() -> None:
    reasons = read("docs/decisions.md").lower()
    listed = [line.split(">=")[0].lower() for line in read("requirements/app.in").splitlines()]
    assert not [name for name in listed if name and not name.startswith("#") and f"| {name}" not in reasons]
