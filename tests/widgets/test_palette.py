"""Ctrl+K: a few letters of anything lead there; everything by keyboard; the keyboard comes back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from planner.edits.edit import Edit, NewJourney
from planner.message import N_
from planner.session import Sought, searchable
from tests.builders import generated_journeys
from ui.accountability.accountability_page import AccountabilityPage
from ui.caseload.journeys_model import Column
from ui.desk import Desk
from ui.journey.journey_page import JourneyPage
from ui.reference.world_page import WorldPage
from ui.shell.palette.entry import Entry, Group
from ui.shell.palette.palette import Palette
from ui.shell.palette.sources import matching
from ui.shell.settings_page import SettingsPage
from ui.shell.workspace import Workspace

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(space: Workspace, qtbot: QtBot) -> Palette:
    qtbot.keyClick(space, Qt.Key.Key_K, CONTROL)
    assert space.palette_box.isVisible()
    return space.palette_box


def typed(palette: Palette, words: str, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, words)
    qtbot.waitUntil(lambda: palette.is_settled)


def titles(palette: Palette, group: Group) -> list[str]:
    found = (palette.model.entry(row) for row in range(palette.model.rowCount()))
    return [palette.model.title(entry) for entry in found if entry is not None and entry.group is group]


@pytest.mark.parametrize("words", ["eriks", "安娜", "DEMO-2027", "anna maria"])
def test_a_journey_is_found_by_name_hanzi_and_reference_and_opened_with_enter(
    words: str, space: Workspace, qtbot: QtBot
) -> None:
    palette = opened(space, qtbot)
    palette.field.setText(words)
    assert titles(palette, Group.JOURNEYS) == ["ERIKSSON Anna Maria"]
    while palette.chosen is not None and palette.chosen.group is not Group.JOURNEYS:
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert space.place == "journey"
    assert not palette.isVisible()


def test_a_command_says_its_keys_and_is_done(space: Workspace, qtbot: QtBot) -> None:
    palette = opened(space, qtbot)
    typed(palette, "show findings", qtbot)
    assert palette.chosen is not None
    assert palette.chosen.keys == "F8"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert space.findings.drawer.isVisible()


def test_a_page_is_gone_to(space: Workspace, qtbot: QtBot) -> None:
    palette = opened(space, qtbot)
    typed(palette, "keyb", qtbot)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert space.place == "keyboard"


def test_people_and_bookings_are_found_inside_journeys_that_are_not_in_view(
    space: Workspace, qtbot: QtBot
) -> None:
    journey = space.session.journey("sample")
    companion = journey.companions[0]
    palette = opened(space, qtbot)
    typed(palette, companion.given_names, qtbot)
    assert any(companion.surname in title for title in titles(palette, Group.PEOPLE))
    leg = next(one for one in journey.legs if one.booking.reference)
    palette.field.clear()
    typed(palette, leg.booking.reference, qtbot)
    assert titles(palette, Group.THINGS)


def test_findings_of_the_journey_in_view_are_found(space: Workspace, qtbot: QtBot) -> None:
    space.open_journey("sample")
    first = space.session.open_findings("sample")[0]
    palette = opened(space, qtbot)
    typed(palette, str(first.message).split()[0].strip("“”"), qtbot)
    assert titles(palette, Group.FINDINGS)


def test_places_and_contacts_of_the_directory_are_found(space: Workspace, qtbot: QtBot) -> None:
    place = space.session.directory().places[0]
    palette = opened(space, qtbot)
    typed(palette, place.name.best("en"), qtbot)
    assert place.name.best("en") in titles(palette, Group.DIRECTORY)


def test_what_was_opened_last_stands_first(space: Workspace, qtbot: QtBot) -> None:
    palette = opened(space, qtbot)
    typed(palette, "eriks", qtbot)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    palette = opened(space, qtbot)
    assert palette.chosen is not None
    assert palette.chosen.group is Group.RECENT
    assert palette.model.title(palette.chosen) == "ERIKSSON Anna Maria"


def test_escape_gives_the_keyboard_back(space: Workspace, qtbot: QtBot) -> None:
    before = QApplication.focusWidget()
    assert before is not None
    palette = opened(space, qtbot)
    assert QApplication.focusWidget() is palette.field
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert QApplication.focusWidget() is before


def test_the_arrows_go_round_and_pass_over_headings(space: Workspace, qtbot: QtBot) -> None:
    palette = opened(space, qtbot)
    first = palette.chosen
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.chosen is not first
    assert palette.chosen is not None
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.chosen == first


def test_nothing_found_is_said(space: Workspace, qtbot: QtBot) -> None:
    palette = opened(space, qtbot)
    typed(palette, "zzzzqqq", qtbot)
    assert palette.none.isVisible()
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_a_click_beside_it_closes_it_and_a_click_on_a_line_runs_it(space: Workspace, qtbot: QtBot) -> None:
    palette = opened(space, qtbot)
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=palette.rect().bottomLeft())
    assert not palette.isVisible()
    palette = opened(space, qtbot)
    typed(palette, "settings", qtbot)
    where = palette.list.visualRect(palette.list.currentIndex()).center()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert space.place == "settings"


def test_its_model_is_sound(space: Workspace, qtbot: QtBot) -> None:
    palette = opened(space, qtbot)
    tester = QAbstractItemModelTester(
        palette.model, QAbstractItemModelTester.FailureReportingMode.Warning, palette
    )
    typed(palette, "er", qtbot)
    palette.field.clear()
    assert tester.model() is palette.model


@pytest.mark.parametrize("words", ["zs", "zhang", "张", "san", "zhangsan", "ZHANG san", "张三"])
def test_hanzi_are_found_by_pinyin_and_initials(words: str) -> None:
    assert Sought(words).finds(searchable(["张三", "Zhang San"]))


def test_every_word_must_be_there() -> None:
    assert not Sought("zhang li").finds(searchable(["张三"]))
    assert not Sought("").finds(searchable(["张三"]))


def lines(palette: Palette, group: Group) -> list[str]:
    found = (palette.model.entry(row) for row in range(palette.model.rowCount()))
    return [
        f"{palette.model.title(entry)} {palette.model.detail(entry)}"
        for entry in found
        if entry is not None and entry.group is group
    ]


def test_a_journey_that_holds_the_words_elsewhere_is_offered_with_where_they_stand(
    space: Workspace, qtbot: QtBot
) -> None:
    journey = space.session.journey("sample")
    note = "Bring the compression stockings to the appointment after the second week of treatment."
    space.session.run(Edit(N_("A note"), journey.id, lambda j: replace(j, notes=note)))
    palette = opened(space, qtbot)
    typed(palette, "stocki", qtbot)
    assert titles(palette, Group.JOURNEYS) == []
    (line,) = lines(palette, Group.MENTIONED)
    assert line.startswith("ERIKSSON Anna Maria")
    assert "compression stockings" in line


def test_no_line_hides_why_it_was_found(space: Workspace, qtbot: QtBot) -> None:
    space.session.run(NewJourney(N_("New journey"), next(iter(generated_journeys(1, 7)))))
    palette = opened(space, qtbot)
    for words in ("lars", "demo", "sp", "张", "1", "an"):
        palette.field.setText(words)
        qtbot.waitUntil(lambda: palette.is_settled)
        sought = Sought(words)
        for group in Group:
            for line in lines(palette, group):
                if group not in (Group.PLACES, Group.COMMANDS):
                    assert sought.finds(searchable([line], line.split())), (words, line)


def test_what_is_called_so_stands_before_what_is_only_so_in_hanzi() -> None:
    def entry(title: str, hanzi: str) -> Entry:
        return Entry(title, Group.JOURNEYS, "", title, print, hanzi, found_by=searchable((title, hanzi)))

    pinyin, second, first = (
        entry("VIK Mirna", "伦玉"),
        entry("VIK Lunbel", "试"),
        entry("LUNVIK Yorras", "演"),
    )
    assert matching([pinyin, second, first], Sought("lun")) == [first, second, pinyin]


def test_the_keys_at_its_foot_are_called_as_on_the_keyboards_of_the_language(
    space: Workspace, desk: Desk, qtbot: QtBot
) -> None:
    palette = opened(space, qtbot)

    def caps() -> list[str]:
        return [
            label.text() for label in palette.findChildren(QLabel) if label.property("text_style") == "cap"
        ]

    assert caps() == ["↑ ↓", "Enter", "Esc"]
    desk.language.choose("zh_CN")
    assert caps() == ["↑ ↓", "回车", "Esc"]
    desk.language.choose("en")
    assert caps() == ["↑ ↓", "Enter", "Esc"]


# What has no key


def run(palette: Palette, words: str, name: str, qtbot: QtBot) -> None:
    """Type ``words``, go to the line called ``name`` and press Enter."""
    palette.field.setText(words)
    qtbot.waitUntil(lambda: palette.is_settled)
    rows = range(palette.model.rowCount())
    seen = {palette.model.title(one): row for row in rows if (one := palette.model.entry(row)) is not None}
    assert name in seen, sorted(seen)
    for _turn in rows:
        if palette.chosen is not None and palette.model.title(palette.chosen) == name:
            break
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)


def commands(space: Workspace, words: str, qtbot: QtBot) -> list[str]:
    """The commands that are offered for ``words`` where one is."""
    palette = opened(space, qtbot)
    palette.field.setText(words)
    found = titles(palette, Group.COMMANDS)
    palette.close_up()
    return found


@pytest.mark.parametrize(
    ("words", "name", "tab"),
    [
        ("money", "Money", "money"),
        ("history", "History", "history"),
        ("timel", "Timeline", "timeline"),
        ("itine", "Itinerary", "itinerary"),
        ("费用", "Money", "money"),
    ],
)
def test_every_tab_of_the_journey_in_view_is_gone_to_by_name(
    space: Workspace, page: JourneyPage, qtbot: QtBot, words: str, name: str, tab: str
) -> None:
    run(opened(space, qtbot), words, name, qtbot)
    assert page.tabs.key == tab
    assert (page.shown_view is None) == (tab == "money")


def test_what_is_done_on_a_journey_is_offered_on_it_only(
    space: Workspace, page: JourneyPage, qtbot: QtBot
) -> None:
    sought = ("issue", "delete", "missed", "machine", "fewer", "re-plan", "add task", "delivered")
    on_it = [commands(space, words, qtbot) for words in sought]
    assert all(on_it)
    space.go("journeys")
    for words, names in zip(sought, on_it, strict=True):
        assert not set(commands(space, words, qtbot)) & set(names)


def test_the_machine_is_down_by_keys_alone(space: Workspace, page: JourneyPage, qtbot: QtBot) -> None:
    run(opened(space, qtbot), "machine", "The machine is down", qtbot)
    assert page.replan is not None
    assert page.replan.form.kind.choice == "down"


def test_a_revision_is_begun_once_the_paper_is_there(
    space: Workspace, page: JourneyPage, qtbot: QtBot
) -> None:
    from ui.journey.itinerary.itinerary_view import ItineraryView

    run(opened(space, qtbot), "issue", "Issue a revision…", qtbot)
    view = page.shown_view
    assert isinstance(view, ItineraryView)
    qtbot.waitUntil(view.issuing.isVisible, timeout=20_000)


@pytest.mark.parametrize(
    ("words", "name", "view"),
    [
        ("polic", "Policies", "policies"),
        ("templ", "Templates", "templates"),
        ("how long", "How long kept", "keeping"),
        ("log of", "Log of the record", "log"),
    ],
)
def test_the_views_of_pages_are_gone_to(
    space: Workspace, qtbot: QtBot, words: str, name: str, view: str
) -> None:
    run(opened(space, qtbot), words, name, qtbot)
    page = space.page
    assert isinstance(page, WorldPage | AccountabilityPage)
    assert page.views.choice == view


def test_looks_and_sorting_are_commands(space: Workspace, desk: Desk, qtbot: QtBot) -> None:
    run(opened(space, qtbot), "dark", "Theme: dark", qtbot)
    assert desk.preferences.values.theme == "dark"
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        run(opened(space, qtbot), "sort findings", "Sort the journeys by: Findings", qtbot)
        header = space.journeys.table.horizontalHeader()
        assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (Column.FINDINGS, order)
    assert "Check everything" in commands(space, "check everything", qtbot)


def test_a_form_is_duplicated_only_while_one_is_open(
    space: Workspace, page: JourneyPage, qtbot: QtBot
) -> None:
    page.open_thing("sample-patient")
    assert "Duplicate" in commands(space, "duplic", qtbot)
    assert "Add what is in the form" not in commands(space, "what is in", qtbot)
    assert page.editing.panel is not None
    page.editing.panel.close_all()
    assert "Duplicate" not in commands(space, "duplic", qtbot)
    assert "Add what is in the form" not in commands(space, "what is in", qtbot)


def test_buttons_in_view_are_commands_there(space: Workspace, qtbot: QtBot) -> None:
    space.go("settings")
    page = space.page
    assert isinstance(page, SettingsPage)
    run(opened(space, qtbot), "show the lim", "Show the limits", qtbot)
    assert page.limits.boxes["stay_slack_days"].isVisible()
    space.go("today")
    assert "Show the limits" not in commands(space, "", qtbot)
