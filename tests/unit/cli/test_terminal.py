"""One place says what went wrong: a sentence on standard error, and the exit status that stands for it."""

from __future__ import annotations

import errno
import json
from pathlib import Path
from types import ModuleType

import click
import pytest

from planner import __version__
from planner.cli import COMMANDS, main
from planner.cli.terminal import Terminal, pass_terminal, print_json
from planner.errors import Cancelled, InputError, StoreError
from planner.message import N_


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A command named ``try-it`` that a test may fill in as ``try_it``."""
    module = ModuleType("planner.cli.stand_in")
    monkeypatch.setitem(COMMANDS, "try-it", module.__name__)
    monkeypatch.setattr("importlib.import_module", lambda name: module)
    return module


def failing(error: Exception) -> click.Command:
    @click.command()
    def fail() -> None:
        raise error

    return fail


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (InputError(N_("sample.json: no patient.")), 2, "sample.json: no patient.\n"),
        (
            StoreError(N_("The disk is full."), N_("Free some space.")),
            1,
            "The disk is full. Free some space.\n",
        ),
        (Cancelled(N_("Stopped; nothing was written.")), 1, "Stopped; nothing was written.\n"),
        (click.BadParameter("no such day"), 2, "Error: Invalid value: no such day\n"),
        (
            click.FileError("a.json", "cannot be read"),
            2,
            "Error: Could not open file 'a.json': cannot be read\n",
        ),
        (
            PermissionError(errno.EACCES, "Permission denied", "out/a.pdf"),
            1,
            "out/a.pdf cannot be used: Permission denied.\n",
        ),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else None,
)
def test_what_goes_wrong_is_one_sentence_and_a_status(
    error: Exception,
    status: int,
    said: str,
    command: ModuleType,
    capsys: pytest.CaptureFixture[str],
) -> None:
    command.try_it = failing(error)  # type: ignore[attr-defined]
    assert main(["try-it"]) == status
    out, err = capsys.readouterr()
    assert (out, err.endswith(said)) == ("", True)
    assert "Traceback" not in err


def test_a_fault_of_ours_says_where_but_nothing_of_the_record(
    command: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    command.try_it = failing(ValueError("Ms Specimen has hepatocellular carcinoma"))  # type: ignore[attr-defined]
    assert main(["try-it"]) == 70
    err = capsys.readouterr().err
    assert "ValueError" in err
    assert "test_terminal.py" in err
    assert "Specimen" not in err


def test_a_fault_of_ours_can_be_seen_whole(command: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANNER_TRACEBACK", "1")
    command.try_it = failing(ValueError("all of it"))  # type: ignore[attr-defined]
    with pytest.raises(ValueError, match="all of it"):
        main(["try-it"])


def test_it_speaks_the_language_of_the_person_who_typed(
    command: ModuleType, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    command.try_it = failing(PermissionError(errno.EACCES, "拒绝访问", "a.pdf"))  # type: ignore[attr-defined]
    monkeypatch.setenv("LANGUAGE", "zh_CN:en")
    assert main(["try-it"]) == 1
    assert capsys.readouterr().err == "无法使用a.pdf：拒绝访问。\n"


def test_the_answer_is_one_json_document_in_utf8(
    command: ModuleType, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    @click.command()
    def answer() -> int:
        print_json({"name": "样本"})
        return 1

    command.try_it = answer  # type: ignore[attr-defined]
    assert main(["try-it"]) == 1
    out, err = capfdbinary.readouterr()
    assert (json.loads(out.decode("utf-8")), err) == ({"name": "样本"}, b"")
    assert "样本".encode() in out


def test_options_of_the_whole_program_reach_the_command(command: ModuleType, tmp_path: Path) -> None:
    seen = []

    @click.command()
    @pass_terminal
    def look(terminal: Terminal) -> None:
        seen.append(terminal.vault)

    command.try_it = look  # type: ignore[attr-defined]
    assert main(["--vault", str(tmp_path), "try-it"]) == 0
    assert seen == [tmp_path]


def test_without_a_command_the_desktop_opens_on_the_vault_named(tmp_path: Path) -> None:
    opened = []

    def desktop(vault: Path | None, sample: bool) -> int:
        opened.append((vault, sample))
        return 5

    assert main(["--vault", str(tmp_path)], desktop) == 5
    assert main(["--sample"], desktop) == 5
    assert opened == [(tmp_path, False), (None, True)]


@pytest.mark.parametrize("wrong", [["bogus"], ["--bogus"], [], ["--sample", "demo"]])
def test_wrong_use_is_status_two(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(wrong) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "Error:" in err


def test_it_says_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"planner, version {__version__}\n"


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert all(f"  {name} " in out for name in COMMANDS)
