"""Noise fails, and this proves it: each gate of ``make test`` is shown something it must not let through."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def checkout(pytester: pytest.Pytester) -> pytest.Pytester:
    """A small checkout with this one's pytest configuration and ``conftest.py``."""
    pytester.makepyprojecttoml((ROOT / "pyproject.toml").read_text("utf-8"))
    pytester.mkdir("tests")
    pytester.path.joinpath("tests/conftest.py").write_text((ROOT / "tests/conftest.py").read_text("utf-8"))
    return pytester


def outcome(checkout: pytest.Pytester, body: str) -> pytest.RunResult:
    test = checkout.path / "tests" / "test_it.py"
    test.write_text(body)
    return checkout.runpytest_subprocess("-p", "no:randomly", "-p", "no:cacheprovider", "-n0")


def test_a_quiet_test_passes(checkout: pytest.Pytester) -> None:
    outcome(checkout, "def test_it():\n    pass\n").assert_outcomes(passed=1)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            "from PySide6.QtCore import qWarning\ndef test_it():\n    qWarning('odd signal')\n",
            "odd signal",
        ),
        (
            "import logging\ndef test_it():\n    logging.getLogger('planner').warning('odd vault')\n",
            "odd vault",
        ),
        (
            "import warnings\ndef test_it():\n    warnings.warn('odd call', DeprecationWarning)\n",
            "odd call",
        ),
        (
            "import socket\ndef test_it():\n    socket.create_connection(('192.0.2.1', 80))\n",
            "network",
        ),
        (
            "import pytest\n@pytest.mark.xfail(reason='odd')\ndef test_it():\n    pass\n",
            "XPASS(strict)",
        ),
    ],
    ids=["a Qt warning", "a log line", "a Python warning", "the network", "an expected failure that passes"],
)
def test_noise_fails_a_test(checkout: pytest.Pytester, body: str, said: str) -> None:
    result = outcome(checkout, body)
    counts = result.parseoutcomes()
    assert counts.get("failed", 0) + counts.get("errors", 0) == 1
    result.stdout.fnmatch_lines([f"*{said}*"])


def test_a_log_line_that_the_test_has_looked_at_is_fine(checkout: pytest.Pytester) -> None:
    body = (
        "import logging\n"
        "def test_it(caplog):\n"
        "    logging.warning('expected')\n"
        "    assert caplog.messages == ['expected']\n"
        "    caplog.clear()\n"
    )
    outcome(checkout, body).assert_outcomes(passed=1)


def lint(source: str, path: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ruff", "check", "--no-cache", "--stdin-filename", path, "-"]
    return subprocess.run(command, cwd=ROOT, input=source, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("path", ["planner/record/stray.py", "ui/shell/stray.py"])
def test_a_print_fails_lint(path: str) -> None:
    result = lint('print("here")\n', path)
    assert result.returncode == 1
    assert "T201" in result.stdout


def test_a_private_name_used_from_outside_fails_lint() -> None:
    assert "SLF001" in lint("import planner\n\nplanner._secret\n", "planner/stray.py").stdout


def test_an_untyped_function_of_the_core_fails_mypy(tmp_path: Path) -> None:
    stray = tmp_path / "stray.py"
    stray.write_text("def double(x):\n    return x * 2\n")
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--config-file",
        "pyproject.toml",
        "--no-incremental",
        str(stray),
    ]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert "no-untyped-def" in result.stdout


def test_make_test_runs_every_gate() -> None:
    run = subprocess.run(["make", "--dry-run", "test"], cwd=ROOT, capture_output=True, text=True, check=True)
    for gate in ("ruff check", "ruff format --check", "mypy", "lint-imports", "pytest"):
        assert gate in run.stdout


def test_what_git_does_not_keep_is_what_is_made() -> None:
    """A checkout holds no compiled catalogue, no build, no environment."""
    kept = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if kept.returncode:  # an exported archive has no git; there is nothing to keep
        return
    assert not [name for name in kept.stdout.splitlines() if name.endswith((".mo", ".pyc", ".whl"))]


@pytest.mark.parametrize("name", ["app.txt", "dev.txt"])
def test_every_package_is_pinned_with_hashes_and_without_an_address(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text("utf-8")
    assert "://" not in text
    assert "index" not in text
    entries = [
        entry for entry in text.replace("\\\n", " ").splitlines() if entry and not entry.startswith("#")
    ]
    assert entries
    assert not [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry]


def test_what_the_wheel_asks_for_is_what_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = {name.split(">=")[0].lower() for name in project["dependencies"]}
    listed = (ROOT / "requirements" / "app.in").read_text("utf-8").splitlines()
    assert asked == {line.split(">=")[0].lower() for line in listed if line and not line.startswith("#")}
