"""Calendars and policies: how sure each is, imported after a look, marked as checked, taken back."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from planner.session import Session
from ui.controls.banner import Banner
from ui.desk import Desk
from ui.reference.day_groups import day_groups
from ui.reference.world_page import WorldPage
from ui.shell.error_presenter import ErrorPresenter

LATE = dt.datetime(2027, 6, 1, 9, tzinfo=dt.UTC)


@pytest.fixture
def late() -> Iterator[Session]:
    """The sample on a day by which its policies were to be checked again."""
    with Session.sample(clock=lambda: LATE) as session:
        yield session


def made(qtbot: QtBot, desk: Desk, session: Session) -> WorldPage:
    banner = Banner(desk)
    qtbot.addWidget(banner)
    page = WorldPage(desk, session, ErrorPresenter(banner, desk.clock))
    qtbot.addWidget(page)
    session.on_change(page.refresh)
    page.resize(1080, 640)
    page.show()
    return page


@pytest.fixture
def reading(qtbot: QtBot, desk: Desk, sample_to_read: Session) -> WorldPage:
    return made(qtbot, desk, sample_to_read)


def words_of(widget: QWidget) -> list[str]:
    QApplication.processEvents()  # what was just added is shown then
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


def notice(folder: Path) -> Path:
    """An invented notice: Wednesday 7 and Thursday 8 April 2027 off, Sunday 11 April worked."""
    days = [{"name": "清明节", "date": one, "isOffDay": True} for one in ("2027-04-07", "2027-04-08")]
    days.append({"name": "清明节", "date": "2027-04-11", "isOffDay": False})
    file = folder / "2027.json"
    file.write_text(json.dumps({"year": 2027, "papers": ["https://example.org/notice"], "days": days}))
    return file


def test_every_list_is_a_sound_model(reading: WorldPage, qtmodeltester: ModelTester) -> None:
    for rows in (reading.calendars.list.rows, reading.policies.list.rows, reading.templates.list.rows):
        assert rows.rowCount()
        qtmodeltester.check(rows)


def test_a_year_says_how_sure_it_is_by_which_notice_and_its_days(reading: WorldPage) -> None:
    reading.calendars.list.choose(("CN", 2026))
    said = words_of(reading.calendars.year)
    assert "Mainland China 2026" in said
    assert "Announced" in said
    assert any("国办发" in one for one in said)
    assert "15–23 Feb 2026" in said
    assert any("14 Feb" in one and "28 Feb" in one for one in said)
    reading.calendars.list.choose(("CN", 2027))
    said = words_of(reading.calendars.year)
    assert "Provisional" in said
    assert any("import it when it is out" in one for one in said)


def test_headings_cannot_be_chosen(reading: WorldPage, qtbot: QtBot) -> None:
    reading.calendars.list.choose(("CN", 2024))
    reading.calendars.list.setFocus()
    qtbot.keyClick(reading.calendars.list, Qt.Key.Key_Down)
    assert reading.calendars.list.current[0] == "HK"


def test_days_are_put_together_by_holiday(sample_to_read: Session) -> None:
    groups = {
        one.name: one for one in day_groups(sample_to_read.reference.calendars.of("CN").year(2026).days)
    }
    spring = groups["春节"]
    assert spring.off == ((dt.date(2026, 2, 15), dt.date(2026, 2, 23)),)
    assert spring.worked == (dt.date(2026, 2, 14), dt.date(2026, 2, 28))


def test_today_is_that_of_the_office(qtbot: QtBot, desk: Desk) -> None:
    """It is the morning of 1 March in Auckland, and the evening before in UTC."""
    with Session.sample(clock=lambda: dt.datetime(2027, 2, 28, 20, tzinfo=dt.UTC)) as session:
        page = made(qtbot, desk, session)
        page.calendars.list.choose(("CN", 2027))
        assert page.calendars.year.picture.today == dt.date(2027, 3, 1)


def test_the_picture_tells_of_a_day_where_it_stands(reading: WorldPage) -> None:
    reading.calendars.list.choose(("CN", 2026))
    picture = reading.calendars.year.picture
    places = [picture.place_of(dt.date(2026, 1, 1) + dt.timedelta(day)) for day in range(365)]
    assert len({(place.x(), place.y()) for place in places}) == 365
    assert all(picture.rect().contains(place.toRect()) for place in places)


def test_a_calendar_is_looked_through_before_it_is_kept(
    qtbot: QtBot, desk: Desk, sample: Session, tmp_path: Path
) -> None:
    page = made(qtbot, desk, sample)
    page.look_through(notice(tmp_path))
    assert page.calendars.is_reading_news
    assert page.calendars.list.current == ("CN", 2027)
    said = words_of(page.calendars.news)
    assert any("differ from the calendar in force" in one for one in said)
    assert "1 journey is affected" in said
    assert any("Something is planned on" in one for one in said)
    with qtbot.waitSignal(page.journey_wanted) as wanted:
        page.calendars.news.journey_wanted.emit("sample")
    assert wanted.args == ["sample"]
    page.calendars.news.drop.click()
    assert not page.calendars.is_reading_news
    assert page.calendars.list.current == ("CN", 2027)
    assert "Provisional" in words_of(page.calendars.year)
    assert sample.reference.calendars.of("CN").year(2027).trust.value == "provisional"
    file = notice(tmp_path)
    page.look_through(file)
    file.unlink()  # a memory stick that was pulled keeps nobody from keeping what was looked through
    page.calendars.news.keep.click()
    assert sample.reference.calendars.of("CN").year(2027).trust.value == "official"
    assert page.calendars.list.current == ("CN", 2027)
    assert "Announced" in words_of(page.calendars.year)
    assert "imported here" in words_of(page.calendars.year)
    page.look_through(notice(tmp_path))
    assert not page.calendars.news.keep.isEnabled()


def test_what_is_no_calendar_is_said(qtbot: QtBot, desk: Desk, sample: Session, tmp_path: Path) -> None:
    banner = Banner(desk)
    qtbot.addWidget(banner)
    page = WorldPage(desk, sample, ErrorPresenter(banner, desk.clock))
    qtbot.addWidget(page)
    wrong = tmp_path / "wrong.json"
    wrong.write_text("[]")
    page.look_through(wrong)
    assert "wrong.json" in banner.accessibleName()
    page.look_through(tmp_path / "gone.json")
    assert "gone.json" in banner.accessibleName()
    assert not page.calendars.is_reading_news


def test_a_policy_says_what_by_which_source_and_how_it_stands(reading: WorldPage) -> None:
    reading.show_view("policies")
    reading.policies.list.choose("cn-unilateral-visa-free")
    said = words_of(reading.policies)
    assert "No longer holds" in said
    assert any(one.startswith("For business, tourism") for one in said)
    assert any("50 nationalities: Andorra" in one for one in said)
    assert "https://www.mfa.gov.cn" in said
    row = reading.policies.list.rows.row_of("cn-unilateral-visa-free")
    assert row is not None
    assert "No longer holds" in reading.policies.list.rows.line(row).subtitle
    assert not reading.due.isHidden()


def test_nationalities_stand_in_the_alphabet_of_the_reader(desk: Desk, reading: WorldPage) -> None:
    desk.language.choose("zh_CN")
    reading.show_view("policies")
    reading.policies.list.choose("cn-unilateral-visa-free")
    listed = next(one for one in words_of(reading.policies) if "乌拉圭" in one)
    assert listed.index("爱尔兰") < listed.index("丹麦") < listed.index("乌拉圭") < listed.index("新西兰")


def test_marked_as_checked_told_and_taken_back(qtbot: QtBot, desk: Desk, late: Session) -> None:
    page = made(qtbot, desk, late)
    before = int(page.due.text().split()[0])
    page.due.click()
    page.policies.list.choose("stay.permit")
    form = page.policies.form
    form.by.clear()  # it stands there already who works on the sample
    form.mark.click()
    assert not form.banner.isHidden(), "a check needs a name"
    qtbot.keyClicks(form.by, "Casey Specimen")
    qtbot.keyClick(form.by, Qt.Key.Key_Return)
    assert late.reference.policies["stay.permit"].checked_on == LATE.date()
    assert page.due.text().startswith(f"{before - 1} ")
    assert any("by Casey Specimen" in one for one in words_of(form))
    assert page.policies.form.by.text() == "Casey Specimen"
    assert not any(
        "Stay permit" in str(finding.message)
        for finding in late.findings("sample")
        if finding.code == "policy.unchecked"
    )
    page.banner.offer.click()
    assert page.due.text().startswith(f"{before} ")
    assert late.reviews.all() == ()


def test_a_check_may_say_until_when_it_holds_now(qtbot: QtBot, desk: Desk, late: Session) -> None:
    from PySide6.QtWidgets import QLineEdit

    page = made(qtbot, desk, late)
    page.show_view("policies")
    page.policies.list.choose("cn-unilateral-visa-free")
    form = page.policies.form
    qtbot.keyClicks(form.by, "Casey Specimen")
    line = form.until.findChild(QLineEdit)
    qtbot.keyClicks(line, "2027-12-31")
    form.mark.click()
    policy = late.reference.entry_policy("cn-unilateral-visa-free")
    assert policy is not None
    assert policy.valid_until == dt.date(2027, 12, 31)
    assert "No longer holds" not in words_of(page.policies)


def test_a_computed_year_marked_as_checked_is_settled(qtbot: QtBot, desk: Desk, late: Session) -> None:
    page = made(qtbot, desk, late)
    page.calendars.list.choose(("TW", 2027))
    assert "Provisional" in words_of(page.calendars.year)
    qtbot.keyClicks(page.calendars.year.form.by, "Casey Specimen")
    page.calendars.year.form.mark.click()
    assert page.calendars.list.current == ("TW", 2027)
    assert "Computed" in words_of(page.calendars.year)


def test_templates_say_each_step_and_when(reading: WorldPage) -> None:
    reading.show_view("templates")
    reading.templates.list.choose("second-opinion")
    said = words_of(reading.templates)
    assert "7 days before the first MDT board" in said


def test_it_speaks_chinese_at_once(reading: WorldPage, desk: Desk) -> None:
    reading.show_view("policies")
    reading.policies.list.choose("stay.overstay")
    desk.language.choose("zh_CN")
    assert "逾期停留" in words_of(reading.policies)
    assert any("第七十八条" in one for one in words_of(reading.policies))
