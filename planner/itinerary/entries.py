"""Entry and stay: crossing the border, registering the address, and how long each may stay."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.itinerary.edition import Edition
from planner.itinerary.item import Item, ItemKind, Standing, StayLine, Words
from planner.itinerary.people import who
from planner.itinerary.places import place_line
from planner.itinerary.standing import done
from planner.message import N_, NP_, Message
from planner.record.document import DocumentKind
from planner.record.kind_names import ENTRY_BASES
from planner.record.stay import Stay, StayKind
from planner.record.visa import Entry, EntryState, Visa
from planner.record.when import When, order_key
from planner.schedule.permitted_stay import PermittedStay, permitted_stay, register_by


def entries(edition: Edition) -> tuple[Entry, ...]:
    """The entries this edition tells of, planned and real."""
    return tuple(
        entry
        for entry in edition.journey.entries
        if entry.state is not EntryState.CANCELLED and edition.tells_of((entry.traveller,))
    )


def entry_items(edition: Edition) -> Iterator[Item]:
    """For each crossing into the country: immigration, and registering the address in time."""
    crossings: dict[tuple[When, str | None], list[Entry]] = {}
    for entry in entries(edition):
        if entry.entered is not None:
            crossings.setdefault((entry.entered, entry.entry_port), []).append(entry)
    for (entered, port), together in crossings.items():
        yield _border(edition, entered, port, together)
        if here := [entry for entry in together if entry.country == edition.journey.country]:
            yield _registration(edition, entered, here)
    yield from _moves(edition)
    for entry in entries(edition):
        yield from _deadlines(edition, entry)


def stay_line(edition: Edition, entry: Entry) -> StayLine:
    """How long one traveller may stay after one entry."""
    visa = visa_of(edition, entry)
    stay = _stay(edition, entry, visa)
    return StayLine(
        traveller="".join(who(edition, (entry.traveller,))),
        basis=ENTRY_BASES[visa.basis] if visa else N_("Basis of entry to be confirmed"),
        visa_number=visa.number if visa else "",
        entered=entry.entered,
        last_day=stay.last_day,
        careful_last_day=stay.careful_last_day,
        register_by=stay.register_by,
        apply_by=stay.apply_by,
        enter_by=visa.enter_by if visa else None,
        entries=_number_of_entries(visa) if visa else None,
        last_moment=stay.last_moment,
        planned=entry.state is EntryState.PLANNED,
    )


def visa_of(edition: Edition, entry: Entry) -> Visa | None:
    """The visa or policy an entry rests on, as far as it is entered."""
    return next((visa for visa in edition.journey.visas if visa.id == entry.visa), None)


def safe_last_day(edition: Edition) -> dt.date | None:
    """The last day the reader may be in the country by any counting, of the latest entry."""
    country = edition.journey.country
    own = [
        (entry.entered, entry)
        for entry in entries(edition)
        if entry.entered and entry.country == country and edition.is_part((entry.traveller,))
    ]
    if not own:
        return None
    _, latest = max(own, key=lambda pair: order_key(pair[0]))
    return _stay(edition, latest, visa_of(edition, latest)).safe_last_day


def _stay(edition: Edition, entry: Entry, visa: Visa | None) -> PermittedStay:
    """By the calendar of the country entered: that of treatment, or the one the entry was written down in."""
    elsewhere = entry.entered is not None and entry.country != edition.journey.country
    return permitted_stay(entry, visa, entry.entered.zone if entry.entered and elsewhere else edition.zone)


def stay_notes(edition: Edition) -> tuple[Words, ...]:
    """What everybody who enters must know of their stay."""
    if not entries(edition):
        return ()
    return (
        N_("Register your address within 24 hours of arriving. A hotel does it for you: ask for the slip."),
        N_("In a private flat you go to the police station yourself, with the landlord’s papers."),
        N_("Register again whenever you move to another address."),
        N_("To stay longer, apply at the exit-entry office at least 7 days before the last day."),
        N_("It is not certain that more time is given. Do not plan on it."),
        N_("Carry your passport with you every day."),
    )


def _border(edition: Edition, entered: When, port: str | None, together: list[Entry]) -> Item:
    return Item(
        key=f"{together[0].id}:border",
        kind=ItemKind.BORDER,
        on=entered.date,
        title=N_("Passport control"),
        subject=together[0].id,
        subtitle=N_("This day counts as day 1 of your stay."),
        starts=entered,
        standing=_standing(together),
        place=place_line(edition, port),
        who=who(edition, [entry.traveller for entry in together]),
        bring=_papers(edition, together),
    )


def _deadlines(edition: Edition, entry: Entry) -> Iterator[Item]:
    """The last day to ask for more time and the last legal day, unless one has left by then."""
    stay = _stay(edition, entry, visa_of(edition, entry))
    left = entry.exited.date if entry.exited else dt.date.max
    names = who(edition, [entry.traveller])
    if stay.apply_by is not None and stay.apply_by < left:
        yield Item(
            key=f"{entry.id}:apply",
            kind=ItemKind.NOTICE,
            on=stay.apply_by,
            title=N_("Last day to ask for more time to stay"),
            subject=entry.id,
            who=names,
        )
    if stay.safe_last_day is not None and stay.safe_last_day <= left:
        yield Item(
            key=f"{entry.id}:last-day",
            kind=ItemKind.NOTICE,
            on=stay.safe_last_day,
            title=N_("Last day you may be in the country"),
            subject=entry.id,
            who=names,
            important=(N_("Leave the country today, before midnight."),),
        )


def _papers(edition: Edition, together: list[Entry]) -> tuple[Words, ...]:
    letters = [
        document.title
        for document in edition.journey.documents
        if document.kind is DocumentKind.INVITATION_LETTER
        and document.title
        and document.traveller in (None, *(entry.traveller for entry in together))
    ]
    return (N_("Passport"), N_("Arrival card (QR code)"), *letters)


def _standing(together: list[Entry]) -> Standing:
    return done(all(entry.state is EntryState.ACTUAL for entry in together))


def _registration(edition: Edition, entered: When, together: list[Entry]) -> Item:
    deadline = register_by(entered.seen_from(edition.zone) or entered)
    house = _first_house(edition, deadline)
    return _duty(
        edition,
        key=f"{together[0].id}:register",
        on=entered.date,
        deadline=deadline,
        travellers=[entry.traveller for entry in together],
        stay=house,
        is_done=all(entry.registrations for entry in together),
    )


def _moves(edition: Edition) -> Iterator[Item]:
    """Registering again at each further address. A ward is left out: the hospital sees to its own."""
    entered = [entry.entered.date for entry in entries(edition) if entry.entered]
    for stay in edition.stays:
        place = edition.place(stay.place)
        if stay.kind is StayKind.WARD or stay.arrives is None or not edition.is_in_country(place):
            continue
        if not entered or stay.arrives.date <= min(entered) + dt.timedelta(1):
            continue
        places = {r.place for entry in entries(edition) for r in entry.registrations}
        yield _duty(
            edition,
            key=f"{stay.id}:register",
            on=stay.arrives.date,
            deadline=register_by(stay.arrives),
            travellers=list(stay.travellers),
            stay=stay,
            is_done=stay.place in places,
        )


def _duty(
    edition: Edition,
    *,
    key: str,
    on: dt.date,
    deadline: When,
    travellers: list[str],
    stay: Stay | None,
    is_done: bool,
) -> Item:
    return Item(
        key=key,
        kind=ItemKind.REGISTRATION,
        on=on,
        title=N_("Register your address by {deadline}", deadline=deadline)
        if deadline.time
        else N_("Register your address within 24 hours of arriving"),
        subject=key.partition(":")[0],
        subtitle=_who_registers(edition, stay),
        ends=deadline,
        standing=done(is_done),
        place=place_line(edition, stay.place) if stay else None,
        who=who(edition, travellers),
        bring=(N_("Passport"),),
    )


def _who_registers(edition: Edition, stay: Stay | None) -> Message:
    place = edition.place(stay.place) if stay else None
    registers = stay.registers_foreigners if stay else None
    if registers is None and place is not None:
        registers = place.registers_foreigners
    if registers:
        return N_("They register you at check-in. Show your passport and ask for the slip.")
    if registers is False:
        return N_("They do not register guests: go to the police station nearby.")
    return N_("Ask at check-in whether they register you. If not, go to the police station nearby.")


def _first_house(edition: Edition, deadline: When) -> Stay | None:
    """The house one sleeps in first: whose first night begins by the day of the deadline."""
    on = deadline.date
    here = [(s.arrives.date, s) for s in edition.stays if s.arrives and s.leaves and s.leaves.date >= on]
    begun = [(arrives, stay) for arrives, stay in here if arrives <= on]
    return max(begun, key=lambda pair: (pair[0], pair[1].id), default=(on, None))[1]


def _number_of_entries(visa: Visa) -> Message | None:
    if visa.multiple:
        return NP_("entries", "any number")
    if visa.entries is None:
        return None
    return NP_("entries", "{count}", count=visa.entries)
