"""Text that is translated later, by whoever shows it.

The core never translates. It says what it means as a ``Message``: an English msgid with named
``{fields}`` and the values that belong in them, typed (a date stays a ``date``), so that the screen,
the left column of a page and the right one can each render it in their own language.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence or label, not yet in any language.

    ``msgid`` is English with named placeholders (``"{name} is missing"``). ``params`` holds typed
    values: ``str``, ``int``, ``Decimal``, ``date``, ``time``, ``Country``, ``Birthday``, the values of
    ``planner.record`` or another ``Message``; ``planner.i18n.Translator`` formats each for its locale.
    When the sentence has a plural form, ``plural`` is its English plural msgid and ``params["count"]``
    the number that chooses. ``context`` tells two equal msgids apart (gettext ``msgctxt``).
    """

    msgid: str
    params: Mapping[str, Any] = field(default_factory=dict)
    plural: str | None = None
    context: str | None = None

    def __str__(self) -> str:
        """English, for logs and tests; what people read comes from a Translator."""
        text = self.plural if self.plural and self.params.get("count") != 1 else self.msgid
        try:
            return text.format(**self.params)
        except (KeyError, IndexError, ValueError):
            return text

    def __hash__(self) -> int:
        return hash((self.msgid, self.plural, self.context))


@dataclass(frozen=True, slots=True)
class Country:
    """A country or region in a sentence, by its ISO 3166 code: "New Zealand", "新西兰"."""

    code: str

    def __str__(self) -> str:
        return self.code


@dataclass(frozen=True, slots=True)
class Birthday:
    """A date of birth, told without its day of the week: "12 August 1960"."""

    date: dt.date

    def __str__(self) -> str:
        return self.date.isoformat()


def N_(msgid: str, **params: Any) -> Message:  # noqa: N802 - gettext's own name, known to extractors
    """Mark ``msgid`` for the catalogue and carry its values: ``N_("{count} days left", count=3)``."""
    return Message(msgid, params)


def NN_(msgid: str, plural: str, count: int, **params: Any) -> Message:  # noqa: N802 - as N_
    """Like ``N_`` with a plural: ``NN_("{count} day", "{count} days", count)``; ``count`` is a param."""
    return Message(msgid, {"count": count, **params}, plural)


def NP_(context: str, msgid: str, **params: Any) -> Message:  # noqa: N802 - as N_
    """Like ``N_`` where equal English words need different translations: ``NP_("visa", "Entry")``."""
    return Message(msgid, params, context=context)
