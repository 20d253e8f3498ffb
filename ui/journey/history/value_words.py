"""Values of the record in words for the history: old and new of each field, never JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import is_dataclass
from enum import StrEnum
from functools import reduce
from typing import Any

from planner.edits.field_names import field_name
from planner.message import N_, NP_, Message
from planner.record.journey import Journey
from planner.record.shape import FieldShape, Kind, parts
from planner.record.text import Text
from planner.record.when import When
from planner.session.logged import Became, FieldTold, ThingTold, named
from ui import labels
from ui.attachments.sizes import size_words
from ui.desk import Desk
from ui.journey.history.code_words import code_in_words

_NOTHING = NP_("value", "nothing")
_GONE = N_("something no longer here")
_MOST_LINES = 14
_SIZE = "size_bytes"
Parted = Callable[[str, str], Message]


def _with_commas(first: str, rest: str) -> Message:
    return NP_("list", "{first}, {rest}", first=first, rest=rest)


def _with_semicolons(first: str, rest: str) -> Message:
    return NP_("list", "{first}; {rest}", first=first, rest=rest)


class ValueWords:
    """Words for one journey as it is now, in the language of the screen."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.journey: Journey | None = None

    def heading(self, told: ThingTold) -> str:
        """Which thing, and what became of it."""
        name = self._named(told)
        name = name[:1].upper() + name[1:]
        match told.became:
            case Became.ADDED:
                return self._text(N_("{thing}: added", thing=name))
            case Became.REMOVED:
                return self._text(N_("{thing}: removed", thing=name))
        return name

    def lines(self, told: ThingTold) -> list[str]:
        """Each field with old and new; of a thing that came or went, what it held."""
        found = [line for field in told.fields for line in self._field(field, told.became)]
        if len(found) > _MOST_LINES:
            rest = len(found) - _MOST_LINES + 1
            return [*found[: _MOST_LINES - 1], self._text(N_("and {count} more", count=rest))]
        return found

    def short(self, things: Iterable[ThingTold]) -> str:
        """All of it in one line, for a row of the table."""
        said: list[str] = []
        for told in things:
            lines = self.lines(told) if told.became is Became.CHANGED else []
            whole = self._listed(_with_semicolons, lines)
            said.append(f"{self.heading(told)} – {whole}" if lines else self.heading(told))
        return " · ".join(said)

    def _named(self, told: ThingTold) -> str:
        name = self.value(told.name)
        kind = self._text(told.kind) if told.kind is not None else ""
        if not kind or kind.casefold() in name.casefold():
            return name
        return self._text(N_("{kind} “{name}”", kind=kind, name=name))

    def _field(self, told: FieldTold, became: Became) -> Iterator[str]:
        names = [_field_words(cls, field) for cls, field in (*told.within, (told.cls, told.field))]
        label = " › ".join(self.value(name) for name in names)
        if became is not Became.CHANGED:
            held = told.new if became is Became.ADDED else told.old
            yield self._text(N_("{field}: {value}", field=label, value=self._said(held, told)))
        elif isinstance(told.old, Text) or isinstance(told.new, Text):
            yield from self._texts(label, told.old or Text(), told.new or Text())
        elif isinstance(told.old, tuple | frozenset) and isinstance(told.new, tuple | frozenset):
            yield from self._items(label, told)
        else:
            yield self._changed(label, self._said(told.old, told), self._said(told.new, told))

    def _texts(self, label: str, old: Text, new: Text) -> Iterator[str]:
        """Words that differ, language by language; then which translations count as read."""
        speaker = self._desk.language.speaker
        several = len({*old.wording, *new.wording}) > 1
        for locale in dict.fromkeys((*old.wording, *new.wording)):
            was, now = old.in_(locale), new.in_(locale)
            if was != now:
                shown = (
                    self._text(N_("{field} ({language})", field=label, language=speaker.language(locale)))
                    if several
                    else label
                )
                yield self._changed(shown, self.value(was), self.value(now))
        for locale in sorted(new.reviewed - old.reviewed):
            language = speaker.language(locale)
            yield self._text(N_("{field}: {language} counts as reviewed", field=label, language=language))
        for locale in sorted(old.reviewed - new.reviewed):
            language = speaker.language(locale)
            yield self._text(
                N_("{field}: {language} no longer counts as reviewed", field=label, language=language)
            )

    def _items(self, label: str, told: FieldTold) -> Iterator[str]:
        """What is gone from a list and what came."""
        gone = [one for one in told.old if one not in told.new]
        came = [one for one in told.new if one not in told.old]
        if gone and came:
            yield self._changed(label, self._said(tuple(gone), told), self._said(tuple(came), told))
        elif came:
            yield self._text(N_("{field}: added {value}", field=label, value=self._said(tuple(came), told)))
        elif gone:
            yield self._text(N_("{field}: removed {value}", field=label, value=self._said(tuple(gone), told)))
        else:
            yield self._text(N_("{field}: in another order", field=label))

    def _changed(self, label: str, old: str, new: str) -> str:
        return self._text(N_("{field}: {old} → {new}", field=label, old=old, new=new))

    def _said(self, value: Any, told: FieldTold) -> str:
        if told.is_reference and value:
            return self._referred(value)
        return self.value(value, told.cls, told.field)

    def value(self, value: Any, cls: Any = None, field: str = "") -> str:
        """Any value in words; ``field`` of ``cls`` holds it, which makes a code a country, say."""
        if value is None or value == "" or value == () or value == frozenset():
            return self._text(_NOTHING)
        if field == _SIZE and isinstance(value, int):
            return self._text(size_words(value))
        if (called := code_in_words(cls, field, value, self._desk)) is not None:
            return called
        match value:
            case bool():
                return self._text(NP_("value", "yes") if value else NP_("value", "no"))
            case StrEnum():
                return self._choice(value)
            case Text():
                return value.best(self._desk.language.locale) or self._text(_NOTHING)
            case When():
                speaker = self._desk.language.speaker
                moment, zone = speaker.when(value), speaker.zone(value.zone, value.date)
                return self._text(N_("{moment} ({zone})", moment=moment, zone=zone)) if value.time else moment
            case tuple() | frozenset():
                return self._listed(_with_commas, (self.value(one, cls, field) for one in value))
        if is_dataclass(value) and not isinstance(value, Message | type) and not _has_words(value):
            told = [
                self._text(N_("{field}: {value}", field=_field_words(type(value), s.name), value=said))
                for s, held in parts(value)
                if held
                and held != s.default
                and s.name not in ("id", "sha256")
                and (said := self._part(type(value), s, held))
            ]
            return self._listed(_with_semicolons, told) or self._text(_NOTHING)
        return self._desk.language.speaker.value(value)

    def _part(self, cls: Any, shape: FieldShape, held: Any) -> str:
        """One field of a value; ids are those of things."""
        if shape.kind is Kind.REFERENCE:
            return self._referred(held)
        return self.value(held, cls, shape.name)

    def _referred(self, held: Any) -> str:
        ids = held if isinstance(held, tuple | frozenset) else (held,)
        return self._listed(_with_commas, (self.value(named(self.journey, one) or _GONE) for one in ids))

    def _listed(self, between: Parted, said: Iterable[str]) -> str:
        """Several side by side, parted as this language parts them."""
        return reduce(lambda first, rest: self._text(between(first, rest)), said) if (said := [*said]) else ""

    def _choice(self, choice: StrEnum) -> str:
        try:
            return self._text(labels.name(choice))
        except KeyError:
            return choice.value.replace("-", " ")

    def _text(self, message: Message) -> str:
        return self._desk.language.text(message)


def _field_words(cls: Any, field: str) -> Message | str:
    if field == _SIZE:  # in kilobytes, as the viewer says it
        return NP_("file", "Size")
    try:
        return field_name(cls, field)
    except KeyError:
        return field.replace("_", " ")


def _has_words(value: Any) -> bool:
    from planner.record.money import Money

    return isinstance(value, Money)
