"""The printed sample journey beside Typst and WeasyPrint setting the same blocks, per page.

Typst (cold: a process of its own each time, fonts given, tagged as it is by default) and WeasyPrint set the
words of every block at the same place, in the same size, fonts and language, and the same icons and QR codes;
they are spared the rules and panels. ``make bench`` installs them; ``PLANNER_BENCH_PEERS`` names another
Python that has them. Where one is missing, as WeasyPrint without Pango, the work is shown beside the rest.
"""

from __future__ import annotations

import datetime as dt
import html
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from planner.export.pdf.compositor import Compositor
from planner.export.pdf.document import PrintOptions, render, set_pages
from planner.export.pdf.fonts import FACES
from planner.export.pdf.nodes import Group, Ink, Node, Text
from planner.export.pdf.paper import Paper
from planner.export.pdf.press import press
from planner.imports.journey_file import open_file
from planner.itinerary.build import build
from planner.itinerary.item import Itinerary
from planner.message import N_
from planner.paths import resources_dir
from planner.record.consent import Audience
from tests.bench.measure import Measure

MADE = dt.datetime(2027, 3, 1, 12, tzinfo=dt.UTC)
FAMILIES = {"SourceSans3": "Source Sans 3", "SourceSerif4": "Source Serif 4", "NotoSansSC": "Noto Sans SC"}
TYPST = """
import json, sys, time
start = time.perf_counter()
import typst
loaded = time.perf_counter()
pdf = typst.compile(sys.argv[1], font_paths=[sys.argv[2]], ignore_system_fonts=True)
print(json.dumps([time.perf_counter() - loaded, len(pdf)]))
"""
WEASYPRINT = """
import json, sys, time
import weasyprint
start = time.perf_counter()
pdf = weasyprint.HTML(sys.argv[1]).write_pdf(pdf_tags=True)
print(json.dumps([time.perf_counter() - start, len(pdf)]))
"""


def run() -> list[Measure]:
    """Warm, without memory, after one edit, and in a process of its own."""
    itinerary = _sample()
    memory = Compositor()
    pages = len(set_pages(_press(memory), itinerary))
    render(itinerary, PrintOptions(), made_at=MADE, compositor=memory)
    warm = _median(lambda: render(itinerary, PrintOptions(), made_at=MADE, compositor=memory))
    fresh = _median(lambda: render(itinerary, PrintOptions(), made_at=MADE, compositor=Compositor()))
    edits = _edited(itinerary)
    edit = _median(lambda: render(next(edits), PrintOptions(), made_at=MADE, compositor=memory))
    with tempfile.TemporaryDirectory() as folder:
        peers = _peers(itinerary, Path(folder), memory)
        _one_shot(Path(folder) / "out.pdf")
        alone = _median(lambda: _one_shot(Path(folder) / "out.pdf"), rounds=5)
    none = (fresh / pages, "rendering without any memory, per page")
    typst, floor = (peers["typst"] / pages, "Typst, cold, per page") if "typst" in peers else none
    measures = [
        _measure(
            f"the sample's PDF in a warm process, per page of {pages}", warm / pages, floor, typst, ratio=1
        ),
        _measure("the same with nothing remembered but the fonts, per page", fresh / pages, floor, typst),
        _measure("rendered again after one edit", edit, "rendering without any memory", fresh, most=0.06),
    ]
    if "weasyprint" in peers:
        slow = peers["weasyprint"] / pages
        name = "the sample's PDF, nothing remembered, per page"
        measures.append(_measure(name, fresh / pages, "WeasyPrint, per page", slow, ratio=0.1))
    if "typst command" in peers:
        command = peers["typst command"]
        measures.append(
            _measure("one-shot `planner itinerary`", alone, "the Typst command", command, ratio=3)
        )
    return measures


def _measure(
    name: str, took: float, floor: str, least: float, *, ratio: float | None = None, most: float | None = None
) -> Measure:
    return Measure(
        name=name, seconds=took, floor=floor, floor_seconds=least, bar_ratio=ratio, bar_seconds=most
    )


def _sample() -> Itinerary:
    journey = open_file(resources_dir() / "sample" / "sample.journey.json").journey
    return build(journey, Audience.PATIENT, today=dt.date(2027, 3, 1))


def _press(memory: Compositor):  # type: ignore[no-untyped-def]
    return press(Paper.A4, ("en", "zh_CN"), large_print=False, compositor=memory)


def _median(work, rounds: int = 9) -> float:  # type: ignore[no-untyped-def]
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def _edited(itinerary: Itinerary):  # type: ignore[no-untyped-def]
    """The same journey with another word in one entry, each time another."""
    number = 0
    while True:
        number += 1
        days = list(itinerary.days)
        item = replace(days[5].items[0], title=N_("Edited {number}", number=number))
        days[5] = replace(days[5], items=(item, *days[5].items[1:]))
        yield replace(itinerary, days=tuple(days))


def _one_shot(out: Path) -> None:
    sample = resources_dir() / "sample" / "sample.journey.json"
    command = [sys.executable, "-m", "ui", "itinerary", str(sample), "-o", str(out)]
    compiled = {"PYTHONPYCACHEPREFIX": str(out.parent / "compiled")}  # as an installed program has it
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, check=True, capture_output=True, env=environment | compiled)


# -- the same blocks for the others ----------------------------------------------------------------------


def _peers(itinerary: Itinerary, folder: Path, memory: Compositor) -> dict[str, float]:
    """Seconds that each of the others takes, by name; those that are not there are left out."""
    python = os.environ.get("PLANNER_BENCH_PEERS", sys.executable)
    setter = _press(memory)
    pages = set_pages(setter, itinerary)
    sheet = setter.sheet
    typst, page_html = [], []
    head = f"#set page(width: {sheet.width}pt, height: {sheet.height}pt, margin: 0pt)\n"
    style = (
        f"@page {{ size: {sheet.width}pt {sheet.height}pt; margin: 0 }} div {{ position: absolute }} "
        + _faces()
    )
    for number, page in enumerate(pages):
        if number:
            typst.append("#pagebreak()")
        page_html.append('<section style="position: relative; break-after: page; height: 100vh">')
        for placed in page:
            x, y = sheet.side, sheet.top + placed.y
            typst += _walk(placed.band.node, x, y, _typst, folder)
            page_html += _walk(placed.band.node, x, y, _html, folder)
        page_html.append("</section>")
    (folder / "blocks.typ").write_text(head + "\n".join(typst), "utf-8")
    body = f'<html lang="en"><title>Blocks</title><style>{style}</style>{"".join(page_html)}</html>'
    (folder / "blocks.html").write_text(body, "utf-8")
    found: dict[str, float] = {}
    if _works(python, "typst"):
        fonts = str(resources_dir() / "fonts")
        arguments = [python, "-c", TYPST, str(folder / "blocks.typ"), fonts]
        inside, whole = _run(arguments, rounds=7)
        found |= {"typst": inside, "typst command": whole}
    if _works(python, "weasyprint"):
        found["weasyprint"] = _run([python, "-c", WEASYPRINT, str(folder / "blocks.html")], rounds=1)[0]
    return found


def _works(python: str, module: str) -> bool:
    """Whether it is installed with all it needs."""
    return subprocess.run([python, "-c", f"import {module}"], capture_output=True).returncode == 0


def _run(arguments: list[str], rounds: int) -> tuple[float, float]:
    """Median seconds of the work itself, and of the whole process."""
    inside, whole = [], []
    for _ in range(rounds):
        start = time.perf_counter()
        done = subprocess.run(arguments, check=True, capture_output=True, text=True)
        whole.append(time.perf_counter() - start)
        inside.append(float(json.loads(done.stdout)[0]))
    return statistics.median(inside), statistics.median(whole)


def _walk(node: Node, x: float, y: float, write, folder: Path) -> list[str]:  # type: ignore[no-untyped-def]
    if isinstance(node, Group):
        return [part for kid in node.kids for part in _walk(kid.node, x + kid.x, y + kid.y, write, folder)]
    return write(node, x, y, folder)


def _family(index: int) -> tuple[str, int]:
    name, _, weight = FACES[index].partition("-")
    return FAMILIES[name], 600 if weight == "SemiBold" else 400


def _typst(node: Text | Ink, x: float, y: float, folder: Path) -> list[str]:
    at = f"#place(dx: {x:.2f}pt, dy: {y:.2f}pt)"
    if isinstance(node, Ink):
        if not node.icon:
            return []
        svg = folder / f"{node.icon}.svg"
        if not svg.exists():
            svg.write_text((resources_dir() / "icons" / svg.name).read_text("utf-8"), "utf-8")
        return [f'{at}[#image("{svg.name}", width: {node.height:.1f}pt)]']
    spans = []
    for span in node.spans:
        latin, weight = _family(span.style.typeface.latin)
        han, _ = _family(span.style.typeface.han)
        red, green, blue = (round(part * 255) for part in span.style.colour)
        lang = span.lang.split("-")[0]
        spans.append(
            f'#text(font: ("{latin}", "{han}"), weight: {weight}, size: {span.style.size}pt, lang: "{lang}", '
            f"fill: rgb({red}, {green}, {blue}))[#{json.dumps(span.text, ensure_ascii=False)}]"
        )
    words = "".join(spans)
    if node.tag[:1] == "H" and node.tag[1:].isdigit():
        words = f"#heading(level: {node.tag[1:]})[{words}]"
    width = min(node.width, 500)
    return [f"{at}[#box(width: {width:.2f}pt)[{words}]]"]


def _faces() -> str:
    fonts = resources_dir() / "fonts"
    rules = []
    for index, name in enumerate(FACES):
        family, weight = _family(index)
        url = (fonts / f"{name}.ttf").as_uri()
        rules.append(f'@font-face {{ font-family: "{family}"; font-weight: {weight}; src: url("{url}") }}')
    return " ".join(rules)


def _html(node: Text | Ink, x: float, y: float, folder: Path) -> list[str]:
    if isinstance(node, Ink):
        if not node.icon:
            return []
        picture = f'<img alt="" src="{node.icon}.svg" style="width: {node.height:.1f}pt">'
        return [f'<div style="left: {x:.2f}pt; top: {y:.2f}pt">{picture}</div>']
    spans = []
    for span in node.spans:
        latin, weight = _family(span.style.typeface.latin)
        han, _ = _family(span.style.typeface.han)
        look = f"font: {weight} {span.style.size}pt/{span.style.leading}pt '{latin}', '{han}'"
        spans.append(f'<span lang="{span.lang}" style="{look}">{html.escape(span.text)}</span>')
    place = f"left: {x:.2f}pt; top: {y:.2f}pt; width: {min(node.width, 500):.2f}pt"
    tag = node.tag.lower() if node.tag[:1] == "H" else "p"
    return [f'<div style="{place}"><{tag} style="margin: 0">{"".join(spans)}</{tag}></div>']
