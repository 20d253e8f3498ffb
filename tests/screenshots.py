"""Pictures of every page by one command: light and dark, English and Chinese, 1280×720, 100 % and 200 %.

    python -m tests.screenshots [--out DIR] [--only NAME] [--scale 1|2]

The record is the sample, moved forward to its seventh session, among generated journeys; nobody in it exists.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.record.journey import Journey
    from planner.session import Session
    from ui.journey.journey_page import JourneyPage
    from ui.shell.main_window import MainWindow
    from ui.shell.workspace import Workspace

NOW = dt.datetime(2027, 4, 14, 9, 0, tzinfo=dt.UTC)
SIZE = (1280, 720)
SCALES = (1, 2)
_GENERATED = 400
_OF_EACH_PHASE = 3
_ROOT = Path(__file__).resolve().parent.parent


def moved_forward(journey: Journey) -> Journey:
    """The sample as it would stand on the day of ``NOW``, had everything gone as planned."""
    from planner.record.appointment import AppointmentState
    from planner.record.document import DocumentState
    from planner.record.fraction import FractionState
    from planner.record.money import PaymentState
    from planner.record.visa import AddressRegistration, EntryState

    today = NOW.date()
    course = journey.courses[0]
    return replace(
        journey,
        courses=(
            replace(
                course,
                fractions=tuple(
                    replace(f, state=FractionState.DELIVERED) if f.starts.date <= today else f
                    for f in course.fractions
                ),
            ),
        ),
        documents=tuple(
            replace(d, state=DocumentState.ACCEPTED) if d.needed_by and d.needed_by <= today else d
            for d in journey.documents
        ),
        payments=tuple(
            replace(p, state=PaymentState.RECEIVED, paid_on=p.due_on) if p.due_on and p.due_on <= today else p
            for p in journey.payments
        ),
        appointments=tuple(
            replace(a, state=AppointmentState.DONE) if a.starts and a.starts.date <= today else a
            for a in journey.appointments
        ),
        entries=tuple(
            replace(
                e,
                state=EntryState.ACTUAL,
                registrations=(AddressRegistration(registered=e.entered.later(240) or e.entered),),
            )
            for e in journey.entries
            if e.entered
        ),
    )


def record() -> Session:
    """A throwaway record to look at."""
    from planner.edits.edit import Edit, NewJourney
    from planner.message import N_
    from planner.record.ids import JourneyId
    from planner.schedule.phase import Phase, phase
    from planner.session import Session
    from tests.builders import generated_journeys

    session = Session.sample(clock=lambda: NOW)
    shown: dict[Phase, int] = {}
    for journey in generated_journeys(_GENERATED, 7):
        stage = phase(journey, NOW.date())
        shown[stage] = shown.get(stage, 0) + 1
        if shown[stage] <= _OF_EACH_PHASE:
            session.run(NewJourney(N_("New journey"), moved_forward(journey)))
    session.run(Edit(N_("Mark fraction {number} delivered", number=7), JourneyId("sample"), moved_forward))
    return session


def entrance(window: MainWindow) -> Iterator[str]:
    """Every form of the way in."""
    from planner.message import N_

    for key in ("welcome", "open", "new"):
        window.entrance.go(key)
        yield f"way-in-{key}"
    window.entrance.go("open")
    window.entrance.open_form.passphrase.line.setText("not the right one")
    window.entrance.open_form.banner.tell(
        N_("This passphrase does not open the record."),
        N_("Check capital letters and the keyboard language, then try again."),
    )
    window.entrance.open_form.refused()
    yield "way-in-refused"


def timeline(page: JourneyPage) -> Iterator[str]:
    """The timeline whole, in weeks, in days, and with a session about to move."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from ui.journey.timeline.timeline_view import TimelineView

    page.go_to("timeline")
    [view] = page.findChildren(TimelineView)
    yield "timeline"
    for span, name in ((240.0, "days"), (44.0, "weeks")):
        view.canvas.zoom_to(span)
        view.canvas.show_today()
        yield f"timeline-{name}"
    view.canvas.choose("sample-fraction-10")
    for _ in range(2):
        QTest.keyClick(view.canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    while view.card.isHidden():
        QApplication.processEvents()
    yield "timeline-move"
    view.card.left.emit()
    page.go_to("people")


def workspace(window: MainWindow, space: Workspace) -> Iterator[str]:
    """Every page of the open record."""
    space.go("journeys")
    yield "journeys"
    space.journeys.search.setText("lunbel")
    yield "journeys-found"
    space.journeys.search.setText("nobody of this name")
    yield "journeys-none"
    space.journeys.show_all()
    space.open_journey("sample")
    page: JourneyPage = space.page  # type: ignore[assignment]
    yield "journey"
    yield from timeline(page)
    for key in ("documents", "visa", "travel", "appointments", "course", "money", "consent"):
        page.go_to_section(key)
        yield f"journey-{key}"
    page.show_journey("sample")
    row = page.findings_card.rows[1]
    row.accept.click()
    yield "findings-acknowledge"
    row.acknowledged.emit("Confirmed by telephone with the airline", "Casey Specimen")
    page.findings_card.accepted_more.click()
    yield "findings-acknowledged"
    space.undo.trigger()
    page.course_actions.missed.click()
    yield "replan"
    if page.replan is not None:
        page.replan.everything.click()
        page.replan.scroll_to_consequences()
    yield "replan-consequences"
    if page.replan is not None:
        page.replan.scroll_to_end()
    yield "replan-findings"
    page.close_replan()
    page.toggle_export()
    yield "export"
    page.close_export()
    space.go("journeys")
    space.veil.cover()
    yield "import-drop"
    space.veil.hide()
    space.go("settings")
    yield "settings"


def draw(out: Path, only: str) -> None:
    """Make all pictures at the scale this process was started with."""
    from PySide6.QtWidgets import QApplication

    from ui.shell.application import make_window

    application = QApplication([])
    scale = round(application.devicePixelRatio() * 100)
    with tempfile.TemporaryDirectory() as place:
        window = make_window(
            application,
            folder=Path("/Users/me/Records/Journeys"),
            clock=lambda: NOW,
            settings_folder=Path(place),
        )
        window.resize(*SIZE)
        window.show()

        def shoot(steps: Callable[[], Iterator[str]], variant: str) -> None:
            for name in steps():
                if only and only not in name:
                    continue
                for _ in range(40):
                    application.processEvents()
                while window.desk.work.is_busy:
                    application.processEvents()
                for _ in range(10):
                    application.processEvents()
                window.grab().save(str(out / f"{name}-{variant}-{scale}.png"))

        session = record()
        for language in ("en", "zh_CN"):
            for theme in ("light", "dark"):
                window.desk.preferences.change(language=language, theme=theme)
                shoot(lambda: entrance(window), f"{language}-{theme}")
        window.enter(session, None)
        assert window.workspace is not None
        space = window.workspace
        for language in ("en", "zh_CN"):
            for theme in ("light", "dark"):
                window.desk.preferences.change(language=language, theme=theme)
                shoot(lambda: workspace(window, space), f"{language}-{theme}")
        window.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=_ROOT / "out" / "screenshots")
    parser.add_argument("--only", default="", help="only pictures whose name holds this")
    parser.add_argument("--scale", type=int, choices=SCALES, help="only this scale")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    if given.here:
        draw(given.out, given.only)
        return
    for scale in (given.scale,) if given.scale else SCALES:
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "QT_SCALE_FACTOR": str(scale)}
        command = [sys.executable, "-m", "tests.screenshots", "--here", "--out", str(given.out)]
        subprocess.run([*command, "--only", given.only], cwd=_ROOT, env=environment, check=True)
    sys.stdout.write(f"{given.out}\n")


if __name__ == "__main__":
    main()
