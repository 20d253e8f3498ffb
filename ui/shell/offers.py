"""What can be done or gone to beyond the commands that have keys: tabs, views of pages, buttons, looks.

The palette offers all of it by its name; an offer that is not possible now is not made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget
from shiboken6 import isValid

from planner.message import N_, NP_, Message
from ui.controls.button import Button, IconButton
from ui.desk import Desk
from ui.language import Language
from ui.preferences import Preferences

if TYPE_CHECKING:
    from ui.journey.journey_page import JourneyPage
    from ui.shell.workspace import Workspace

_LOOK_AGAIN_MS = 100
_LOOKS = 80
_DELETE = NP_("palette", "Delete")
_ALSO = {"Remove": (_DELETE,)}


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to do, or to go to (``is_place``).

    ``is_here`` says that it belongs to what is in view; if it ``is_listed`` too, it is offered before
    anything is typed. ``also`` are other names by which it is found.
    """

    name: Message
    icon: str
    do: Callable[[], object]
    is_place: bool = False
    is_here: bool = False
    is_listed: bool = True
    also: tuple[Message, ...] = ()


def offers(desk: Desk, space: Workspace) -> Iterator[Offer]:
    """All that is possible now, what is in view first."""
    if space.journey is not None:
        for one in _of_journey(space, space.journey_page()):
            yield one if one.is_here else replace(one, is_here=True, is_listed=False)
    yield from _buttons(space, desk.language)
    yield from _views(space)
    yield from _doings(space)
    yield from _looks(desk.preferences)


def _of_journey(space: Workspace, page: JourneyPage) -> Iterator[Offer]:
    from ui.journey.sections import SECTIONS, Section
    from ui.journey.view import ViewTab
    from ui.journey.views import FIRST, LAST

    tabs: tuple[ViewTab | Section, ...] = (*FIRST, *SECTIONS, *LAST)
    for tab in tabs:
        go = partial(page.go_to, tab.key)
        yield Offer(tab.name, tab.icon, go, is_place=True, is_here=True)
    issue = N_("Issue a revision…")
    yield Offer(issue, "stamp", partial(_press_in_itinerary, page, "issue"), is_here=True)
    yield Offer(N_("Print the itinerary…"), "printer", partial(_press_in_itinerary, page, "print"))
    yield Offer(N_("Save a copy of the itinerary…"), "save", partial(_press_in_itinerary, page, "save"))
    actions = page.course_actions
    if actions.course is not None:
        buttons = (
            (N_("Session delivered"), "check", actions.delivered),
            (N_("Session missed…"), "x", actions.missed),
            (N_("Re-plan…"), "calendar-days", actions.replan),
            (N_("Fewer sessions…"), "calendar-minus", actions.fewer),
            (N_("Lay sessions…"), "calendar-days", actions.lay),
        )
        for name, icon, button in buttons:
            if button.isVisibleTo(actions):
                yield Offer(name, icon, partial(_press_in_section, page, "course", button), is_here=True)
        if actions.replan.isVisibleTo(actions):
            down = NP_("interruption", "The machine is down")
            yield Offer(down, "zap", partial(_machine_down, page), is_here=True)
    yield Offer(N_("Erase the person of this journey…"), "trash-2", partial(_erase, space), also=(_DELETE,))
    for key, button in page.editing.add_buttons.items():
        for one in button.addables:
            add = partial(_begin, page, key, one.wanted)
            yield Offer(N_("Add: {kind}", kind=one.name), one.icon or "plus", add)


def _press_in_itinerary(page: JourneyPage, button: str) -> None:
    page.go_to("itinerary")
    _press(getattr(page.shown_view, button))


def _press_in_section(page: JourneyPage, key: str, button: QPushButton) -> None:
    page.go_to_section(key)
    _press(button)


def _erase(space: Workspace) -> None:
    from ui.accountability.accountability_page import AccountabilityPage

    if (journey := space.journey) is None:
        return
    _show_view(space, "accountability", "people")
    if isinstance(space.page, AccountabilityPage):
        space.page.people.show_person(str(journey.id), erase=True)


def _machine_down(page: JourneyPage) -> None:
    if page.course_actions.course is not None:
        page.open_replan(page.course_actions.course.id)
        if page.replan is not None:
            page.replan.form.kind.button("down").click()


def _begin(page: JourneyPage, key: str, wanted: object) -> None:
    page.go_to_section(key)
    page.editing.add_buttons[key].wanted.emit(wanted)


def _press(button: QAbstractButton, looks: int = _LOOKS) -> None:
    """Press it once it can be: what it needs may still be made."""
    if not isValid(button) or not button.isVisible():  # somebody has gone elsewhere meanwhile
        return
    if button.isEnabled():
        button.setFocus()
        button.click()
    elif looks:
        QTimer.singleShot(_LOOK_AGAIN_MS, button, partial(_press, button, looks - 1))


def _buttons(space: Workspace, language: Language) -> Iterator[Offer]:
    """What stands on the page in view, in the bar above and the findings beside it, if called so once."""
    parts: tuple[QWidget | None, ...] = (space.bar, space.page, space.findings.drawer_if_open)
    found: list[tuple[Message, QAbstractButton]] = []
    for part in parts:
        for button in part.findChildren(QAbstractButton) if part is not None else ():
            can_be_pressed = button.isVisible() and button.isEnabled()
            name = language.said_on(button) if can_be_pressed else None
            if isinstance(button, Button | IconButton) and name is not None and not _is_known(space, button):
                found.append((name, button))
    counted = Counter(str(name) for name, _ in found)
    for name, button in found:
        if counted[str(name)] == 1:
            press, also = partial(_press, button), _ALSO.get(str(name), ())
            yield Offer(name, "chevron-right", press, is_here=True, is_listed=False, also=also)


def _is_known(space: Workspace, button: QAbstractButton) -> bool:
    """Whether it is offered under a fuller name already."""
    return space.journey is not None and space.journey_page().course_actions.isAncestorOf(button)


def _views(space: Workspace) -> Iterator[Offer]:
    views = (
        ("world", "calendars", N_("Calendars"), "landmark"),
        ("world", "policies", N_("Policies"), "landmark"),
        ("world", "templates", N_("Templates"), "list-checks"),
        ("accountability", "log", N_("Log of the record"), "history"),
        ("accountability", "people", N_("One person"), "user"),
        ("accountability", "keeping", N_("How long kept"), "shield-check"),
    )
    for place, view, name, icon in views:
        yield Offer(name, icon, partial(_show_view, space, place, view), is_place=True)


def _show_view(space: Workspace, place: str, view: str) -> None:
    space.go(place)
    space.page.show_view(view)  # type: ignore[attr-defined]  # both pages have views


def _doings(space: Workspace) -> Iterator[Offer]:
    """What a page does, from any page."""
    from ui.caseload.journeys_model import HEADERS

    anywhere = (
        ("record", N_("Back up now"), "shield-check", "backups.now"),
        ("record", N_("Check everything"), "list-checks", "health.now"),
        ("world", N_("Import a calendar…"), "folder-open", "importing"),
        ("accountability", N_("Check the log"), "shield-check", "log.check"),
        ("directory", N_("New place"), "plus", "add_place"),
        ("directory", N_("New person"), "plus", "add_person"),
    )
    kept = (
        ("record", N_("Change the passphrase…"), "key-round", "passphrase.change"),
        ("record", N_("Make a new recovery code…"), "printer", "recovery.make"),
        ("record", N_("Let somebody else in…"), "user", "people.add"),
    )
    for place, name, icon, button in (*anywhere, *(() if space.session.is_sample else kept)):
        yield Offer(name, icon, partial(_press_on, space, place, button))
    for column, title in HEADERS.items():
        named = N_("Sort the journeys by: {column}", column=title)
        yield Offer(named, "list", partial(_sort, space, column), is_here=space.place == "journeys")


def _press_on(space: Workspace, place: str, button: str) -> None:
    space.go(place)
    if place == "accountability":
        _show_view(space, place, "log")
    _press(attrgetter(button)(space.page))


def _sort(space: Workspace, column: int) -> None:
    space.go("journeys")
    space.journeys.table.sort_by(column)


def _looks(preferences: Preferences) -> Iterator[Offer]:
    change = preferences.change
    for key, name, icon in (
        ("light", N_("Theme: light"), "sun"),
        ("dark", N_("Theme: dark"), "moon"),
        ("system", N_("Theme: same as the system"), "settings"),
    ):
        yield Offer(name, icon, partial(change, theme=key))
    for key, name in (("en", N_("Language: English")), ("zh_CN", N_("Language: Chinese"))):
        yield Offer(name, "languages", partial(change, language=key))
