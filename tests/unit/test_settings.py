"""Settings survive a restart, and no bad file ever keeps the program from starting."""

from __future__ import annotations

import json
import os
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner import settings
from planner.errors import StoreError
from planner.settings import FILE_NAME, Settings


def kept_as(folder: Path, text: str) -> tuple[Settings, str]:
    """What is loaded from a file holding ``text``, and the sentence said about it (``""`` for none)."""
    (folder / FILE_NAME).write_text(text, encoding="utf-8")
    values, sentence = settings.load(folder)
    return values, str(sentence or "")


def test_the_first_start_has_the_defaults_and_nothing_to_say(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "not there") == (Settings(), None)


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    chosen = replace(
        Settings(), language="zh_CN", theme="dark", recent_records=("/a", "/b"), large_print=True
    )
    settings.save(chosen, tmp_path / "deep" / "folder")
    assert settings.load(tmp_path / "deep" / "folder") == (chosen, None)


@given(
    st.builds(
        Settings,
        language=st.sampled_from(settings.LANGUAGES),
        theme=st.sampled_from(settings.THEMES),
        recent_records=st.lists(st.text(st.characters(codec="utf-8"))).map(tuple),
        auto_lock_minutes=st.integers(0, settings.LONGEST_AUTO_LOCK_MINUTES),
        paper=st.sampled_from(settings.PAPERS),
        large_print=st.booleans(),
        export_folder=st.text(st.characters(codec="utf-8")),
        window_width=st.integers(640, 20_000),
        window_height=st.integers(480, 20_000),
        window_maximised=st.booleans(),
    )
)
def test_any_settings_come_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, chosen: Settings
) -> None:
    folder = tmp_path_factory.mktemp("settings")
    settings.save(chosen, folder)
    assert settings.load(folder) == (chosen, None)


@pytest.mark.parametrize("text", ["", "{", "[1, 2]", "null", '"dark"', "\x00", "[" * 100_000])
def test_a_file_that_holds_no_settings_costs_one_sentence_naming_it(tmp_path: Path, text: str) -> None:
    values, sentence = kept_as(tmp_path, text)
    assert values == Settings()
    assert str(tmp_path / FILE_NAME) in sentence


def test_a_file_that_is_no_text_costs_one_sentence(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"\xff\xfe\x00\xd8")
    values, sentence = settings.load(tmp_path)
    assert values == Settings()
    assert sentence is not None


@pytest.mark.parametrize(
    ("name", "bad"),
    [
        ("theme", "pink"),
        ("language", 3),
        ("auto_lock_minutes", True),
        ("auto_lock_minutes", -1),
        ("auto_lock_minutes", 10.5),
        ("recent_records", "not a list"),
        ("recent_records", [1]),
        ("large_print", "yes"),
        ("export_copies", ["everybody"]),
        ("export_copies", "patient"),
        ("window_width", 10),
        ("paper", None),
    ],
)
def test_one_bad_setting_is_named_and_the_others_hold(tmp_path: Path, name: str, bad: object) -> None:
    good = {"theme": "dark", "export_folder": "/kept"}
    values, sentence = kept_as(tmp_path, json.dumps({**good, name: bad}))
    assert name in sentence
    assert values.export_folder == "/kept"
    assert getattr(values, name) == getattr(Settings(), name)


def test_a_setting_of_a_newer_version_is_no_error(tmp_path: Path) -> None:
    values, sentence = kept_as(tmp_path, '{"theme": "dark", "telepathy": true}')
    assert values.theme == "dark"
    assert sentence == ""


@pytest.mark.parametrize("name", [field.name for field in fields(Settings)])
def test_every_setting_is_checked_when_it_is_read(tmp_path: Path, name: str) -> None:
    values, sentence = kept_as(tmp_path, json.dumps({name: {"no": "such value"}}))
    assert name in sentence
    assert values == Settings()


def test_the_record_opened_last_comes_first_once_and_old_ones_fall_out() -> None:
    values = Settings()
    for number in [*range(settings.MOST_RECENT_RECORDS + 3), 5]:
        values = values.with_recent_record(Path(f"/records/{number}"))
    names = [Path(name).name for name in values.recent_records]
    assert names[0] == "5"
    assert names.count("5") == 1
    assert len(names) == settings.MOST_RECENT_RECORDS


def test_a_failed_save_leaves_the_old_settings_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.save(replace(Settings(), theme="dark"), tmp_path)

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(StoreError) as refused:
        settings.save(replace(Settings(), theme="light"), tmp_path)
    assert str(tmp_path / FILE_NAME) in str(refused.value)
    monkeypatch.undo()
    assert settings.load(tmp_path)[0].theme == "dark"
    assert [file.name for file in tmp_path.iterdir()] == [FILE_NAME]


@pytest.mark.skipif(os.name == "nt", reason="file modes are POSIX's")
def test_the_settings_are_readable_by_their_owner_only(tmp_path: Path) -> None:
    settings.save(Settings(), tmp_path)
    assert (tmp_path / FILE_NAME).stat().st_mode & 0o077 == 0
