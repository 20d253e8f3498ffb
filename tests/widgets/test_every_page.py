"""Every page and state of the window, walked once in each language with words that are longer by two fifths.

One walk a language tells everything: what is cut, what Tab and Shift+Tab do not reach, what has no name,
what does not show that it has the focus, and which lists were on the screen.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.modeltest import ModelTester

import ui
from planner.i18n import translator
from tests.pages import EMPTY, FULL, NOW, State, empty_record, full_record, settle, states
from tests.widgets.focus_walk import FocusWalk
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


@dataclass(slots=True)
class Told:
    """What a walk found, each fault with the state it is in; and the classes of models that were shown."""

    cut: list[str] = field(default_factory=list)
    unreached: list[str] = field(default_factory=list)
    unreached_backwards: list[str] = field(default_factory=list)
    nameless: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    walked: int = 0
    sound: set[type] = field(default_factory=set)
    unsound: list[str] = field(default_factory=list)


@pytest.fixture(scope="module", params=["en", "zh_CN"])
def told(
    request: pytest.FixtureRequest, theme: Theme, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Told]:
    """Everything a walk through the whole window tells."""
    theme.choose("light")
    place = tmp_path_factory.mktemp("every page")
    with longer_words():
        desk = Desk(
            theme=theme,
            language=Language(request.param, translator),
            work=Work(),
            preferences=Preferences(place / "settings"),
            clock=lambda: NOW,
        )
        desk.preferences.change(language=request.param, theme="light", motion="reduced")
        window = MainWindow(desk, SessionDoor(lambda: NOW), place / "Journeys")
        window.resize(1280, 720)
        window.show()
        window.activateWindow()
        told = Told()
        tester = ModelTester(request.config)
        focus = FocusWalk() if request.param == "en" else None
        for of in dict.fromkeys(state.of for state in states()):
            if of == FULL:
                window.enter(full_record(_GENERATED), None)
            elif of == EMPTY:
                window.enter(empty_record(place / "record"), place / "record")
            window.resize(1280, 720)
            for state in states():
                if state.of == of:
                    _look(state, window, told, tester, focus)
        yield told
        window.leave()
        window.close()
        window.deleteLater()
        QApplication.processEvents()


def _look(state: State, window: MainWindow, told: Told, tester: ModelTester, focus: FocusWalk | None) -> None:
    state.show(window)
    settle(window)
    part = state.part(window)
    told.cut += [f"{state.name}: {one}" for one in cut_words(part)]
    told.walked += 1
    for view in window.findChildren(QAbstractItemView):
        model = view.model()
        if view.isVisible() and model.rowCount() and type(model) not in told.sound:
            told.sound.add(type(model))
            try:
                tester.check(model)
            except AssertionError as fault:
                told.unsound.append(f"{state.name}: {type(model).__name__}: {fault}")
    if focus is not None:
        found = focus.walk(window, part)
        told.unreached += [f"{state.name}: {one}" for one in found.unreached]
        told.unreached_backwards += [f"{state.name}: {one}" for one in found.unreached_backwards]
        told.nameless += [f"{state.name}: {one}" for one in found.nameless]
        told.unseen += [f"{state.name}: {one}" for one in found.unseen]
    state.leave(window)


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


def test_tab_reaches_every_control_and_none_is_a_trap(told: Told) -> None:
    assert not told.unreached, "\n".join(told.unreached)


def test_tab_backwards_reaches_every_control_too(told: Told) -> None:
    assert not told.unreached_backwards, "\n".join(told.unreached_backwards)


def test_every_control_has_a_name(told: Told) -> None:
    assert not told.nameless, "\n".join(told.nameless)


def test_every_control_shows_that_it_has_the_focus(told: Told) -> None:
    assert not told.unseen, "\n".join(told.unseen)


def test_every_list_is_a_sound_model(told: Told) -> None:
    """Every model there is was on the screen with rows in it, and each is as Qt wants a model to be."""
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    every = {cls for cls in _all_under(QAbstractItemModel) if cls.__module__.startswith("ui.")}
    assert {cls.__name__ for cls in every - told.sound} == set()
    assert not told.unsound, "\n".join(told.unsound)


def _all_under(cls: type) -> Iterator[type]:
    for one in cls.__subclasses__():
        yield one
        yield from _all_under(one)
