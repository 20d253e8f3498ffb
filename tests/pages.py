"""Every page and state of the window, in one table, each with the way there through public doors.

``STATES`` is walked by ``tests.screenshots`` (a picture of each) and by ``tests/widgets/test_every_page.py``
(nothing cut, every control reached and named). A place, a tab or a kind of thing that is missing here makes
a test fail.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory, mkdtemp
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

if TYPE_CHECKING:
    from planner.record.journey import Journey
    from planner.session import Session
    from ui.editing.starting import Wanted
    from ui.journey.itinerary.itinerary_view import ItineraryView
    from ui.journey.journey_page import JourneyPage
    from ui.journey.timeline.timeline_view import TimelineView
    from ui.reference.world_page import WorldPage
    from ui.shell.main_window import MainWindow
    from ui.shell.workspace import Workspace

NOW = dt.datetime(2027, 4, 14, 9, 0, tzinfo=dt.UTC)
"""Within the sample's course: the day of its seventh session."""
SAMPLE = "sample"
_OF_EACH_PHASE = 3
_QUIET_TURNS = 24

#: Which record a state is of: none yet, one with journeys, one in which nothing was entered.
WAY_IN, FULL, EMPTY = "way in", "full", "empty"


@dataclass(frozen=True, slots=True)
class State:
    """One thing the window can show. ``show`` brings it there from anywhere, ``leave`` takes away what
    would stand in the way of the next; ``covers`` names the place, tab or kind of thing that it is of.
    ``part`` is what of it is its own, where the rest of the window is as in another state.
    """

    name: str
    show: Callable[[MainWindow], object]
    covers: str = ""
    leave: Callable[[MainWindow], object] = lambda _window: None
    of: str = FULL
    part: Callable[[MainWindow], QWidget] = lambda window: window


# The records


def moved_forward(journey: Journey) -> Journey:
    """The journey as it would stand on the day of ``NOW``, had everything gone as planned."""
    from planner.record.appointment import AppointmentState
    from planner.record.document import DocumentState
    from planner.record.fraction import FractionState
    from planner.record.money import PaymentState
    from planner.record.visa import AddressRegistration, EntryState

    today = NOW.date()
    return replace(
        journey,
        courses=tuple(
            replace(
                course,
                fractions=tuple(
                    replace(f, state=FractionState.DELIVERED) if f.starts.date <= today else f
                    for f in course.fractions
                ),
            )
            for course in journey.courses
        ),
        tasks=tuple(
            replace(t, done_on=t.due_on) if t.due_on and t.due_on <= today and not t.done_on else t
            for t in journey.tasks
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


def full_record(generated: int) -> Session:
    """The sample on its seventh session, with files and an issued revision, among generated journeys."""
    from planner.edits.edit import Edit, NewJourney
    from planner.message import N_
    from planner.record.consent import Audience
    from planner.record.ids import JourneyId
    from planner.record.text import Text
    from planner.schedule.phase import Phase, phase
    from planner.session import PrintOptions, Session
    from tests.builders import generated_journeys

    session = Session.sample(clock=lambda: NOW)
    shown: dict[Phase, int] = {}
    for journey in generated_journeys(generated, 7):
        stage = phase(journey, NOW.date())
        shown[stage] = shown.get(stage, 0) + 1
        if shown[stage] <= _OF_EACH_PHASE:
            session.run(NewJourney(N_("New journey"), moved_forward(journey)))
    session.run(Edit(N_("Mark session {number} as delivered", number=7), JourneyId(SAMPLE), moved_forward))
    driver = Text({"en": "Driver Specimen", "zh_CN": "司机"}, "en")
    session.copies.issue(SAMPLE, PrintOptions(audience=Audience.DRIVER), recipients=(driver,))
    session.run(Edit(N_("Change the leg"), JourneyId(SAMPLE), _with_earlier_ride))
    session.copies.issue(SAMPLE, PrintOptions(audience=Audience.DRIVER), recipients=(driver,))
    with TemporaryDirectory() as folder:
        _attach_files(session, Path(folder))
    return session


def _with_earlier_ride(journey: Journey) -> Journey:
    """The next ride to a session leaves a quarter of an hour earlier, so that two revisions differ."""
    from planner.record.leg import LegMode

    rides = [leg for leg in journey.legs if leg.mode is LegMode.CAR and leg.departs]
    first = next(leg for leg in rides if leg.departs.date > NOW.date())
    earlier = replace(first, departs=first.departs.later(-15))
    return replace(journey, legs=tuple(earlier if leg is first else leg for leg in journey.legs))


def _attach_files(session: Session, folder: Path) -> None:
    """A PDF, a text and a file of a kind that cannot be shown, at the sample's first document."""
    from planner.edits.attaching import attach

    (folder / "referral letter.pdf").write_bytes(session.copies.pdf(SAMPLE, 1))
    (folder / "how to find the gate.txt").write_text(
        "Gate 3, then the lift to level 2.\n3号门，乘电梯到二层。\n"
    )
    (folder / "scan of March.dcm").write_bytes(b"\0\1" * 4_000)
    files = [
        session.attachments.attachment(session.attachments.bring(path).run(), "Asia/Shanghai")
        for path in sorted(folder.iterdir())
    ]
    journey = session.journey(SAMPLE)
    session.run(attach(journey, journey.documents[0].id, files))


def empty_record(folder: Path) -> Session:
    """A record in which nothing was entered yet. Its passphrase costs nothing to try."""
    from planner.session import Session
    from planner.store.key_wrap import KeyCost
    from planner.store.vault import Vault

    cost = KeyCost(memory_kib=64, passes=1, lanes=1)
    session = Session(Vault.create(folder, "correct horse battery staple", cost=cost), lambda: NOW)
    session.keys.cost = cost
    return session


# Getting about


def settle(window: MainWindow, most: int = 20_000) -> None:
    """Let everything that is under way or put off for a moment come to its end."""
    from ui.editing.form import Form
    from ui.portions import Portions

    clock = dt.datetime.now
    until = clock() + dt.timedelta(milliseconds=most)
    quiet = 0
    while quiet < _QUIET_TURNS and clock() < until:
        QCoreApplication.processEvents()
        quiet = 0 if window.desk.work.is_busy else quiet + 1
        if window.desk.work.is_busy:
            QTest.qWait(1)
        elif quiet == _QUIET_TURNS and not (  # looked for at the end alone: it takes longer than a turn
            all(portions.is_complete for portions in window.findChildren(Portions))
            and all(form.is_complete for form in window.findChildren(Form) if form.isVisible())
        ):
            quiet = 0


def _space(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def _place(key: str, window: MainWindow) -> Any:
    """Go to a place; its page."""
    space = _space(window)
    space.go(key)
    return space.page


def _journey(window: MainWindow) -> JourneyPage:
    """The sample from the top."""
    from ui.journey.journey_page import JourneyPage

    space = _space(window)
    if space.journey is None or space.journey.id != SAMPLE:
        space.open_journey(SAMPLE)
    page = space.page
    assert isinstance(page, JourneyPage)
    return page


def _close_forms(window: MainWindow) -> None:
    panel = _journey(window).editing.panel
    if panel is not None:
        while panel.page is not None:
            panel.page.throw_away() if panel.page.wanted is not None else panel.close_all()


def _panel(window: MainWindow) -> QWidget:
    panel = _journey(window).editing.panel
    assert panel is not None
    return panel


def _drawer_itself(window: MainWindow) -> QWidget:
    return _space(window).findings


def _view_shown(window: MainWindow) -> QWidget:
    page: Any = _space(window).page
    view: QWidget | None = page.shown_view
    assert view is not None
    return view


# The way in


def _way_in(key: str, window: MainWindow) -> None:
    window.entrance.go(key)


def _refused(window: MainWindow) -> None:
    from planner.message import N_

    window.entrance.go("open")
    form = window.entrance.open_form
    form.passphrase.line.setText("not the right one")
    form.banner.tell(
        N_("This passphrase does not open the record."),
        N_("Check capital letters and the keyboard language, then try again."),
    )
    form.refused()


def _rescue(window: MainWindow) -> None:
    """A damaged record of which a part can be read, without a backup beside it."""
    from planner.session.rescue import Outlook

    window.entrance.rescue_form.show_outlook(Outlook(Path("Journeys"), 38, 2, (), False, b""))
    window.entrance.go("rescue")


def _sheet(window: MainWindow) -> None:
    """The recovery sheet of a record that was made just now."""
    folder = Path(mkdtemp(prefix="planner-pages-")) / "Journeys"
    window.setProperty("made_folder", str(folder))
    window.entrance.go("new")
    form = window.entrance.new_form
    form.record.show_folder(folder)
    for line in (form.passphrase.line, form.again.line):
        line.setText("correct horse battery staple")
    form.make.click()
    _wait_for(lambda: window.entrance.key == "sheet")


def _first_agency(window: MainWindow) -> None:
    form: Any = window.entrance.form
    form.sheet.later.click()
    _wait_for(lambda: window.entrance.key == "agency")


def _leave_first_agency(window: MainWindow) -> None:
    form: Any = window.entrance.form
    form.left.emit(False)
    window.lock()
    settle(window)
    rmtree(Path(window.property("made_folder")).parent)


def _wait_for(is_so: Callable[[], bool]) -> None:
    for _ in range(4_000):
        if is_so():
            return
        QTest.qWait(2)
    raise AssertionError("it never came")


# The journey page


def _tab(key: str, window: MainWindow) -> None:
    page = _journey(window)
    page.go_to(key)
    page.tabs.button(key).setFocus()


def _card(key: str, window: MainWindow) -> QWidget:
    return _journey(window).cards[key]


def _top(window: MainWindow) -> None:
    _space(window).open_journey(SAMPLE)


def _timeline(span: float, window: MainWindow) -> TimelineView:
    from ui.journey.timeline.timeline_view import TimelineView

    page = _journey(window)
    page.go_to("timeline")
    [view] = page.findChildren(TimelineView)
    view.canvas.zoom_to(span)
    view.canvas.show_today()
    return view


def _signs(window: MainWindow) -> None:
    view = _timeline(10.0, window)
    if view.legend.isHidden():
        view.bar.legend.click()


def _leave_signs(window: MainWindow) -> None:
    _timeline(10.0, window).legend.left.emit()


def _timeline_move(window: MainWindow) -> None:
    view = _timeline(44.0, window)
    view.canvas.choose("sample-fraction-10")
    for _ in range(2):
        QTest.keyClick(view.canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    for _ in range(2_000):
        if not view.card.isHidden() and view.card.accept.isEnabled():
            break
        QApplication.processEvents()


def _leave_move(window: MainWindow) -> None:
    _timeline(44.0, window).card.left.emit()


def _form(thing: str, window: MainWindow) -> None:
    """The form of the first thing of this kind."""
    from planner.record.lookup import things

    page = _journey(window)
    page.go_to_section("people")
    assert page.journey is not None
    ids = [one.id for one in things(page.journey) if type(one).__name__ == thing]
    assert page.open_thing(ids[0]), thing


def _new_form(wanted: Wanted, window: MainWindow) -> None:
    page = _journey(window)
    page.go_to_section("people")
    page.editing.open_new(wanted)


def _form_in_a_narrow_window(window: MainWindow) -> None:
    """As small as the window gets at 200 % on a laptop: the form takes the place of the reading."""
    window.resize(960, 600)
    _form("Document", window)


def _widen(window: MainWindow) -> None:
    _close_forms(window)
    window.resize(1280, 720)


def _field(thing: str, name: str, window: MainWindow) -> Any:
    """The control of a field, in the open form of the first thing of this kind."""
    _form(thing, window)
    panel = _journey(window).editing.panel
    assert panel is not None
    assert panel.page is not None
    panel.page.go_to(name)
    row = panel.page.form.row(name)
    assert row is not None
    settle(window)
    return row.field


def _open_choices(window: MainWindow) -> None:
    _field("Traveller", "nationality", window).open_list()


def _open_days(window: MainWindow) -> None:
    _field("Document", "needed_by", window).toggle_calendar()


def _replan(window: MainWindow) -> None:
    page = _journey(window)
    page.go_to_section("course")
    page.course_actions.missed.click()
    _weighed(window)


def _fewer(window: MainWindow) -> None:
    page = _journey(window)
    page.go_to_section("course")
    page.course_actions.fewer.click()
    assert page.replan is not None
    page.replan.form.ordered.choose_number(12)
    _weighed(window)


def _weighed(window: MainWindow) -> None:
    view = _journey(window).replan
    assert view is not None
    for _ in range(4_000):
        if view.accept.isEnabled():
            break
        QTest.qWait(2)


def _consequences(window: MainWindow) -> None:
    _replan(window)
    view = _journey(window).replan
    assert view is not None
    view.everything.click()
    view.scroll_to_consequences()


def _replan_findings(window: MainWindow) -> None:
    _consequences(window)
    view = _journey(window).replan
    assert view is not None
    settle(window)
    view.scroll_to_end()


def _close_replan(window: MainWindow) -> None:
    _journey(window).close_replan()


def _export(window: MainWindow) -> None:
    page = _journey(window)
    page.go_to_section("people")
    page.toggle_export()


def _close_export(window: MainWindow) -> None:
    _journey(window).export.close()


def _acknowledge(window: MainWindow) -> None:
    _space(window).open_journey(SAMPLE)
    page = _journey(window)
    _wait_for(lambda: page.is_complete)
    page.findings_card.rows[0].accept.click()


def _itinerary(window: MainWindow) -> ItineraryView:
    from ui.journey.itinerary.itinerary_view import ItineraryView

    page = _journey(window)
    page.go_to("itinerary")
    [view] = page.findChildren(ItineraryView)
    for _ in range(5_000):
        if not view.rendering.is_busy and (view.paper.pdf.view.is_sharp or view.paper.is_refused):
            break
        QTest.qWait(4)
    return view


def _issue(window: MainWindow) -> None:
    _itinerary(window).begin_issue()
    settle(window)


def _leave_issue(window: MainWindow) -> None:
    _itinerary(window).issuing.cancel.click()


def _ledger(window: MainWindow) -> None:
    view = _itinerary(window)
    if not view.ledger.is_open:
        view.ledger.unfold.click()
    view.ledger.mark(_space(window).session.journey(SAMPLE).issues[-1].id)


def _compare(window: MainWindow) -> None:
    view = _itinerary(window)
    view.ledger.mark(_space(window).session.journey(SAMPLE).issues[-1].id)
    view.ledger.compare.click()
    settle(window)


def _leave_compare(window: MainWindow) -> None:
    _itinerary(window).compare.close_button.click()


def _save_copy(window: MainWindow) -> None:
    _itinerary(window).begin_save()


def _leave_save(window: MainWindow) -> None:
    _itinerary(window).handing.form.cancel.click()


def _history_details(window: MainWindow) -> None:
    from ui.journey.history.history_view import HistoryView

    page = _journey(window)
    page.go_to("history")
    [view] = page.findChildren(HistoryView)
    view.table.setFocus()
    view.table.selectRow(0)


# Files


def _viewer(name: str, window: MainWindow) -> None:
    from ui.attachments.attachment_list import AttachmentList

    page = _journey(window)
    assert page.journey is not None
    document = page.journey.documents[0]
    page.open_thing(document.id)
    files = AttachmentList(window.desk, _space(window).session, window.errors, parent=page)
    files.show_thing(page.journey, document.id)
    files.view(next(one for one in document.attachments if one.name == name))
    window.setProperty("seen_files", files)
    settle(window)


def _viewer_itself(window: MainWindow) -> QWidget:
    sheet: QWidget = window.property("seen_files").viewer
    return sheet


def _palette_itself(window: MainWindow) -> QWidget:
    return _space(window).palette_box


def _leave_viewer(window: MainWindow) -> None:
    files = window.property("seen_files")
    files.close_viewer()
    files.setParent(None)
    files.deleteLater()
    window.setProperty("seen_files", None)
    _close_forms(window)


def _dropped(window: MainWindow) -> None:
    page = _journey(window)
    page.go_to_section("people")
    _close_forms(window)
    page.take_files([Path("referral letter.pdf"), Path("scan.pdf")])


def _leave_dropped(window: MainWindow) -> None:
    from ui.attachments.drop_form import FileDropForm

    for form in _journey(window).findChildren(FileDropForm):
        form.cancel.click()


# The other places


def _found(words: str, window: MainWindow) -> None:
    page = _place("journeys", window)
    page.search.setText(words)


def _show_all(window: MainWindow) -> None:
    _space(window).journeys.show_all()


def _import_drop(window: MainWindow) -> None:
    space = _space(window)
    space.go("journeys")
    space.veil.cover()


def _palette(words: str, window: MainWindow) -> None:
    space = _space(window)
    space.go("journeys")
    palette = space.palette_box
    palette.open_up()
    palette.field.setText(words)
    for _ in range(2_000):
        if palette.is_settled:
            break
        QTest.qWait(1)


def _leave_palette(window: MainWindow) -> None:
    _space(window).palette_box.close_up()


def _drawer(place: str, window: MainWindow) -> None:
    space = _space(window)
    space.open_journey(SAMPLE) if place == "journey" else space.go(place)
    if space.findings.drawer.isHidden():
        space.findings.toggle()


def _leave_drawer(window: MainWindow) -> None:
    space = _space(window)
    if not space.findings.drawer.isHidden():
        space.findings.toggle()


def _directory(kind: str, window: MainWindow) -> None:
    directory = _space(window).session.directory()
    page = _place("directory", window)
    entries: Any = {"place": directory.places, "contact": directory.contacts}[kind]
    page.open_entry(entries[0].id)


def _new_entry(kind: str, window: MainWindow) -> None:
    page = _place("directory", window)
    (page.add_place if kind == "place" else page.add_person).click()


def _leave_entry(window: MainWindow) -> None:
    page = _place("directory", window)
    page.list.choose_first()


def _join(window: MainWindow) -> None:
    _directory("place", window)
    _place("directory", window).panel.joining.click()


def _world(view: str, window: MainWindow) -> WorldPage:
    page: WorldPage = _place("world", window)
    page.show_view(view)
    return page


def _year(window: MainWindow) -> None:
    _world("calendars", window).calendars.list.choose(("CN", 2026))


def _calendar_news(window: MainWindow) -> None:
    """An invented notice, looked through before it is kept."""
    days = [{"name": "清明节", "date": one, "isOffDay": True} for one in ("2027-04-07", "2027-04-08")]
    days.append({"name": "清明节", "date": "2027-04-11", "isOffDay": False})
    file = _space(window).session.folder / "2027.json"
    file.write_text(json.dumps({"year": 2027, "papers": ["https://example.org/notice"], "days": days}))
    _world("calendars", window).look_through(file)
    file.unlink()


def _leave_news(window: MainWindow) -> None:
    _world("calendars", window).calendars.close_news()


def _accountability(view: str, window: MainWindow) -> None:
    _place("accountability", window).show_view(view)


def _erasing(window: MainWindow) -> None:
    page = _place("accountability", window)
    page.show_view("people")
    page.people.show_person(SAMPLE, erase=True)


def _leave_erasing(window: MainWindow) -> None:
    page: Any = _space(window).page
    page.people.erasing.left.emit()


def _passphrase(window: MainWindow) -> None:
    _place("record", window).passphrase.show_form(True)


def _leave_passphrase(window: MainWindow) -> None:
    _place("record", window).passphrase.show_form(False)


def _people(window: MainWindow) -> None:
    page = _place("record", window)
    page.people.show_form(True)
    QApplication.processEvents()
    page.findChild(QScrollArea).ensureWidgetVisible(page.people)


def _leave_people(window: MainWindow) -> None:
    _place("record", window).people.show_form(False)


def _recovery(window: MainWindow) -> None:
    page = _place("record", window)
    page.recovery.show_sheet()
    QApplication.processEvents()
    page.findChild(QScrollArea).ensureWidgetVisible(page.recovery.sheet)


def _leave_recovery(window: MainWindow) -> None:
    _place("record", window).recovery.close_sheet()


def _limits(window: MainWindow) -> None:
    page = _place("settings", window)
    page.limits.unfold.click()
    QApplication.processEvents()
    page.findChild(QScrollArea).ensureWidgetVisible(page.limits, 0, 0)


def _leave_limits(window: MainWindow) -> None:
    _place("settings", window).limits.unfold.click()


def _tabs() -> tuple[State, ...]:
    from ui.journey.sections import SECTIONS
    from ui.journey.views import FIRST, LAST

    keys = [tab.key for tab in (*SECTIONS, *FIRST, *LAST)]
    own = {
        "timeline": partial(_timeline, 10.0),
        "itinerary": _itinerary,
    }
    return tuple(State(f"journey-{key}", own.get(key, partial(_tab, key)), f"tab:{key}") for key in keys)


def _forms() -> tuple[State, ...]:
    """A form of each kind of thing: of one there is where the sample has one, else of a new one."""
    from ui.editing.addables import ADDABLES

    new = {one.wanted.cls: one.wanted for many in ADDABLES.values() for one in many}
    in_sample = sample_kinds()
    made = [
        State(f"form-{_dashed(kind)}", partial(_form, kind), f"thing:{kind}", _close_forms, part=_panel)
        for kind in in_sample
    ]
    made += [
        State(
            f"form-new-{_dashed(cls.__name__)}",
            partial(_new_form, wanted),
            f"thing:{cls.__name__}",
            _close_forms,
            part=_panel,
        )
        for cls, wanted in new.items()
        if cls.__name__ not in in_sample
    ]
    leg = next(one.wanted for one in ADDABLES["travel"])
    made.append(State("form-new-leg", partial(_new_form, leg), "thing:Leg", _close_forms, part=_panel))
    made.append(State("form-in-a-narrow-window", _form_in_a_narrow_window, leave=_widen, part=_panel))
    made.append(State("form-choices", _open_choices, leave=_close_forms, part=_panel))
    made.append(State("form-days", _open_days, leave=_close_forms, part=_panel))
    return tuple(made)


@cache
def sample_kinds() -> tuple[str, ...]:
    """The kinds of things that the sample has, each once."""
    from planner.imports.journey_file import open_file
    from planner.record.lookup import things
    from planner.session.importing import sample_file

    return tuple({type(one).__name__: None for one in things(open_file(sample_file()).journey)})


def _dashed(kind: str) -> str:
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in kind).lstrip("-")


def _bare_journey(window: MainWindow) -> None:
    """A journey of which nothing is known yet, as one begins it by hand."""
    from planner.edits.edit import NewJourney
    from planner.message import N_
    from tests.builders import make_journey

    space = _space(window)
    if not space.session.journey_ids():
        space.session.run(NewJourney(N_("New journey"), make_journey(id="bare")))
    space.open_journey(space.session.journey_ids()[0])


def _bare_tab(key: str, window: MainWindow) -> None:
    _bare_journey(window)
    page: Any = _space(window).page
    page.go_to(key)
    settle(window)


@cache
def states() -> tuple[State, ...]:
    """Every page and state, in the order in which the window is walked."""
    return (
        *(
            State(f"way-in-{key}", partial(_way_in, key), f"form:{key}", of=WAY_IN)
            for key in ("welcome", "new", "recover")
        ),
        State("way-in-open", partial(_way_in, "open"), "form:open", of=WAY_IN),
        State("way-in-refused", _refused, of=WAY_IN),
        State("way-in-rescue", _rescue, "form:rescue", of=WAY_IN),
        State("way-in-sheet", _sheet, "form:sheet", of=WAY_IN),
        State("way-in-agency", _first_agency, "form:agency", _leave_first_agency, of=WAY_IN),
        State("today", partial(_place, "today"), "place:today"),
        State("journeys", partial(_place, "journeys"), "place:journeys"),
        State("journeys-found", partial(_found, "lunbel"), leave=_show_all),
        State("journeys-none", partial(_found, "nobody of this name"), leave=_show_all),
        State(
            "journeys-drop",
            _import_drop,
            leave=lambda window: _space(window).veil.hide(),
            part=lambda window: _space(window).veil,
        ),
        State("new-journey", partial(_place, "new-journey"), "place:new-journey"),
        State("journey", _top),
        *_tabs(),
        State("timeline-weeks", partial(_timeline, 44.0), part=_view_shown),
        State("timeline-days", partial(_timeline, 240.0), part=_view_shown),
        State("timeline-signs", _signs, leave=_leave_signs, part=_view_shown),
        State("timeline-move", _timeline_move, leave=_leave_move, part=_view_shown),
        State("itinerary-issue", _issue, leave=_leave_issue, part=_view_shown),
        State("itinerary-ledger", _ledger, part=_view_shown),
        State("itinerary-compare", _compare, leave=_leave_compare, part=_view_shown),
        State("itinerary-save", _save_copy, leave=_leave_save, part=_view_shown),
        State("history-details", _history_details, part=_view_shown),
        *_forms(),
        State("files-dropped", _dropped, leave=_leave_dropped),
        *(
            State(f"file-{name}", partial(_viewer, file), leave=_leave_viewer, part=_viewer_itself)
            for name, file in (
                ("pdf", "referral letter.pdf"),
                ("text", "how to find the gate.txt"),
                ("other", "scan of March.dcm"),
            )
        ),
        State("acknowledge", _acknowledge, leave=_top),
        State("replan", _replan, leave=_close_replan),
        State("replan-consequences", _consequences, leave=_close_replan),
        State("replan-findings", _replan_findings, leave=_close_replan),
        State("replan-fewer", _fewer, leave=_close_replan),
        State("export", _export, leave=_close_export),
        State("findings-journey", partial(_drawer, "journey"), leave=_leave_drawer, part=_drawer_itself),
        State("findings-all", partial(_drawer, "journeys"), leave=_leave_drawer, part=_drawer_itself),
        State("palette", partial(_palette, ""), leave=_leave_palette, part=_palette_itself),
        State("palette-found", partial(_palette, "lun"), leave=_leave_palette, part=_palette_itself),
        State("directory", partial(_place, "directory"), "place:directory"),
        State("directory-place", partial(_directory, "place")),
        State("directory-person", partial(_directory, "contact")),
        State("directory-join", _join, leave=_leave_entry),
        State("directory-new-place", partial(_new_entry, "place"), leave=_leave_entry),
        State("directory-new-person", partial(_new_entry, "contact"), leave=_leave_entry),
        State("phrasebook", partial(_place, "phrasebook"), "place:phrasebook"),
        State("world", partial(_place, "world"), "place:world"),
        State("world-year", _year),
        State("world-notice", _calendar_news, leave=_leave_news),
        State("world-policies", partial(_world, "policies")),
        State("world-templates", partial(_world, "templates")),
        State("accountability", partial(_place, "accountability"), "place:accountability"),
        State("accountability-person", partial(_accountability, "people")),
        State("accountability-erase", _erasing, leave=_leave_erasing),
        State("accountability-keeping", partial(_accountability, "keeping")),
        State("record", partial(_place, "record"), "place:record"),
        State("settings", partial(_place, "settings"), "place:settings"),
        State("settings-limits", _limits, leave=_leave_limits),
        State("keyboard", partial(_place, "keyboard"), "place:keyboard"),
        *(
            State(f"empty-{key}", partial(_place, key), of=EMPTY)
            for key in ("today", "journeys", "directory", "accountability", "settings")
        ),
        State("empty-people", partial(_accountability, "people"), of=EMPTY),
        State("empty-keeping", partial(_accountability, "keeping"), of=EMPTY),
        State("empty-palette", partial(_palette, ""), leave=_leave_palette, of=EMPTY, part=_palette_itself),
        State(
            "empty-findings", partial(_drawer, "journeys"), leave=_leave_drawer, of=EMPTY, part=_drawer_itself
        ),
        State("record-passphrase", _passphrase, leave=_leave_passphrase, of=EMPTY),
        State("record-people", _people, leave=_leave_people, of=EMPTY),
        State("record-recovery", _recovery, leave=_leave_recovery, of=EMPTY),
        State("bare-journey", _bare_journey, of=EMPTY),
        *(
            State(f"bare-{key}", partial(_bare_tab, key), of=EMPTY)
            for key in ("timeline", "itinerary", "history", "consent")
        ),
    )
