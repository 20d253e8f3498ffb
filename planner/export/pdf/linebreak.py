"""Where a line may end: Unicode line breaking (UAX #14, version 16) tailored for Chinese print (W3C CLREQ).

The tailoring, beyond the standard:

* no line starts with a dash — or an ellipsis …, also after a space;
* in Chinese, “ ‘ open and ” ’ close like brackets (an apostrophe inside a Latin word stays one), and the
  interpunct ·, the wave ～ and the slash ／ never start a line.

Runs that must stay together although the standard would part them (dates, times, room numbers) are in
``unbreakable``. Every text is looked at once; the result is kept by whoever asked.
"""

from __future__ import annotations

from unicodedata import east_asian_width

from planner.export.pdf.line_classes import CLASS_OF

NO, MAY, MUST = 0, 1, 2
"""What a boundary is: no break, a possible one, a forced one."""

_ENDS_LINE = frozenset(("BK", "CR", "LF", "NL"))
_LETTER = frozenset(("AL", "HL"))
_WORD = frozenset(("AL", "HL", "NU"))
_QUOTE = frozenset(("QU", "QI", "QF"))
_OPENS = frozenset(("OP", "OW"))
_CLOSES = frozenset(("CL", "CP", "EX", "SY"))
_IDEOGRAPH = frozenset(("ID", "EB", "EM"))
_HANGUL = frozenset(("JL", "JV", "JT", "H2"))
_MARK = frozenset(("CM", "ZWJ"))
_BEFORE_OPENING_QUOTE = frozenset((*_ENDS_LINE, "OP", "OW", "QU", "QI", "QF", "GL", "SP", "ZW"))
_AFTER_CLOSING_QUOTE = frozenset(
    (*_ENDS_LINE, "SP", "GL", "WJ", "CL", "QU", "QI", "QF", "CP", "EX", "IS", "SY", "ZW")
)
_BEFORE_WORD_HYPHEN = frozenset((*_ENDS_LINE, "SP", "ZW", "CB", "GL"))
_CHINESE = {"“": "OW", "‘": "OW", "”": "CL", "’": "CL", "·": "NS", "～": "NS", "／": "NS"}


def opportunities(text: str, *, chinese: bool = False) -> bytearray:
    """For each character whether a line may end before it: ``NO``, ``MAY`` or ``MUST``; the first is ``NO``.

    ``chinese`` sets the quotation marks and the interpunct as Chinese print does.
    """
    classes = [CLASS_OF[char] for char in text]
    if chinese and not _CHINESE.keys().isdisjoint(text):
        _set_chinese(text, classes)
    flags = bytearray(len(text))
    if _MARK.isdisjoint(classes):
        _flag(text, classes, flags)
    else:
        kept, bases, joined = _attach_marks(classes)
        inner = bytearray(len(kept))
        chars = "".join(text[i] for i in kept)
        _flag(chars, bases, inner)
        for place, flag in zip(kept, inner, strict=True):
            flags[place] = NO if place in joined and flag == MAY else flag
    return flags


def _set_chinese(text: str, classes: list[str]) -> None:
    last = len(text) - 1
    for i, char in enumerate(text):
        new = _CHINESE.get(char)
        if new is None:
            continue
        between = 0 < i < last and classes[i - 1] in _LETTER and classes[i + 1] in _LETTER
        if char == "’" and between:
            classes[i] = "AL"  # an apostrophe
        elif not (char == "·" and between):
            classes[i] = new


def _attach_marks(classes: list[str]) -> tuple[list[int], list[str], set[int]]:
    """LB9 and LB10: combining marks go with their base; what is kept, its classes, who follows a joiner."""
    kept: list[int] = []
    bases: list[str] = []
    joined: set[int] = set()
    for i, kind in enumerate(classes):
        if i and classes[i - 1] == "ZWJ":
            joined.add(i)  # LB8a
        if kind in _MARK:
            if bases and bases[-1] not in _ENDS_LINE and bases[-1] not in ("SP", "ZW"):
                continue
            kind = "AL"
        kept.append(i)
        bases.append(kind)
    return kept, bases, joined


def _flag(text: str, classes: list[str], flags: bytearray) -> None:
    flagged = 0
    for k in range(1, len(classes)):
        before, after = classes[k - 1], classes[k]
        if before == "ID" and after == "ID":
            flags[k] = MAY
        elif (before in _WORD and after in _WORD) or after == "SP":
            flags[k] = MUST if before in _ENDS_LINE else NO
        elif before in _ENDS_LINE:
            flags[k] = NO if before == "CR" and after == "LF" else MUST
        elif after in _ENDS_LINE or after == "ZW":
            flags[k] = NO
        elif before == "RI" and after == "RI":  # LB30a: flags of countries, in pairs
            flagged += 1
            flags[k] = NO if flagged % 2 else MAY
        else:
            flags[k] = MAY if _may_break(text, classes, k) else NO
        if after != "RI":
            flagged = 0


def _is_wide(text: str, at: int) -> bool:
    return 0 <= at < len(text) and east_asian_width(text[at]) in "FWH"


def _may_break(text: str, classes: list[str], k: int) -> bool:
    before, after = classes[k - 1], classes[k]
    # what stands before the spaces, for the rules that reach over them
    reach = k - 1
    while reach >= 0 and classes[reach] == "SP":
        reach -= 1
    held = classes[reach] if reach >= 0 else ""
    if held == "ZW":
        return True  # LB8
    if after == "WJ" or before in ("WJ", "GL"):
        return False  # LB11, LB12
    if after == "GL" and before not in ("SP", "BA", "HY"):
        return False  # LB12a
    if after in _CLOSES or held in _OPENS:
        return False  # LB13, LB14
    if held == "QI" and (reach == 0 or classes[reach - 1] in _BEFORE_OPENING_QUOTE):
        return False  # LB15a
    if after == "QF" and (k + 1 == len(classes) or classes[k + 1] in _AFTER_CLOSING_QUOTE):
        return False  # LB15b
    if after == "IS":
        return before == "SP" and k + 1 < len(classes) and classes[k + 1] == "NU"  # LB15c, LB15d
    if after == "NS" and held in ("CL", "CP"):
        return False  # LB16
    if after in ("B2", "IN"):
        return False  # LB17, LB22 and the tailoring: no dash and no ellipsis at the head of a line
    if before == "SP":
        return True  # LB18
    if (after in _QUOTE or before in _QUOTE) and _is_tied_to_quote(text, classes, k):
        return False
    if "CB" in (before, after):
        return True  # LB20
    if after == "AL" and (before == "HY" or text[k - 1] == "\u2010"):  # LB20a
        if k == 1 or classes[k - 2] in _BEFORE_WORD_HYPHEN:
            return False
    if after in ("BA", "HY", "NS") or before == "BB":
        return False  # LB21
    if k > 1 and classes[k - 2] == "HL" and before in ("HY", "BA") and after != "HL":
        return False  # LB21a
    if before == "SY" and after == "HL":
        return False  # LB21b
    return not _is_joined(text, classes, k)


def _is_tied_to_quote(text: str, classes: list[str], k: int) -> bool:
    """LB19, LB19a: a quotation mark parts from its neighbour only between East Asian characters."""
    before, after = classes[k - 1], classes[k]
    if after in ("QU", "QF") or before in ("QU", "QI"):
        return True
    if after in _QUOTE and not (_is_wide(text, k - 1) and _is_wide(text, k + 1)):
        return True
    return before in _QUOTE and not (_is_wide(text, k) and _is_wide(text, k - 2))


def _is_joined(text: str, classes: list[str], k: int) -> bool:
    """LB23 to LB30b: pairs of words, numbers and their signs that stay together."""
    before, after = classes[k - 1], classes[k]
    if (before == "PR" and after in _IDEOGRAPH) or (before in _IDEOGRAPH and after == "PO"):
        return True  # LB23a
    if (before in ("PR", "PO") and after in _LETTER) or (before in _LETTER and after in ("PR", "PO")):
        return True  # LB24
    if _is_in_number(classes, k):
        return True  # LB25
    if before == "JL" and after in ("JL", "JV", "H2"):
        return True  # LB26
    if (before in ("JV", "H2") and after in ("JV", "JT")) or (before == "JT" and after == "JT"):
        return True
    if (before in _HANGUL and after == "PO") or (before == "PR" and after in _HANGUL):
        return True  # LB27
    if before == "IS" and after in _LETTER:
        return True  # LB29
    if (before in _WORD and after == "OP") or (before == "CP" and after in _WORD):
        return True  # LB30
    return before == "EB" and after == "EM"  # LB30b


def _is_in_number(classes: list[str], k: int) -> bool:
    before, after = classes[k - 1], classes[k]
    if after == "NU" and before in ("PO", "PR", "HY", "IS"):
        return True
    if after in _OPENS and before in ("PO", "PR"):
        following = classes[k + 1 : k + 3]
        return following[:1] == ["NU"] or following == ["IS", "NU"]
    if after not in ("PO", "PR", "NU"):
        return False
    at = k - 1
    if after != "NU" and classes[at] in ("CL", "CP"):
        at -= 1
    while at >= 0 and classes[at] in ("SY", "IS"):
        at -= 1
    return at >= 0 and classes[at] == "NU"
