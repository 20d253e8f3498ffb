"""The walls of ``docs/architecture.md``; each is a test whose name says what holds."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parent.parent
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]

#: What the desktop may know of the core. Everything else it asks of the session.
UI_SEES = (
    "planner.edits",
    "planner.errors",
    "planner.i18n",
    "planner.itinerary.item",
    "planner.message",
    "planner.paths",
    "planner.record",
    "planner.rules.finding",
    "planner.session",
    "planner.settings",
)

#: Libraries that cost a noticeable part of a start, imported only by the function that needs them.
HEAVY = {
    "PIL",
    "PySide6",
    "airportsdata",
    "fontTools",
    "holidays",
    "icalendar",
    "keyring",
    "pydicom",
    "pypinyin",
    "reportlab",
    "segno",
    "sqlcipher3",
    "sqlite_utils",
}

#: Names that say nothing about what a file holds.
NAMELESS = {"common", "helper", "helpers", "manager", "misc", "models", "util", "utils"}

#: Who may read the clock: everyone else is told the time.
CLOCK_READERS = ("planner/session.py", "planner/session/", "planner/cli/", "ui/shell/application.py")
CLOCK = {
    f"{clock}.{reading}"
    for clocks, readings in (
        (
            ("date", "datetime", "dt.date", "dt.datetime", "datetime.date", "datetime.datetime"),
            ("today", "now"),
        ),
        (("datetime", "dt.datetime", "datetime.datetime"), ("utcnow",)),
        (
            ("QDate", "QTime", "QDateTime"),
            ("currentDate", "currentTime", "currentDateTime", "currentDateTimeUtc"),
        ),
        (("time",), ("time", "time_ns", "localtime", "gmtime", "ctime")),
    )
    for clock in clocks
    for reading in readings
}


def sources() -> Iterator[Path]:
    for package in ("planner", "ui"):
        yield from sorted((ROOT / package).rglob("*.py"))


def lint_imports(folder: Path) -> dict[str, bool]:
    """Which contracts hold in the checkout at ``folder``, by name."""
    run = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    held = {
        contract["name"]: f"{contract['name']} KEPT" in run.stdout
        for contract in CONTRACTS
        if contract["name"] in run.stdout
    }
    if not all(held.values()) or not held:
        print(run.stdout, run.stderr)  # noqa: T201 - pytest shows it beside the broken wall
    return held


@pytest.fixture(scope="session")
def walls() -> dict[str, bool]:
    return lint_imports(ROOT)


@pytest.fixture(scope="session")
def imports() -> grimp.ImportGraph:
    return grimp.build_graph("planner", "ui", include_external_packages=True, cache_dir=None)


@pytest.mark.parametrize("wall", [contract["name"] for contract in CONTRACTS])
def test_the_wall_holds(wall: str, walls: dict[str, bool]) -> None:
    assert walls[wall]


VIOLATIONS = {
    "The core never imports Qt or the desktop": ("planner/record/stray.py", "from PySide6 import QtCore"),
    "The core is layered, and every module of it has a place": (
        "planner/errors.py",
        "import planner.record",
    ),
    "Only the store knows SQLite": ("planner/record/stray.py", "import sqlite3"),
    "Only the printed page knows ReportLab": ("planner/itinerary/stray.py", "import reportlab"),
    "Only the calendar files know iCalendar": ("planner/record/stray.py", "import icalendar"),
    "Rules do not know each other": ("planner/rules/stray.py", "import planner.rules.stray_too"),
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the program's sources that a test may spoil."""
    for path in [*sources(), ROOT / "pyproject.toml"]:
        target = tmp_path / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    return tmp_path


@pytest.mark.parametrize("wall", [contract["name"] for contract in CONTRACTS])
def test_an_import_across_the_wall_breaks_it(wall: str, copy: Path) -> None:
    file, line = VIOLATIONS[wall]
    (copy / "planner/rules/stray_too.py").write_text("")
    target = copy / file
    target.write_text(f"{target.read_text() if target.exists() else ''}\n{line}\n")
    held = lint_imports(copy)
    assert [name for name, kept in held.items() if not kept] == [wall]


def test_a_new_module_of_the_core_needs_a_place(copy: Path) -> None:
    (copy / "planner/stray.py").write_text("")
    held = lint_imports(copy)
    assert not held["The core is layered, and every module of it has a place"]


def test_the_desktop_sees_the_core_only_through_its_doors(imports: grimp.ImportGraph) -> None:
    doors = tuple(f"{door}." for door in UI_SEES)
    strays = {
        f"{module} -> {seen}"
        for module in imports.modules
        if module.startswith("ui")
        for seen in imports.find_modules_directly_imported_by(module)
        if seen.startswith("planner") and seen not in ("planner", *UI_SEES) and not seen.startswith(doors)
    }
    assert strays - {"ui.__main__ -> planner.cli"} == set()


def clock_readings(source: str) -> list[str]:
    """Where a source reads the clock, or hands on the function that does."""
    return [
        f"{node.lineno}: {ast.unparse(node)}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Attribute) and ast.unparse(node) in CLOCK
    ]


def test_nobody_but_those_told_to_reads_the_clock() -> None:
    assert not {
        name: readings
        for path in sources()
        if not (name := path.relative_to(ROOT).as_posix()).startswith(CLOCK_READERS)
        and (readings := clock_readings(path.read_text("utf-8")))
    }


@pytest.mark.parametrize(
    "source", ["dt.date.today()", "datetime.now(UTC)", "partial(dt.datetime.now, dt.UTC)", "time.time()"]
)
def test_reading_the_clock_is_seen(source: str) -> None:
    assert clock_readings(source)


def test_being_told_the_day_is_not_reading_the_clock() -> None:
    assert not clock_readings("check(journey, self.today)")


def loaded_after(statement: str) -> set[str]:
    """The top-level modules that a new Python has loaded after ``statement``."""
    code = f"import sys, json\n{statement}\njson.dump(sorted(sys.modules), sys.stderr)"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    return {name.partition(".")[0] for name in json.loads(run.stderr.splitlines()[-1])}


def core_packages() -> list[str]:
    """Each part of the core that can be imported by itself; the printed page is its own heavy library."""
    found = (path for path in (ROOT / "planner").iterdir() if path.name != "__pycache__")
    return sorted(f"planner.{p.stem}" for p in found if p.suffix == ".py" or (p / "__init__.py").exists())


def test_importing_the_core_loads_no_heavy_library() -> None:
    assert not loaded_after("import " + ", ".join(core_packages())) & HEAVY


def test_the_command_line_answers_before_qt_is_imported() -> None:
    assert not loaded_after("from ui.__main__ import main\nmain(['--help'])") & HEAVY


def test_every_command_is_found_and_says_what_it_does_without_a_heavy_library() -> None:
    ask = (
        "from ui.__main__ import main\nfrom planner.cli import COMMANDS\n"
        "assert all(main([name, '--help']) == 0 for name in COMMANDS)"
    )
    assert not loaded_after(ask) & HEAVY


def test_every_part_of_the_program_has_its_place_in_the_picture() -> None:
    """A new module is drawn in ``docs/architecture.md`` before it is written."""
    picture = (
        (ROOT / "docs" / "architecture.md").read_text("utf-8").partition("## Layout")[2].partition("##")[0]
    )
    drawn = set(re.findall(r"[\w]+(?:\.py|/)", picture))
    parts = {
        path.name if path.is_file() else f"{path.name}/"
        for package in ("planner", "ui")
        for path in (ROOT / package).iterdir()
        if path.name not in ("__init__.py", "__pycache__")
    }
    assert parts <= drawn


def test_no_file_is_named_after_nothing() -> None:
    assert not [path.name for path in sources() if path.stem in NAMELESS or path.parent.name in NAMELESS]


def test_no_file_holds_more_than_four_hundred_lines() -> None:
    assert not {
        path.relative_to(ROOT).as_posix(): lines
        for path in sources()
        if (lines := path.read_text("utf-8").count("\n")) > 400
    }


def test_every_folder_of_the_program_is_a_package() -> None:
    folders = {folder for path in sources() for folder in path.parents if folder.is_relative_to(ROOT)} - {
        ROOT
    }
    assert not [folder.as_posix() for folder in folders if not (folder / "__init__.py").exists()]


def test_the_tests_of_the_core_mirror_it() -> None:
    """A folder of tests/unit has the name of a part of the core, so that a test is found by its subject."""
    parts = {path.relative_to(ROOT / "planner") for path in (ROOT / "planner").rglob("*") if path.is_dir()}
    folders = {
        path.relative_to(ROOT / "tests/unit") for path in (ROOT / "tests/unit").rglob("*") if path.is_dir()
    }
    assert not {folder for folder in folders if folder.name != "__pycache__"} - parts
