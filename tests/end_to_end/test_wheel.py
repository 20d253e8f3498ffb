"""The built wheel, installed alone in a clean environment, finds everything it needs in itself."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from planner import __version__

pytestmark = [pytest.mark.end_to_end, pytest.mark.xdist_group("wheel")]


@dataclass(frozen=True, slots=True)
class Installed:
    """A wheel and the environment that holds it, its pinned packages and nothing else."""

    wheel: Path
    programs: Path
    elsewhere: Path

    def run(self, program: str, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a program of the environment, in a folder that is not the checkout."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QT_"))}
        return subprocess.run(
            [self.programs / program, *arguments],
            cwd=self.elsewhere,
            env={**kept, "LANGUAGE": "en", **variables},
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=300,
        )


@pytest.fixture(scope="module")
def installed(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder = tmp_path_factory.mktemp("wheel")

    def pip(*arguments: str | Path) -> None:
        command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments]
        done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

    pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, project)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "environment", symlinks=os.name != "nt")
    programs = folder / "environment" / ("Scripts" if os.name == "nt" else "bin")
    only = ("--python", programs / "python", "install", "--no-compile")
    pip(*only, "--require-hashes", "--only-binary", ":all:", "-r", project / "requirements" / "app.txt")
    pip(*only, "--no-deps", "--no-index", wheel)
    (folder / "elsewhere").mkdir()
    return Installed(wheel, programs, folder / "elsewhere")


def test_the_wheel_holds_the_program_and_what_it_reads_and_no_more(installed: Installed) -> None:
    names = set(zipfile.ZipFile(installed.wheel).namelist())
    top = {name.split("/")[0] for name in names}
    assert top == {"planner", "ui", f"treatment_journey_planner-{__version__}.dist-info"}
    for locale in ("en", "zh_CN"):
        assert f"planner/translations/{locale}/LC_MESSAGES/planner.mo" in names
    assert any(name.startswith("planner/resources/fonts/") and name.endswith(".ttf") for name in names)
    assert not [name for name in names if name.endswith((".po", ".pot", ".pyc"))]


def test_every_shipped_file_of_the_checkout_is_in_the_wheel(installed: Installed, project: Path) -> None:
    names = set(zipfile.ZipFile(installed.wheel).namelist())
    shipped = {
        path.relative_to(project).as_posix()
        for path in (project / "resources").rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }
    assert {f"planner/{name}" for name in shipped} <= names


def test_the_packages_it_asks_for_are_the_ones_that_are_pinned(installed: Installed, project: Path) -> None:
    command = [sys.executable, "-m", "pip", "--python", installed.programs / "python", "check"]
    checked = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout


def test_it_answers(installed: Installed) -> None:
    said = installed.run("planner", "--version")
    assert (said.returncode, said.stdout, said.stderr) == (0, f"planner, version {__version__}\n", "")


def test_it_speaks_chinese(installed: Installed) -> None:
    message = "N_('{path} cannot be used: {reason}.', path='a', reason='b')"
    ask = (
        "from planner.i18n import available_locales, translator; from planner.message import N_;"
        f"print(available_locales(), translator('zh_CN').text({message}))"
    )
    said = installed.run("python", "-I", "-X", "utf8", "-c", ask)
    assert said.stdout == "('en', 'zh_CN') 无法使用a：b。\n"


def test_the_demonstration_runs_and_makes_its_papers(installed: Installed) -> None:
    out = installed.elsewhere / "out"
    said = installed.run("planner", "demo", "--out", str(out))
    assert said.returncode == 0, said.stderr
    made = [path for path in out.rglob("*") if path.is_file()]
    assert all(path.stat().st_size for path in made)
    assert (
        len([path for path in made if path.suffix == ".pdf" and path.read_bytes().startswith(b"%PDF-")]) >= 2
    )
    assert [path for path in made if path.suffix == ".ics"]
    assert [path for path in made if path.name.endswith(".journey.json")]


def test_the_window_can_be_imported(installed: Installed) -> None:
    said = installed.run("python", "-I", "-c", "import ui.shell.application", QT_QPA_PLATFORM="offscreen")
    assert said.returncode == 0, said.stderr
