"""Where the entries of the palette come from: commands, places, the record's search, the journey in view."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from planner.message import N_, Message
from planner.record.contact import Contact
from planner.record.journey import Journey
from planner.record.lookup import things
from planner.record.place import Place
from planner.session import (
    HitKind,
    NamedThing,
    SearchHit,
    Session,
    Sought,
    named_things,
    searchable,
    where_found,
)
from ui.caseload.phases import phase_name
from ui.controls.command import Command
from ui.controls.key_names import key_names
from ui.desk import Desk
from ui.fields.told_apart import moment_words, told_apart
from ui.findings.severity import SEVERITY_SIGNS
from ui.journey.content_words import SEPARATOR, ContentWords
from ui.shell.offers import Offer
from ui.shell.palette.entry import DOES, GOES, Entry, Group
from ui.shell.places import Destination

MOST_HITS = 12


@dataclass(frozen=True, slots=True)
class Ways:
    """What an entry of the palette can do: open a journey at a thing, go to a page, open a shared entry."""

    open_thing: Callable[[str, str, str], None]
    go: Callable[[str], None]
    open_entry: Callable[[str], None]
    commands: Callable[[], Sequence[Command]]
    places: Sequence[Destination]
    journey: Callable[[], Journey | None]
    offers: Callable[[], Iterable[Offer]] = tuple


class Sources:
    """Gathers entries; every method is quick enough for each key press."""

    def __init__(self, desk: Desk, session: Session, ways: Ways) -> None:
        self._desk = desk
        self._session = session
        self._ways = ways
        self._said = ContentWords(desk)
        self._words: dict[str, tuple[str, ...]] = {}
        self._names: dict[tuple[str, str], tuple[str, ...]] = {}
        self._offers: list[tuple[bool, Entry]] = []
        self._of_journey: tuple[Journey, str, tuple[Entry, ...]] | None = None

    def forget(self) -> None:
        """Another language is spoken: other words are looked for."""
        self._words.clear()
        self._of_journey = None

    def gather(self) -> None:
        """Look what is possible where one is now; it stays so while the palette is open."""
        told = {str(command.plain_name) for command in self._ways.commands()}
        told |= {str(place.name) for place in self._ways.places}
        self._offers = []
        for offer in self._ways.offers():
            if str(offer.name) in told:
                continue
            told.add(str(offer.name))
            others = [name for one in offer.also for name in self._all_names(one)]
            entry = Entry(
                f"{'here' if offer.is_here else 'offer'} {offer.name}",
                Group.PLACES if offer.is_place else Group.COMMANDS,
                offer.icon,
                offer.name,
                offer.do,
                does=GOES if offer.is_place else DOES,
                found_by=self._found_by(
                    self._desk.language.text(offer.name), *self._all_names(offer.name), *others
                ),
            )
            self._offers.append((offer.is_here and offer.is_listed, entry))

    def offered(self, group: Group, *, here: bool = False) -> list[Entry]:
        """What of it stands in a group; with ``here`` only what belongs to what is in view."""
        return [one for is_here, one in self._offers if one.group is group and (is_here or not here)]

    def _all_names(self, name: Message) -> tuple[str, ...]:
        key = (name.context or "", str(name))
        if key not in self._names:
            self._names[key] = self._desk.language.in_every(name)
        return self._names[key]

    def commands(self) -> Iterator[Entry]:
        """Everything that can be done now, with its keys."""
        for command in self._ways.commands():
            if command.isEnabled() and command.isVisible():
                yield Entry(
                    f"command {command.text()}",
                    Group.COMMANDS,
                    command.icon_name or "chevron-right",
                    command.text(),
                    command.trigger,
                    does=DOES,
                    keys=key_names(command.shortcut()),
                    found_by=self._found_by(command.text(), *self._all_names(command.plain_name)),
                )

    def places(self) -> Iterator[Entry]:
        """Every page one can go to."""
        for place in self._ways.places:
            keys = key_names(place.shortcut)
            title = self._desk.language.text(place.name)
            yield Entry(
                f"place {place.key}",
                Group.PLACES,
                place.icon,
                place.name,
                partial(self._ways.go, place.key),
                does=GOES,
                keys=keys,
                found_by=self._found_by(title, *self._all_names(place.name)),
            )

    def record(self, words: str) -> tuple[list[Entry], list[str]]:
        """Journeys whose line shows all ``words``, places and contacts that hold them; and the ids of every
        journey that does somewhere, best first."""
        hits = self._session.search(words, limit=MOST_HITS)
        keys = [hit.id for hit in hits if hit.kind is HitKind.JOURNEY]
        sought = Sought(words)
        return [*matching([*self._journeys(keys)], sought), *self._shared(hits, sought)], keys

    def mentioning(self, journey: Journey, sought: Sought) -> Iterator[Entry]:
        """The journey as one that holds ``sought`` somewhere else than in its line, with where."""
        if where := where_found(journey, sought):
            for entry in self._journeys([journey.id]):
                yield replace(entry, group=Group.MENTIONED, detail=where)

    def in_view(self) -> tuple[Entry, ...]:
        """Everything of the journey in view that has a name, and its findings."""
        journey = self._ways.journey()
        if journey is None:
            return ()
        locale = self._desk.language.locale
        kept = self._of_journey
        if kept is None or kept[0] is not journey or kept[1] != locale:
            found = (*self.things(journey), *self._findings(journey))
            kept = self._of_journey = (journey, locale, found)
        return kept[2]

    def things(self, journey: Journey) -> Iterator[Entry]:
        """Everything of a journey that has a name."""
        whose = journey.patient.full_name if journey.patient else ""
        known = {str(one.id): one for one in things(journey)}
        named = {str(at): one for at, one in enumerate(named_things(journey))}
        titles = {at: self._said.text(one.title) for at, one in named.items()}

        def when(at: str) -> tuple[str, ...]:
            thing = known.get(named[at].id)
            return (moment_words(thing, self._desk.language.speaker) if thing is not None else "",)

        apart = told_apart(titles, when)
        for at, one in named.items():
            yield self._thing(journey, one, whose, apart.get(at, titles[at]))

    def _thing(self, journey: Journey, one: NamedThing, whose: str, title: str) -> Entry:
        return Entry(
            f"thing {journey.id} {one.id}",
            Group.PEOPLE if one.is_person else Group.THINGS,
            "user" if one.is_person else "file-text",
            title,
            partial(self._ways.open_thing, str(journey.id), one.id, ""),
            SEPARATOR.join(
                part
                for part in (self._said.text(one.kind), *one.references[:2], whose)
                if part and part != title
            ),
            found_by=searchable((title, *one.names), one.references),
            other_names=(*one.names, *one.references),
        )

    def _findings(self, journey: Journey) -> Iterator[Entry]:
        for finding in self._session.open_findings(journey.id):
            sentence = self._said.text(finding.message)
            yield Entry(
                f"finding {journey.id} {finding.code} {finding.subject.id}",
                Group.FINDINGS,
                SEVERITY_SIGNS[finding.severity][0],
                sentence,
                partial(self._ways.open_thing, str(journey.id), finding.subject.id, finding.subject.field),
                found_by=searchable((sentence,)),
            )

    def _journeys(self, keys: Sequence[str]) -> Iterator[Entry]:
        for row in self._session.summaries_of(list(keys)):
            name = row.patient_name or self._desk.language.text(N_("No patient yet"))
            parts = (row.patient_name_hanzi, row.reference, self._desk.language.text(phase_name(row.phase)))
            yield Entry(
                f"journey {row.id}",
                Group.JOURNEYS,
                "route",
                name,
                partial(self._ways.open_thing, str(row.id), "", ""),
                SEPARATOR.join(part for part in parts if part),
                found_by=searchable((row.patient_name, row.patient_name_hanzi), (row.reference,)),
            )

    def _shared(self, hits: list[SearchHit], sought: Sought) -> Iterator[Entry]:
        directory = self._session.directory()
        wanted = {hit.id: hit.kind for hit in hits if hit.kind is not HitKind.JOURNEY}
        if not wanted:
            return
        entries: tuple[Place | Contact, ...] = (*directory.places, *directory.contacts)
        for one in entries:
            kind = wanted.get(one.id)
            if kind is None:
                continue
            is_place = kind is HitKind.PLACE
            title = self._said.text(one.name)
            detail = self._desk.language.text(N_("Place") if is_place else N_("Contact"))
            if not sought.finds(self._found_by(title)):
                detail = SEPARATOR.join((detail, where_found(one, sought)))
            yield Entry(
                f"shared {one.id}",
                Group.DIRECTORY,
                "map-pin" if is_place else "user",
                one.name,
                partial(self._ways.open_entry, one.id),
                detail,
            )

    def _found_by(self, *names: str) -> tuple[str, ...]:
        key = "\n".join(names)
        if key not in self._words:
            self._words[key] = searchable(names)
        return self._words[key]


def matching(entries: Sequence[Entry], sought: Sought) -> list[Entry]:
    """The entries that are found: those called so first, of these those whose name begins with it."""
    found = [entry for entry in entries if sought.finds(entry.found_by)]
    found.sort(key=lambda entry: (not _is_called(entry, sought), sought.rank(entry.found_by)))
    return [_explained(entry, sought) for entry in found]


def _is_called(entry: Entry, sought: Sought) -> bool:
    """Whether what was typed begins words of the title that is seen."""
    return not isinstance(entry.title, str) or sought.finds(searchable((entry.title,)))


def _explained(entry: Entry, sought: Sought) -> Entry:
    """The entry with the name by which it was found, where its line does not show that."""
    if not entry.other_names or not isinstance(entry.detail, str) or _is_called(entry, sought):
        return entry
    if sought.finds(searchable((str(entry.title), entry.detail), entry.detail.split(SEPARATOR))):
        return entry
    names = (one for one in entry.other_names if sought.finds(searchable((one,), (one,))))
    return replace(entry, detail=SEPARATOR.join((next(names, ""), entry.detail)).removeprefix(SEPARATOR))
