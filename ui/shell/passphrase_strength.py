"""How hard a passphrase is to guess, roughly: enough to talk somebody out of a bad one, no more.

Guessers begin with what many people choose: common passwords and phrases in both languages, rows of the
keyboard, sequences, repetitions, years and dates. Such a piece counts as one choice out of few; a word counts
as one out of some ten thousand, however long it is; only what is neither counts by its letters. A guess costs
a quarter of a second here (Argon2id), so forty-five bits keep a thousand computers busy for centuries.
"""

from __future__ import annotations

import math
import re
import unicodedata

from planner.message import N_, Message

FEWEST_CHARACTERS = 10
#: Bits from which on a passphrase is bad, easy, good, hard to guess.
_ENOUGH_BITS = (1.0, 18.0, 34.0, 45.0)
_COMMON_BITS = 7.0
_WORD_BITS = 13.0
_HANZI_BITS = 9.0
_DATE_BITS = 12.0
_ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1234567890",
    "1qaz2wsx3edc4rfv5tgb6yhn",
)
#: What the lists of leaked passwords begin with, without what the patterns find anyway.
_COMMON = frozenset(
    """password passw0rd pass passwort letmein welcome admin administrator login master secret dragon monkey
    football baseball iloveyou princess sunshine shadow superman batman trustno michael charlie jordan
    starwars whatever freedom hello love lovely angel flower ashley summer winter spring autumn january monday
    hospital patient doctor medical cancer proton liver agency journey china beijing shanghai hongkong guest
    test demo changeme default user root office computer internet google apple samsung huawei correct horse
    battery staple abc qwe asd zxc aaa woaini woaiwojia wodemima mima nihao zhongguo baobao laopo laogong
    wang li zhang liu chen yang huang zhao woshishui xiaoming tiantian kuaile yiyuan huanzhe bingren
    密码 口令 我爱你 我爱中国 中国 你好 生日快乐 新年快乐 恭喜发财 一帆风顺 万事如意 身体健康 平安 快乐
    天天向上 好好学习 老婆 老公 宝贝 妈妈 爸爸 医院 患者 病人 医生 质子 治疗 健康 北京 上海 北京欢迎你
    一二三四五六七八九十 锄禾日当午 床前明月光 春眠不觉晓 白日依山尽
    5201314 1314520 520 1314 888888 666666""".split()
)
_DATE = re.compile(
    r"(?:19|20)\d\d[-./年]?(?:\d{1,2}[-./月]?(?:\d{1,2}日?)?)?|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}"
)
_WORD = re.compile(r"[a-z]+")
_LOOKS_LIKE = str.maketrans("@4301$5!7", "aaeoissit")


def strength(passphrase: str) -> tuple[int, Message]:
    """From 0 (nothing) to 4 (hard to guess), and what to do about it."""
    level = sum(guess_bits(passphrase) >= enough for enough in _ENOUGH_BITS)
    if len(passphrase) < FEWEST_CHARACTERS:
        level = min(level, 1)
    return level, _ADVICE[level]


def guess_bits(passphrase: str) -> float:
    """About how many bits a guesser who knows how people choose would need."""
    text = unicodedata.normalize("NFKC", passphrase)
    plain = text.lower()
    bits, place, seen = 0.0, 0, set[str]()
    while place < len(plain):
        length, cost = _piece(plain, place)
        piece = plain[place : place + length]
        bits += 1.0 if piece in seen else cost  # what was there already costs a guesser next to nothing
        seen.add(piece)
        place += length
    capitals = sum(letter.isupper() for letter in text)
    return bits + (2.0 if 0 < capitals < len(text) else 0.0)


def _piece(text: str, place: int) -> tuple[int, float]:
    """The longest piece from ``place`` on that a guesser knows, and what it costs them."""
    rest = text[place:]
    found = [(1, _letter_bits(rest[0]))]
    common = _common_start(rest)
    if common:
        found.append((common, _COMMON_BITS))
    if (date := _DATE.match(rest)) and len(date[0]) >= 4:
        found.append((len(date[0]), _DATE_BITS if len(date[0]) > 4 else _COMMON_BITS))
    run = _run(rest)
    if run >= 3:
        found.append((run, _COMMON_BITS))
    if word := _WORD.match(rest):
        size = len(word[0])
        found.append((size, min(_WORD_BITS, size * _letter_bits("a"))))
    if run < common and word and len(word[0]) > common:
        return common, _COMMON_BITS  # "lovehistory" is two choices, not one long word
    return max(found, key=lambda piece: (piece[0], -piece[1]))


def _common_start(text: str) -> int:
    readings = (text, text.translate(_LOOKS_LIKE))
    return max((len(word) for word in _COMMON for reading in readings if reading.startswith(word)), default=0)


def _run(text: str) -> int:
    """How long a repetition or a row of the keyboard it begins with, either way."""
    same = next((i for i, letter in enumerate(text) if letter != text[0]), len(text))
    longest = same
    for row in _ROWS:
        for way in (row, row[::-1]):
            start = way.find(text[0])
            length = 0
            while start >= 0 and length < len(text) and start + length < len(way):
                if text[length] != way[start + length]:
                    break
                length += 1
            longest = max(longest, length)
    return longest


def _letter_bits(letter: str) -> float:
    if letter.isascii():
        return math.log2(10 if letter.isdigit() else 26 if letter.isalpha() else 2 if letter == " " else 16)
    return _HANZI_BITS


_ADVICE: tuple[Message, ...] = (
    N_("Several words are easier to remember and harder to guess."),
    N_("Too easy to guess. Take several words that have nothing to do with each other."),
    N_("Easy to guess. Add another word."),
    N_("Good."),
    N_("Hard to guess."),
)
