"""What somebody types to find in the log, as the store looks for it: in the language of the screen too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.i18n import translator
from planner.session.event_words import KINDS, PLAIN
from planner.store.event import EventKind
from planner.store.log_words import LogWord as LogWord

if TYPE_CHECKING:
    from planner.session.session import Session

#: What these are told as is what the edit was called.
_LABELLED = (EventKind.EDIT, EventKind.IMPORT)
#: Sentences that a word may stand in; one that stands in more says nothing.
_MOST_SENTENCES = 60


def log_words(session: Session, typed: str, locale: str, *, of_all: bool = True) -> tuple[LogWord, ...]:
    """Each word of ``typed`` with the sentences, kinds and people that are called so in ``locale``; where
    all journeys are looked through, the journeys of patients who bear it or that have it for a reference.
    """
    return tuple(_word(session, word, locale, of_all) for word in typed.split())


def _word(session: Session, word: str, locale: str, of_all: bool) -> LogWord:
    said, plain = translator(locale), word.casefold()
    agency = session.directory().agency
    managers = agency.case_managers if agency is not None else ()
    named = [*KINDS.items(), *((kind, told) for kind, told in PLAIN.items() if kind not in _LABELLED)]
    return LogWord(
        text=word,
        sentences=() if locale == "en" else said.sentences_with(word, most=_MOST_SENTENCES),
        kinds=tuple({kind.value: None for kind, told in named if plain in said.text(told).casefold()}),
        people=tuple(
            one.id for one in managers if any(plain in it.casefold() for it in one.name.wording.values())
        ),
        journeys=_called(session, word) if of_all else (),
    )


def _called(session: Session, word: str) -> tuple[str, ...]:
    """The journeys that are called so; those that only hold the word somewhere are not."""
    plain = word.casefold()
    rows = session.summaries_of(session.find_journeys(word))
    names = {one.id: (one.patient_name, one.patient_name_hanzi, one.reference) for one in rows}
    return tuple(id for id, called in names.items() if any(plain in name.casefold() for name in called))
