"""Every page and state of the window, walked once in each language with words that are longer by two fifths.

The language is switched in the open window, so the second walk comes to every page once more. A walk tells
everything: what is cut, what can be scrolled past its end, what Tab and Shift+Tab do not reach, what has no
name or one in another language, what does not show that it has the focus, and which lists were on the screen.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QWidget
from pytestqt.modeltest import ModelTester

import ui
from planner.i18n import translator
from tests.pages import EMPTY, FULL, NOW, State, empty_record, full_record, settle, states
from tests.widgets.focus_walk import FocusWalk, controls, described, name_of
from tests.widgets.words_fit import cut_words, longer_words
from ui.desk import Desk
from ui.editing.addables import ADDABLES
from ui.journey.sections import SECTIONS
from ui.journey.views import FIRST, LAST
from ui.language import Language
from ui.preferences import Preferences
from ui.shell.door import SessionDoor
from ui.shell.entrance import Entrance
from ui.shell.main_window import MainWindow
from ui.shell.places import PLACES
from ui.theme.theme import Theme
from ui.work import Work

_GENERATED = 12
_LANGUAGES = ("en", "zh_CN")
_LATIN_WORD, _HANZI = re.compile("[A-Za-z]{3}"), re.compile("[\u4e00-\u9fff]")
_TRAVELLERS = ("ERIKSSON ",)


@dataclass(slots=True)
class Told:
    """What a walk found, each fault with the state it is in; and the classes of models that were shown."""

    language: str
    focus: FocusWalk = field(default_factory=FocusWalk)
    cut: list[str] = field(default_factory=list)
    past_the_end: list[str] = field(default_factory=list)
    unreached: list[str] = field(default_factory=list)
    unreached_backwards: list[str] = field(default_factory=list)
    nameless: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    out_of_order: list[str] = field(default_factory=list)
    walked: int = 0
    sound: set[type] = field(default_factory=set)
    unsound: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def walks(
    request: pytest.FixtureRequest, theme: Theme, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Told]]:
    """Everything a walk through the whole window tells, by language."""
    theme.choose("light")
    place = tmp_path_factory.mktemp("every page")
    with longer_words():
        desk = Desk(
            theme=theme,
            language=Language("en", translator),
            work=Work(),
            preferences=Preferences(place / "settings"),
            clock=lambda: NOW,
        )
        desk.preferences.change(theme="light", motion="reduced")
        window = MainWindow(desk, SessionDoor(lambda: NOW), place / "Journeys")
        window.resize(1280, 720)
        window.show()
        window.activateWindow()
        walks = {language: Told(language) for language in _LANGUAGES}
        tester = ModelTester(request.config)
        for of in dict.fromkeys(state.of for state in states()):
            if of == FULL:
                window.enter(full_record(_GENERATED), None)
            elif of == EMPTY:
                window.enter(empty_record(place / "record"), place / "record")
            window.resize(1280, 720)
            for told in walks.values():
                QTest.qWait(0)  # what was closed is gone, as it is at once where an event loop runs
                desk.preferences.change(language=told.language)
                for state in states():
                    if state.of == of:
                        _look(state, window, told, tester)
        yield walks
        window.leave()
        window.close()
        window.deleteLater()
        QApplication.processEvents()


@pytest.fixture(params=_LANGUAGES)
def told(request: pytest.FixtureRequest, walks: dict[str, Told]) -> Told:
    """What the walk in one language tells."""
    return walks[request.param]


def _look(state: State, window: MainWindow, told: Told, tester: ModelTester) -> None:
    state.show(window)
    settle(window)
    part = state.part(window)
    told.cut += [f"{state.name}: {one}" for one in cut_words(part)]
    if any(_scrolled_past(window)):
        QTest.qWait(100)  # only what stays so is a fault, not what Qt lays out in its next turn
    told.past_the_end += [f"{state.name}: {one}" for one in _scrolled_past(window)]
    told.walked += 1
    for view in window.findChildren(QAbstractItemView):
        model = view.model()
        if view.isVisible() and model.rowCount() and type(model) not in told.sound:
            told.sound.add(type(model))
            try:
                tester.check(model)
            except AssertionError as fault:
                told.unsound.append(f"{state.name}: {type(model).__name__}: {fault}")
    told.foreign += [f"{state.name}: {described(one)}" for one in controls(part) if _is_left_english(one)]
    found = told.focus.walk(window, part)
    told.unreached += [f"{state.name}: {one}" for one in found.unreached]
    told.unreached_backwards += [f"{state.name}: {one}" for one in found.unreached_backwards]
    told.nameless += [f"{state.name}: {one}" for one in found.nameless]
    told.unseen += [f"{state.name}: {one}" for one in found.unseen]
    if state.name.startswith("form-"):
        told.out_of_order += [f"{state.name}: {one}" for one in found.out_of_order]
    state.leave(window)


def _scrolled_past(window: MainWindow) -> Iterator[str]:
    """Each area in view that can be scrolled on below the end of what it shows, and by how many pixels."""
    for area in window.findChildren(QScrollArea):
        sheet = area.widget() if area.isVisible() else None
        layout = sheet.layout() if sheet is not None else None
        if sheet is not None and layout is not None and layout.hasHeightForWidth():
            needed = max(layout.totalHeightForWidth(sheet.width()), area.viewport().height())
            if sheet.height() > needed:
                yield f"{area.accessibleName() or type(area.parent()).__name__}: {sheet.height() - needed}"


def _is_left_english(control: QWidget) -> bool:
    """Whether its name has a word in Latin letters and none in hanzi, and is not that of a traveller."""
    name = name_of(control)
    return bool(_LATIN_WORD.search(name)) and not _HANZI.search(name) and not name.startswith(_TRAVELLERS)


def test_every_place_every_tab_and_every_kind_of_thing_is_in_the_table() -> None:
    wanted = {f"place:{place.key}" for place in PLACES}
    forms = [name for name in vars(Entrance) if name.endswith("_form") and not name.startswith("_")]
    wanted |= {f"form:{name.removesuffix('_form')}" for name in forms}
    wanted |= {f"tab:{tab.key}" for tab in (*FIRST, *SECTIONS, *LAST)}
    wanted |= {f"thing:{one.wanted.cls.__name__}" for many in ADDABLES.values() for one in many}
    assert wanted <= {state.covers for state in states()}
    names = [state.name for state in states()]
    assert len(names) == len(set(names))


def test_no_words_are_cut(told: Told) -> None:
    assert told.walked == len(states())
    assert not told.cut, "\n".join(told.cut)


def test_nothing_can_be_scrolled_past_its_end(told: Told) -> None:
    assert told.past_the_end == []


def test_tab_reaches_every_control_and_none_is_a_trap(told: Told) -> None:
    assert not told.unreached, "\n".join(told.unreached)


def test_tab_backwards_reaches_every_control_too(told: Told) -> None:
    assert not told.unreached_backwards, "\n".join(told.unreached_backwards)


def test_every_control_has_a_name(told: Told) -> None:
    assert not told.nameless, "\n".join(told.nameless)


def test_no_name_stays_english_in_chinese(walks: dict[str, Told]) -> None:
    assert walks["en"].foreign  # or nothing was looked at
    assert not walks["zh_CN"].foreign, "\n".join(walks["zh_CN"].foreign)


def test_every_control_shows_that_it_has_the_focus(told: Told) -> None:
    assert not told.unseen, "\n".join(told.unseen)


def test_tab_goes_through_every_form_as_one_reads_it(told: Told) -> None:
    assert not told.out_of_order, "\n".join(told.out_of_order)


def test_every_list_is_a_sound_model(told: Told) -> None:
    """Every model there is was on the screen with rows in it, and each is as Qt wants a model to be."""
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    ours = {cls for cls in _all_under(QAbstractItemModel) if cls.__module__.startswith("ui.")}
    every = {cls for cls in ours if not cls.__subclasses__()}  # what others are made from is seen in them
    assert {cls.__name__ for cls in every - told.sound} == set()
    assert not told.unsound, "\n".join(told.unsound)


def _all_under(cls: type) -> Iterator[type]:
    for one in cls.__subclasses__():
        yield one
        yield from _all_under(one)
