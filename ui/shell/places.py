"""Where one can go in the open record: every page with its name, its icon, its key and how it is made.

A page is added here and nowhere else: the rail, the keyboard, the palette and the keyboard map follow.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from planner.message import N_, NP_, Message
from ui.controls.command import Command
from ui.desk import Desk
from ui.shell.error_presenter import ErrorPresenter
from ui.shell.page import Page

if TYPE_CHECKING:
    from planner.session import Session
    from planner.session.backups import RestoredRecord
    from ui.caseload.freshening import Freshening


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a page is given: the record, and the ways to the other pages.

    ``go`` shows a place by its key. ``open_journey`` shows a journey by its id; ``open_thing`` a journey,
    the id of a thing in it ("" for the whole journey) and one of its fields ("" for the first);
    ``replan_session`` a journey where it is re-planned around a session that was missed.
    ``tell_done`` says that something larger was done and offers to undo it; it is given the edit's label.
    ``exchange`` goes on with another session, in which a backup was put back. ``stack`` is what the page will
    stand in: a page that is put there only once it is made is dressed twice.
    """

    desk: Desk
    session: Session
    errors: ErrorPresenter
    go: Callable[[str], None]
    open_journey: Callable[[str], None]
    open_thing: Callable[[str, str, str], None]
    replan_session: Callable[[str, str], None]
    tell_done: Callable[[Message], None]
    choose_import: Callable[[], None]
    commands: Callable[[], Sequence[Command]]
    freshening: Freshening
    exchange: Callable[[Session, RestoredRecord], None]
    see_sample: Callable[[], None]
    stack: QWidget


@dataclass(frozen=True, slots=True)
class Destination:
    """A page one can go to. ``make`` imports and makes it when it is first wanted.

    ``shortcut`` is written as Qt reads it (``Ctrl+1``), "" for none. ``at_foot`` puts it at the foot of
    the rail, with what is seldom visited; what is not ``in_rail`` is reached by its key and the palette.
    """

    key: str
    name: Message
    icon: str
    make: Callable[[Surroundings], Page]
    shortcut: str = ""
    at_foot: bool = False
    in_rail: bool = True


def _today(at: Surroundings) -> Page:
    from ui.caseload.today_page import TodayPage

    page = TodayPage(
        at.desk,
        at.session,
        at.errors,
        open_thing=at.open_thing,
        begin_journey=lambda: at.go("new-journey"),
        see_sample=at.see_sample,
        freshening=at.freshening,
        parent=at.stack,
    )
    page.missed.connect(at.replan_session)
    return page


def _journeys(at: Surroundings) -> Page:
    from ui.caseload.journeys_page import JourneysPage

    page = JourneysPage(at.desk, at.session, at.freshening, at.stack)
    page.opened.connect(at.open_journey)
    page.import_wanted.connect(at.choose_import)
    page.new_wanted.connect(lambda: at.go("new-journey"))
    page.sample_wanted.connect(at.see_sample)
    return page


def _new_journey(at: Surroundings) -> Page:
    from ui.editing.new_journey_page import NewJourneyPage

    return NewJourneyPage(at.desk, at.session, at.errors, at.open_journey, at.stack)


def _directory(at: Surroundings) -> Page:
    from ui.directory.directory_page import DirectoryPage

    page = DirectoryPage(at.desk, at.session, at.errors, at.stack)
    page.journey_wanted.connect(at.open_journey)
    page.done.connect(at.tell_done)
    return page


def _phrasebook(at: Surroundings) -> Page:
    from ui.reference.phrasebook_page import PhrasebookPage

    return PhrasebookPage(at.desk, at.stack)


def _world(at: Surroundings) -> Page:
    from ui.reference.world_page import WorldPage

    page = WorldPage(at.desk, at.session, at.errors, at.stack)
    page.journey_wanted.connect(at.open_journey)
    return page


def _accountability(at: Surroundings) -> Page:
    from ui.accountability.accountability_page import AccountabilityPage

    page = AccountabilityPage(at.desk, at.session, at.errors, at.stack)
    page.journey_wanted.connect(at.open_journey)
    return page


def _record(at: Surroundings) -> Page:
    from ui.record.record_page import RecordPage

    return RecordPage(at.desk, at.session, at.errors, at.exchange, at.stack)


def _keyboard(at: Surroundings) -> Page:
    from ui.shell.keyboard_page import KeyboardPage

    return KeyboardPage(at.desk, at.commands, at.stack)


def _settings(at: Surroundings) -> Page:
    from ui.shell.settings_page import SettingsPage

    return SettingsPage(at.desk, at.session, at.errors, lambda: at.go("keyboard"), at.stack)


#: In the order of the rail; Ctrl+3, Ctrl+4 and Ctrl+5 are for the directory, the phrasebook, the calendars.
PLACES: tuple[Destination, ...] = (
    Destination("today", NP_("place", "Today"), "sun", _today, "Ctrl+1"),
    Destination("journeys", N_("Journeys"), "list", _journeys, "Ctrl+2"),
    Destination("new-journey", N_("New journey"), "plus", _new_journey, "Ctrl+N", in_rail=False),
    Destination("directory", N_("Directory"), "book-user", _directory, "Ctrl+3"),
    Destination("phrasebook", N_("Phrasebook"), "book-open-text", _phrasebook, "Ctrl+4"),
    Destination("world", N_("Calendars"), "landmark", _world, "Ctrl+5"),
    Destination("accountability", N_("Accountability"), "shield-check", _accountability, at_foot=True),
    Destination("record", N_("Record"), "save", _record, at_foot=True),
    Destination("settings", N_("Settings"), "settings", _settings, "Ctrl+,", at_foot=True),
    Destination("keyboard", N_("Keyboard"), "keyboard", _keyboard, "F1", at_foot=True, in_rail=False),
)
