"""The itinerary tab: the real paper beside its options, issued by number, compared, printed on the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from planner.edits.edit import Edit
from planner.errors import Cancelled
from planner.message import N_
from planner.record.consent import Audience, Consent, DataCategory, DisclosureKind
from planner.record.ids import ConsentId, JourneyId
from planner.record.journey import Journey
from planner.record.subject import Subject
from planner.record.text import same
from planner.rules.finding import EnterNew, OpenField
from planner.session import Hold, PdfJob, PrintOptions, Session
from tests.widgets.conftest import NOW
from ui.controls.banner import Banner
from ui.desk import Desk
from ui.journey.itinerary.itinerary_view import ItineraryView
from ui.journey.itinerary.ledger_model import LedgerModel
from ui.journey.itinerary.rendering import Rendering
from ui.pdf.printing import get_ready
from ui.shell.error_presenter import ErrorPresenter

SAMPLE = JourneyId("sample")


def shown(desk: Desk, session: Session, qtbot: QtBot, folder: Path) -> ItineraryView:
    banner = Banner(desk)
    qtbot.addWidget(banner)
    view = ItineraryView(desk, session, ErrorPresenter(banner, lambda: NOW, folder / "log"))
    qtbot.addWidget(view)
    view.resize(1080, 640)
    view.show()
    return view


@pytest.fixture
def view(desk: Desk, sample: Session, qtbot: QtBot, tmp_path: Path) -> ItineraryView:
    return shown(desk, sample, qtbot, tmp_path)


@pytest.fixture
def patient(view: ItineraryView, sample: Session, qtbot: QtBot) -> ItineraryView:
    """The patient's copy, of more than forty pages."""
    view.show_journey(sample.journey(SAMPLE))
    settle(view, qtbot)
    return view


@pytest.fixture
def made(view: ItineraryView, sample: Session, qtbot: QtBot) -> ItineraryView:
    """The driver's copy, of few pages."""
    view.options.choose(Audience.DRIVER)
    view.show_journey(sample.journey(SAMPLE))
    settle(view, qtbot)
    return view


def settle(view: ItineraryView, qtbot: QtBot) -> None:
    qtbot.waitUntil(
        lambda: not view.rendering.is_busy and (view.paper.pdf.view.is_sharp or view.paper.is_refused),
        timeout=20_000,
    )


def run(view: ItineraryView, session: Session, change: Callable[[Journey], Journey]) -> None:
    session.run(Edit(N_("Change"), SAMPLE, change))
    view.show_journey(session.journey(SAMPLE))


def later(journey: Journey) -> Journey:
    course = journey.courses[0]
    moved = tuple(
        replace(f, starts=replace(f.starts, date=f.starts.date + dt.timedelta(3))) if f.number == 15 else f
        for f in course.fractions
    )
    return replace(journey, courses=(replace(course, fractions=moved),))


def withdrawn(journey: Journey) -> Journey:
    return replace(journey, consents=tuple(replace(one, withdrawn_on=NOW.date()) for one in journey.consents))


def agreed(journey: Journey, *names: str) -> Journey:
    """The patient agrees that each of ``names`` may see everything."""
    patient, before = journey.patient, journey.consents
    assert patient is not None
    given = [
        Consent(
            id=ConsentId(f"agreed-{name}"),
            traveller=patient.id,
            recipient_name=same(name),
            categories=tuple(DataCategory),
            given_on=NOW.date(),
        )
        for name in names
    ]
    return replace(journey, consents=(*before, *given))


def click(qtbot: QtBot, button: QWidget) -> None:
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def issue(view: ItineraryView, qtbot: QtBot) -> None:
    click(qtbot, view.issue)
    qtbot.waitUntil(view.issuing.issue.isEnabled, timeout=20_000)
    with qtbot.waitSignal(view.issued, timeout=20_000):
        click(qtbot, view.issuing.issue)
    settle(view, qtbot)


# -- the paper -----------------------------------------------------------------------------------------


def test_the_very_paper_of_the_options_is_shown(
    patient: ItineraryView, sample: Session, qtbot: QtBot
) -> None:
    pages = patient.paper.pdf.pages
    assert pages is not None
    whole = pages.count
    assert "Your journey" in pages.text(0)
    patient.options.choose(Audience.DRIVER)
    settle(patient, qtbot)
    driver = patient.paper.pdf.pages
    assert driver is not None
    assert driver.count < whole
    qtbot.mouseClick(patient.options.large_print, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(patient.options.paper.button("A5"), Qt.MouseButton.LeftButton)
    settle(patient, qtbot)
    large = patient.paper.pdf.pages
    assert large is not None
    assert round(large.sizes[0].width()) == 420
    assert large.count > driver.count


def test_an_edit_shows_at_the_place_where_one_reads(
    patient: ItineraryView, sample: Session, qtbot: QtBot
) -> None:
    reading = patient.paper.pdf.view
    reading.go_to(10)
    reading.verticalScrollBar().setValue(reading.verticalScrollBar().value() + 123)
    place, before = reading.verticalScrollBar().value(), patient.paper.pdf.pages
    run(patient, sample, later)
    settle(patient, qtbot)
    assert patient.paper.pdf.pages is not before
    assert reading.verticalScrollBar().value() == place
    assert patient.paper.pdf.number.text() == "11"


def test_the_first_page_is_seen_from_its_upper_edge(patient: ItineraryView) -> None:
    reading = patient.paper.pdf.view
    assert reading.verticalScrollBar().value() == 0
    reading.zoom_in()
    assert reading.verticalScrollBar().value() == 0
    reading.set_zoom(None)
    assert reading.verticalScrollBar().value() == 0


def test_the_frame_of_the_keyboard_never_touches_the_paper(
    patient: ItineraryView, desk: Desk, qtbot: QtBot
) -> None:
    reading = patient.paper.pdf.view
    reading.verticalScrollBar().setValue(300)  # the paper reaches over the upper edge
    with qtbot.waitActive(patient):
        patient.activateWindow()
    reading.setFocus()
    qtbot.waitUntil(reading.hasFocus)
    seen = reading.viewport().grab().toImage()
    across = seen.width() // 2
    focus = QColor(desk.theme.colours.focus)
    assert [seen.pixelColor(across, y) == focus for y in range(4)] == [True, True, False, False]
    assert [seen.pixelColor(x, seen.height() // 2) == focus for x in range(4)] == [True, True, False, False]
    white = QColor(Qt.GlobalColor.white)
    assert [seen.pixelColor(across, y) == white for y in range(5)] == [False] * 4 + [True]


def test_of_several_changes_only_the_last_is_made(
    made: ItineraryView, sample: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[PrintOptions] = []
    real = PdfJob.run

    def counted(self: PdfJob, *arguments: Callable[..., object]) -> bytes:
        ran.append(self.options)
        return real(self, *arguments)

    monkeypatch.setattr(PdfJob, "run", counted)
    for audience in (Audience.PATIENT, Audience.AGENCY, Audience.DRIVER, Audience.HOTEL):
        made.options.choose(audience)
    settle(made, qtbot)
    assert [options.audience for options in ran] == [Audience.HOTEL]


def test_a_paper_that_is_no_longer_wanted_is_given_up(desk: Desk, qtbot: QtBot) -> None:
    given_up: list[bool] = []

    class Slow:
        def run(self, progress: Callable[[float], None], cancelled: Callable[[], bool]) -> str:
            while not cancelled():
                progress(0.1)
            given_up.append(True)
            raise Cancelled(N_("Stopped."))

    class Quick:
        def run(self, *_: object) -> str:
            return "quick"

    rendering = Rendering(desk)
    told: list[object] = []
    rendering.made.connect(lambda made, _read: told.append(made))
    rendering.want(Slow, at_once=True)
    qtbot.waitUntil(lambda: desk.work.is_busy)
    rendering.want(Quick, at_once=True)
    qtbot.waitUntil(lambda: not rendering.is_busy and not desk.work.is_busy)
    assert told == ["quick"]
    assert given_up == [True]


def test_nothing_is_made_while_nobody_looks(view: ItineraryView, sample: Session, qtbot: QtBot) -> None:
    view.hide()
    view.show_journey(sample.journey(SAMPLE))
    assert not view.rendering.is_busy
    view.show()
    settle(view, qtbot)
    assert view.paper.pdf.pages is not None


def test_a_copy_without_consent_says_why_and_leads_to_the_consents(
    made: ItineraryView, sample: Session, qtbot: QtBot
) -> None:
    before = sample.journey(SAMPLE)
    run(made, sample, withdrawn)
    made.options.choose(Audience.HOSPITAL)
    settle(made, qtbot)
    assert made.paper.is_refused
    sentence = made.paper.refusal.sentence
    assert "withdrew consent for the hospital" in sentence.text()
    lines = sentence.heightForWidth(sentence.width()) / sentence.fontMetrics().lineSpacing()
    assert lines < 3  # balanced anew, not in the width of what stood there before
    assert not made.print.isEnabled()
    assert not made.issue.isEnabled()
    with qtbot.waitSignal(made.way_wanted) as wanted:
        click(qtbot, made.paper.consent)
    (way,) = wanted.args or ()
    assert isinstance(way, OpenField)  # the consent that was withdrawn
    assert way.subject in [Subject.of(one, "withdrawn_on") for one in sample.journey(SAMPLE).consents]
    run(made, sample, lambda journey: before)
    settle(made, qtbot)
    assert not made.paper.is_refused


def test_a_copy_for_nobody_leads_to_the_people(made: ItineraryView, sample: Session, qtbot: QtBot) -> None:
    made.options.choose(Audience.COMPANION)
    alone = replace(sample.journey(SAMPLE), travellers=sample.journey(SAMPLE).travellers[:1])
    made.options.show_journey(alone)
    assert made.options.section == "people"
    made.options.show_journey(sample.journey(SAMPLE))
    assert made.options.section == "consent"


def test_clearing_shows_nothing_of_the_journey(made: ItineraryView) -> None:
    made.clear()
    assert made.paper.pdf.pages is None
    assert not made.print.isEnabled()


# -- issuing -------------------------------------------------------------------------------------------


def test_what_one_sees_is_what_is_issued(patient: ItineraryView, sample: Session, qtbot: QtBot) -> None:
    click(qtbot, patient.issue)
    qtbot.waitUntil(patient.issuing.issue.isEnabled, timeout=20_000)
    assert patient.issuing.made is not None
    seen = patient.issuing.made.pdf
    assert [box.isChecked() for box in patient.issuing.who.boxes].count(True) == 1
    qtbot.keyClicks(patient.issuing.who.other, "Lars Eriksson")
    with qtbot.waitSignal(patient.issued):
        click(qtbot, patient.issuing.issue)
    (one,) = sample.journey(SAMPLE).issues
    assert sample.copies.pdf(SAMPLE, 1) == seen
    assert [holder.name.best("en") for holder in one.holders] == ["ERIKSSON Anna Maria", "Lars Eriksson"]
    assert patient.ledger.model.rowCount() == 2


def test_nobody_named_cannot_be_handed_anything(made: ItineraryView, qtbot: QtBot) -> None:
    click(qtbot, made.issue)
    qtbot.waitUntil(made.issuing.issue.isEnabled, timeout=20_000)
    qtbot.mouseClick(made.issuing.who.boxes[0], Qt.MouseButton.LeftButton)
    assert not made.issuing.issue.isEnabled()
    assert "Tick who receives it" in " ".join(
        label.text() for label in made.issuing.findChildren(QLabel) if label.isVisible()
    )
    qtbot.keyClick(made.issuing, Qt.Key.Key_Escape)
    assert made.options.isVisible()


def test_an_interpreter_without_consent_is_not_given_the_patients_copy(
    patient: ItineraryView, sample: Session, qtbot: QtBot
) -> None:
    click(qtbot, patient.issue)
    qtbot.waitUntil(patient.issuing.issue.isEnabled, timeout=20_000)
    who = patient.issuing.who
    assert who.reasons[0].isHidden()
    mine = next(n for n, box in enumerate(who.boxes) if box.text() == "Shili Xin")
    for number in (0, mine):
        qtbot.mouseClick(who.boxes[number], Qt.MouseButton.LeftButton)
    assert [name.best("en") for name in who.names] == ["Shili Xin"]
    assert who.reasons[mine].isVisible()
    assert who.reasons[mine].text() == (
        "ERIKSSON Anna Maria has not agreed that Shili Xin may see this: passport and money."
    )
    assert not patient.issuing.issue.isEnabled()
    qtbot.mouseClick(patient.issuing.issue, Qt.MouseButton.LeftButton)
    assert sample.journey(SAMPLE).issues == ()
    with qtbot.waitSignal(patient.way_wanted) as wanted:
        click(qtbot, who.consent)
    (way,) = wanted.args or ()
    assert isinstance(way, EnterNew)
    known = dict(way.known)
    assert known["categories"] == (DataCategory.PASSPORT, DataCategory.MONEY)
    assert known["recipient_contact"]
    run(patient, sample, lambda journey: agreed(journey, "Dr Foo"))
    assert patient.issuing.isVisible()  # with who was ticked, to go on with
    qtbot.mouseClick(who.boxes[mine], Qt.MouseButton.LeftButton)
    assert who.reasons[mine].isHidden()
    assert who.consent.isHidden()
    qtbot.keyClicks(who.other, "Dr Fo")
    qtbot.waitUntil(who.line_reason.isVisible)
    assert not patient.issuing.issue.isEnabled()
    qtbot.keyClicks(who.other, "o")
    qtbot.waitUntil(who.line_reason.isHidden)
    qtbot.waitUntil(patient.issuing.issue.isEnabled, timeout=20_000)
    with qtbot.waitSignal(patient.issued, timeout=20_000):
        click(qtbot, patient.issuing.issue)
    (told,) = [one for one in sample.journey(SAMPLE).disclosures if one.revision == 1]
    assert (told.recipient_name.best("en"), told.consent) == ("Dr Foo", "agreed-Dr Foo")


@pytest.mark.parametrize("way", ["print", "save"])
def test_a_draft_goes_to_no_stranger_either(patient: ItineraryView, qtbot: QtBot, way: str) -> None:
    click(qtbot, getattr(patient, way))
    form = patient.handing.form
    assert form.go.isEnabled()
    qtbot.keyClicks(form.who.other, "Dr Foo")
    qtbot.waitUntil(form.who.line_reason.isVisible)
    assert "has not agreed that Dr Foo may see this" in form.who.line_reason.text()
    assert not form.go.isEnabled()
    with qtbot.waitSignal(patient.way_wanted) as wanted:
        click(qtbot, form.who.consent)
    (way,) = wanted.args or ()
    assert isinstance(way, EnterNew)
    assert dict(way.known)["recipient_name"] == same("Dr Foo", "en")


def test_what_has_changed_is_shown_before_the_next_is_issued(
    patient: ItineraryView, sample: Session, qtbot: QtBot
) -> None:
    issue(patient, qtbot)
    run(patient, sample, later)
    relatives = [f"Relative {number}" for number in range(12)]
    click(qtbot, patient.issue)
    qtbot.waitUntil(patient.issuing.issue.isEnabled, timeout=20_000)
    patient.resize(1080, 532)  # all that is left below the header in a window of 1280 by 720
    button = patient.issuing.issue
    qtbot.waitUntil(lambda: button.visibleRegion().boundingRect() == button.rect())
    run(patient, sample, lambda journey: agreed(journey, *relatives))
    qtbot.waitUntil(button.isEnabled, timeout=20_000)
    for name in relatives:
        patient.issuing.who.other.setText(name)
        patient.issuing.who.add()
    patient.resize(740, 320)  # and in the smallest window, whoever else receives it
    qtbot.wait(50)
    assert button.visibleRegion().boundingRect() == button.rect()
    lines = list(patient.issuing.changes.lines())
    assert "Moved" in lines[0]
    assert "Proton session 15 of 15" in lines[0]
    assert lines[1] == "When: Mon 26 Apr, 10:20 → Thu 29 Apr, 10:20"
    with qtbot.waitSignal(patient.issued, timeout=20_000):
        click(qtbot, patient.issuing.issue)
    holds = [(line.issue.revision, line.hold) for line in sample.copies.ledger(SAMPLE)]
    assert holds == [(2, Hold.CURRENT)] * 13 + [(1, Hold.REPLACED)]
    assert "Collect revision 1" in patient.paper.banner.accessibleName()


def test_two_revisions_beside_each_other(patient: ItineraryView, sample: Session, qtbot: QtBot) -> None:
    issue(patient, qtbot)
    run(patient, sample, later)
    issue(patient, qtbot)
    patient.ledger.mark(sample.journey(SAMPLE).issues[-1].id)
    patient.ledger.compare.click()
    assert patient.compare.revisions == (1, 2)
    qtbot.waitUntil(lambda: bool(patient.compare.changes.changes))
    assert "26 Apr, 10:20 → Thu 29 Apr" in list(patient.compare.changes.lines())[1]
    left, right = patient.compare.pages
    left.go_to(5)
    assert right.page == 5
    qtbot.keyClick(patient.compare, Qt.Key.Key_Escape)
    assert patient.paper.isVisible()


def test_issuing_is_told_once_and_only_as_long_as_that_paper_is_seen(
    made: ItineraryView, sample: Session, qtbot: QtBot
) -> None:
    told: list[object] = []
    made.done.connect(told.append)
    issue(made, qtbot)
    assert not told
    assert "Revision 1 is issued." in made.paper.banner.accessibleName()
    assert made.paper.back.isVisible()
    run(made, sample, withdrawn)
    made.options.choose(Audience.HOSPITAL)
    settle(made, qtbot)
    assert made.paper.is_refused
    assert made.paper.banner.isHidden()
    assert not made.paper.back.isVisible()
    assert "Draft" in made.paper.what


def test_undoing_an_issue_says_that_its_paper_is_still_there(
    made: ItineraryView, sample: Session, qtbot: QtBot
) -> None:
    issue(made, qtbot)
    sample.undo()
    made.show_journey(sample.journey(SAMPLE))
    assert "Revision 1 is no longer in the record." in made.paper.banner.accessibleName()
    assert "collect it" in made.paper.banner.accessibleName()
    settle(made, qtbot)
    click(qtbot, made.issue)
    qtbot.waitUntil(made.issuing.issue.isEnabled, timeout=20_000)
    assert "2" in made.issuing.issue.text()


def test_an_issued_paper_is_seen_as_it_was_and_collected_back(
    made: ItineraryView, sample: Session, qtbot: QtBot
) -> None:
    issue(made, qtbot)
    click(qtbot, made.paper.back)
    settle(made, qtbot)
    pages = made.paper.pdf.pages
    assert pages is not None
    assert "Draft" in pages.text(0)
    made.ledger.view.click()
    settle(made, qtbot)
    pages = made.paper.pdf.pages
    assert pages is not None
    assert "Revision 1" in pages.text(0)
    made.ledger.back.click()
    assert sample.copies.ledger(SAMPLE)[0].hold is Hold.RETURNED
    assert not made.ledger.back.isEnabled()


def test_the_ledger_is_a_good_model(
    made: ItineraryView, desk: Desk, sample: Session, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    model = LedgerModel(desk)
    qtmodeltester.check(model)
    issue(made, qtbot)
    model.show(sample.copies.ledger(SAMPLE))
    desk.language.choose("zh_CN")
    qtmodeltester.check(model)
    assert model.rowCount() == 1


# -- leaving the record --------------------------------------------------------------------------------


def test_saving_a_draft_is_on_the_record_with_who_received_it(
    patient: ItineraryView, sample: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "copy.pdf"
    patient.handing.outlet.choose_file = lambda _offered: target
    click(qtbot, patient.save)
    qtbot.mouseClick(patient.handing.form.who.boxes[1], Qt.MouseButton.LeftButton)
    click(qtbot, patient.handing.form.go)
    assert target.read_bytes().startswith(b"%PDF")
    told = sample.journey(SAMPLE).disclosures[-2:]
    assert [(one.kind, one.audience, one.recipient_name.best("en")) for one in told] == [
        (DisclosureKind.EXPORT, Audience.PATIENT, "ERIKSSON Anna Maria"),
        (DisclosureKind.EXPORT, Audience.PATIENT, "ERIKSSON Lars Specimen"),
    ]
    assert patient.options.isVisible()


def test_a_file_that_cannot_be_written_leaves_no_note(
    made: ItineraryView, sample: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    before = sample.journey(SAMPLE).disclosures
    made.handing.outlet.choose_file = lambda _offered: tmp_path / "gone" / "copy.pdf"
    click(qtbot, made.save)
    click(qtbot, made.handing.form.go)
    assert "cannot be written" in made.paper.banner.accessibleName()
    assert sample.journey(SAMPLE).disclosures == before


def test_not_choosing_a_file_is_no_disclosure(made: ItineraryView, sample: Session, qtbot: QtBot) -> None:
    before = sample.journey(SAMPLE).disclosures
    made.handing.outlet.choose_file = lambda _offered: None
    click(qtbot, made.save)
    click(qtbot, made.handing.form.go)
    assert sample.journey(SAMPLE).disclosures == before


def test_printing_an_issued_paper_for_somebody_else_puts_them_in_the_ledger(
    made: ItineraryView, sample: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    issue(made, qtbot)
    target = tmp_path / "printed.pdf"

    def printer(title: str, pages: int, size: object) -> QPrinter:
        paper = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        get_ready(paper, title, size, grey=True)  # type: ignore[arg-type]
        paper.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        paper.setOutputFileName(str(target))
        paper.setFromTo(1, 2)
        return paper

    made.handing.outlet.choose_printer = printer
    qtbot.keyClick(made, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(made.handing.form.who.other, "Second driver")
    with qtbot.waitSignal(made.handing.outlet.left, timeout=20_000):
        click(qtbot, made.handing.form.go)
    with pikepdf.open(target) as printed:
        assert len(printed.pages) == 2
    holders = sample.journey(SAMPLE).issues[0].holders
    assert [holder.name.best("en") for holder in holders][-1] == "Second driver"
    told = [one for one in sample.journey(SAMPLE).disclosures if one.revision == 1]
    assert {one.recipient_name.best("en") for one in told} >= {"Second driver"}
    assert "2 pages were saved as printed.pdf." in made.paper.banner.accessibleName()


def test_several_files_are_still_exported_into_a_folder(made: ItineraryView, qtbot: QtBot) -> None:
    click(qtbot, made.several)
    panel = made.export.panel
    assert panel is not None
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert made.export.panel is None


# -- what is typed -------------------------------------------------------------------------------------


def test_the_options_say_everything_in_chinese_and_keep_what_was_chosen(
    made: ItineraryView, desk: Desk, qtbot: QtBot
) -> None:
    made.options.choose(Audience.HOTEL)
    made.options.languages.setCurrentIndex(2)
    wanted = made.options.options
    desk.language.choose("zh_CN")
    assert made.options.options == wanted
    assert made.options.audience.currentText() == "酒店"
    settle(made, qtbot)


def test_a_name_typed_for_a_copy_outlives_the_form_until_the_copy_is_given_out(
    made: ItineraryView, desk: Desk, sample: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    click(qtbot, made.issue)
    qtbot.keyClicks(made.issuing.who.other, "Vera Specimen")
    qtbot.waitUntil(lambda: bool(sample.drafts.of(SAMPLE)))
    again = shown(desk, sample, qtbot, tmp_path)  # as after the record was locked
    again.options.choose(Audience.DRIVER)
    again.show_journey(sample.journey(SAMPLE))
    settle(again, qtbot)
    click(qtbot, again.issue)
    assert "Vera Specimen" in [name.best("en") for name in again.issuing.names]
    qtbot.waitUntil(again.issuing.issue.isEnabled, timeout=20_000)
    with qtbot.waitSignal(again.issued, timeout=20_000):
        click(qtbot, again.issuing.issue)
    assert not sample.drafts.of(SAMPLE)
    settle(again, qtbot)
    click(qtbot, again.issue)
    assert "Vera Specimen" not in [name.best("en") for name in again.issuing.names]
    qtbot.keyClicks(again.issuing.who.other, "Nobody")
    click(qtbot, again.issuing.cancel)
    assert not sample.drafts.of(SAMPLE)
