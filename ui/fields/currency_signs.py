"""Currencies as people write them beside an amount: by a sign or a word, which may stand for several."""

from __future__ import annotations

import re

_DOLLARS = frozenset("NZD AUD USD CAD SGD HKD TWD".split())
_SIGNS: dict[str, frozenset[str]] = {
    "¥": frozenset(("CNY", "JPY")),
    "￥": frozenset(("CNY", "JPY")),
    "$": _DOLLARS,
    "＄": _DOLLARS,
    "元": _DOLLARS | {"CNY", "JPY"},
    **{
        sign: frozenset((code,))
        for code, signs in {
            "CNY": "RMB 人民币 人民币元 元人民币",
            "NZD": "NZ$ 新西兰元 纽元 纽币",
            "AUD": "A$ AU$ 澳元 澳大利亚元",
            "USD": "US$ 美元",
            "HKD": "HK$ 港元 港币",
            "SGD": "S$ 新加坡元 新元",
            "CAD": "C$ CA$ 加元",
            "JPY": "日元 円",
            "EUR": "€ 欧元",
            "GBP": "£ 英镑",
        }.items()
        for sign in signs.split()
    },
}
_ANY = "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))
_BEFORE, _AFTER = (
    re.compile(rf"\A\s*({_ANY})\s*(?=\d)", re.IGNORECASE),
    re.compile(rf"\s*({_ANY})\s*\Z", re.IGNORECASE),
)
_CODE_BEFORE, _CODE_AFTER = (
    re.compile(r"\s*([A-Za-z]{3})\s*(?=\d)"),
    re.compile(r"(?<=\d)\s*([A-Za-z]{3})\s*\Z"),
)


def without_currency(words: str) -> tuple[str, frozenset[str]]:
    """The amount, and the codes of the currencies that are meant, none where none is written.

    ``¥1,200`` may be yuan or yen, ``$`` any dollar; ``NZD 1,200``, ``NZ$1,200``, ``人民币1,200元`` are one.
    """
    amount, meant = _without(words, _BEFORE, _CODE_BEFORE)
    amount, meant_after = _without(amount, _AFTER, _CODE_AFTER)
    if meant and meant_after and meant.isdisjoint(meant_after):
        return words, frozenset()  # ¥5 USD is no amount
    return amount, (meant & meant_after) or meant | meant_after


def _without(words: str, sign: re.Pattern[str], code: re.Pattern[str]) -> tuple[str, frozenset[str]]:
    if (found := sign.search(words)) is not None:
        return words[: found.start()] + words[found.end() :], _SIGNS[found[1].upper()]
    if (found := code.search(words)) is not None:
        return words[: found.start()] + words[found.end() :], frozenset((found[1].upper(),))
    return words, frozenset()
