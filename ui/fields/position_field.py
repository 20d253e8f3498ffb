"""Where a place is on the map: two numbers of degrees, as maps give them to copy."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from planner.message import N_
from planner.record.constraint import CONSTRAINTS, Bounds
from planner.record.place import Place
from ui.fields.line_field import LineField
from ui.fields.problems import should_be
from ui.fields.reading import Unreadable

_NUMBER = r"([+-]?\d{1,3}(?:\.\d+)?)\s*°?\s*"
_PAIR = re.compile(rf"\(?\s*{_NUMBER}([NS])?\s*[,，;\s]\s*{_NUMBER}([EW])?\s*\)?\Z", re.IGNORECASE)

Position = tuple[Decimal, Decimal]


class PositionField(LineField):
    """Latitude and longitude in degrees (WGS 84, north and east positive), or ``None`` while not known.

    What a map gives to copy is read: ``30.2900, 104.4433`` or ``37.0081° S, 174.7920° E``.
    """

    def read(self, words: str) -> Any:
        if not words.strip():
            return None
        found = _PAIR.match(words.strip().replace("−", "-"))
        if found is None:
            raise Unreadable(should_be(N_("degrees north and east such as {example}", example="30.3, 104.4")))
        latitude, longitude = Decimal(found[1]), Decimal(found[3])
        position = (
            -latitude if (found[2] or "").upper() == "S" else latitude,
            -longitude if (found[4] or "").upper() == "W" else longitude,
        )
        for degrees, field in zip(position, ("latitude_deg", "longitude_deg"), strict=True):
            rule = CONSTRAINTS[(Place, field)]
            assert isinstance(rule, Bounds)
            if (expected := rule.expected(degrees)) is not None:
                raise Unreadable(should_be(expected))
        return position

    def write(self, value: Any) -> str:
        return "" if value is None else ", ".join(f"{degrees:f}" for degrees in value)
