"""Codes of the record by their names, as the fields of a form show them."""

from __future__ import annotations

from typing import Any

from planner.record.constraint import CONSTRAINTS, LOCALE, Code, Zone
from ui.desk import Desk
from ui.fields.coded_names import SPOKEN_BY, country_called, language_called, spoken_called
from ui.fields.zone_names import city_of

_WEEKDAYS = frozenset({"weekday", "weekdays", "weekly_pattern"})
#: Kinds of files as everybody calls them, in every language.
_FILES = {
    "application/pdf": "PDF",
    "application/dicom": "DICOM",
    "application/zip": "ZIP",
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "text/plain": "TXT",
}


def code_in_words(cls: Any, field: str, code: Any, desk: Desk) -> str | None:
    """What a code in ``field`` of ``cls`` is called: a country, a language, a city, a weekday, a file's kind.

    ``None`` for what is no code, and for codes that stand as they are wherever they are shown (currencies).
    """
    if isinstance(code, int) and field in _WEEKDAYS:
        return desk.language.speaker.weekday_names()[code - 1] if 1 <= code <= 7 else None
    if not isinstance(code, str) or not code:
        return None
    if field == "media_type":
        return _FILES.get(code)
    locale = desk.language.locale
    match CONSTRAINTS.get((cls, field)):
        case Zone():
            return city_of(code, locale)
        case Code(name="country"):
            return country_called(code, locale)
        case Code() as rule if rule is LOCALE:
            return (spoken_called if cls in SPOKEN_BY else language_called)(code, locale)
    return None
