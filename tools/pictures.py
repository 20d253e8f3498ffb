"""Make the pictures of the README and of ``docs/``: the window, and every page of the sample's itinerary.

Run by ``make pictures``. Needs poppler's ``pdftoppm``; the pictures are kept small enough for a repository.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from PIL import Image
from pypdf import PdfReader

_ROOT = Path(__file__).resolve().parent.parent
_PICTURES = _ROOT / "docs" / "pictures"
_PAGES = _PICTURES / "itinerary"
#: Pictures of the screen that the documents show, as ``tests.screenshots`` names them.
_SCREENS = {
    "journeys-en-light-200": "window-journeys",
    "journey-course-zh_CN-dark-200": "window-course-chinese-dark",
}
#: Pictures of the user guide, in each of its languages, by the states of ``tests.pages``.
_GUIDE = {
    "way-in-welcome": "welcome",
    "new-journey": "new-journey",
    "journey": "journey",
    "journey-itinerary": "itinerary",
    "replan": "replan",
    "today": "today",
    "journeys": "journeys",
    "journey-timeline": "timeline",
    "directory-place": "directory",
    "phrasebook": "phrasebook",
    "world-year": "calendars",
    "world-policies": "policies",
}
_LANGUAGES = ("en", "zh_CN")
#: Pages that the README shows, by their bookmark.
_SHOWN = {
    "The journey at a glance": "glance",
    "Fri 12 Mar 2027": "day",
    "The treatment course": "course",
    "Address cards": "addresses",
    "Emergency card": "emergency",
}
_SCREEN_WIDTH = 1600
_GUIDE_WIDTH = 1280
_PAGE_DPI = 80
_COLOURS = 256
_APART = 9
_LOOKED_AT = 6_000
_SMALL_BYTES = 80_000


def run(*command: str | Path) -> None:
    """Run a command of this checkout; stop when it fails."""
    subprocess.run([str(part) for part in command], cwd=_ROOT, check=True)


def keep(image: Image.Image, file: Path) -> None:
    """Write a picture with as few colours as it needs: the grounds exactly, a warning's few pixels too.

    One that is small as it is keeps all of them: what has so many is a ground that goes from one to another.
    """
    whole = image.convert("RGB")
    written = io.BytesIO()
    whole.save(written, "PNG", optimize=True)
    if len(written.getvalue()) <= _SMALL_BYTES:
        file.write_bytes(written.getvalue())
        return
    palette = Image.new("P", (1, 1))
    palette.putpalette([value for colour in _colours(whole) for value in colour])
    whole.quantize(palette=palette, dither=Image.Dither.NONE).save(file, optimize=True)


def _colours(image: Image.Image) -> list[tuple[int, ...]]:
    """The most frequent colours of a picture, each clearly another than those before it."""
    counted: list[Any] = image.getcolors(image.width * image.height) or []
    chosen: list[tuple[int, ...]] = []
    for _, colour in sorted(counted, reverse=True)[:_LOOKED_AT]:
        if all(sum(abs(a - b) for a, b in zip(colour, one, strict=True)) >= _APART for one in chosen):
            chosen.append(colour)
            if len(chosen) == _COLOURS:
                break
    return chosen


def _narrowed(image: Image.Image, width: int) -> Image.Image:
    """A picture so many pixels wide, in its own proportions."""
    height = round(image.height * width / image.width)
    return image.resize((width, height), Image.Resampling.LANCZOS)


def _parts(file: Path) -> dict[str, int]:
    """The pages that the README shows, found by the bookmarks of the file; numbers count from 0."""
    reader = PdfReader(file)
    numbers: dict[str, int] = {"cover": 0}
    todo: list[Any] = list(reader.outline)
    while todo:
        mark = todo.pop(0)
        if isinstance(mark, list):
            todo = [*mark, *todo]
        elif mark.title in _SHOWN:
            numbers[_SHOWN[mark.title]] = reader.get_destination_page_number(mark) or 0
    if missing := {"cover", *_SHOWN.values()} - set(numbers):
        sys.exit(f"The itinerary has no bookmark for: {', '.join(sorted(missing))}.")
    return numbers


def _write_gallery(pages: int) -> None:
    """``docs/itinerary.md``: every page of the sample's itinerary, four in a row."""
    numbers = [f"{number:02}" for number in range(1, pages + 1)]
    pictures = [
        f'<img src="pictures/page-{number}.png" width="24%" alt="Page {number}">' for number in numbers
    ]
    rows = ["\n".join(pictures[first : first + 4]) for first in range(0, len(pictures), 4)]
    text = "\n\n".join(
        [
            "# Every page of the sample's itinerary",
            "The patient's copy on A4, English and Simplified Chinese, as `planner demo` prints it. "
            "Nobody in it exists. Made by `make pictures`.",
            *rows,
        ]
    )
    (_ROOT / "docs" / "itinerary.md").write_text(text + "\n", encoding="utf-8")


def main() -> None:
    _PICTURES.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(_PAGES, ignore_errors=True)
    _PAGES.mkdir()
    with tempfile.TemporaryDirectory() as place:
        out = Path(place)
        run(sys.executable, "-m", "ui", "demo", "--out", out)
        for copy in ("patient", "driver"):
            run("pdftoppm", "-png", "-r", str(_PAGE_DPI), out / f"itinerary-{copy}.pdf", out / f"page-{copy}")
        pages = sorted(out.glob("page-patient-*.png"))
        for page in pages:
            keep(Image.open(page), _PAGES / page.name.replace("patient-", ""))
        keep(Image.open(out / "page-driver-01.png"), _PAGES / "driver.png")
        for name, number in _parts(out / "itinerary-patient.pdf").items():
            keep(Image.open(pages[number]), _PAGES / f"{name}.png")
        _write_gallery(len(pages))
        run(sys.executable, "-m", "tests.screenshots", "--out", out, "--scale", "2")
        for name, shown in _SCREENS.items():
            keep(_narrowed(Image.open(out / f"{name}.png"), _SCREEN_WIDTH), _PICTURES / f"{shown}.png")
        for language in _LANGUAGES:
            (_PICTURES / "guide" / language).mkdir(parents=True, exist_ok=True)
            for state, shown in _GUIDE.items():
                picture = Image.open(out / f"{state}-{language}-light-200.png")
                keep(_narrowed(picture, _GUIDE_WIDTH), _PICTURES / "guide" / language / f"{shown}.png")
    sys.stdout.write(f"{_PICTURES}\n")


if __name__ == "__main__":
    main()
