"""Files spoilt as files are: by a slip, by another program, or on purpose.

JSON is spoilt as a tree, calendar files as lines, and all of them as bytes; what comes out is mostly still
the file it was, so that it gets past the first check and reaches the last.
"""

from __future__ import annotations

import json
import random
from typing import Any

_WORDS: tuple[Any, ...] = (
    "",
    " ",
    "\0",
    "é",
    "日本語",
    "\u202e",
    "\ud800",
    "0" * 5000,
    "A" * 100_000,
    "../../etc/passwd",
    "2027-02-30",
    "0000-00-00",
    "9999-12-31",
    "2027-04-06T10:20:00+99:99",
    "24:00:00",
    "Asia/Shanghai",
    "Mars/Phobos",
    "../../../etc/localtime",
    "en",
    "zh_CN",
    "{name}",
    "%s%n",
    "<script>",
    "1e400",
    "NaN",
)
_LARGEST = 4 << 20  # bytes; what is larger is refused by its size alone
_NUMBERS: tuple[Any, ...] = (0, -1, 1, 2**31, 2**63, 10**30, -(10**39), 0.1, 1e308, -0.0, True, False, None)
_BRACKETS = (b"[" * 200_000, b'{"a":' * 50_000, b'"' * 1000, b"\\u" * 100, b"[[]]" * 50_000, b"1" * 100_000)


def mutated_json(seed: Any, rng: random.Random) -> bytes:
    """The JSON value ``seed`` with a few things in it changed, as text; sometimes also spoilt as bytes."""
    tree = _copy(seed)
    for _ in range(rng.choice((1, 1, 1, 2, 3, 8))):
        _spoil(tree, rng)
    try:
        data = json.dumps(tree, ensure_ascii=rng.random() < 0.5).encode("utf-8", "surrogatepass")
    except RecursionError:
        data = b"[" * 10_000
    return mutated_bytes(data, rng) if rng.random() < 0.15 else data[:_LARGEST]


def mutated_lines(seed: bytes, rng: random.Random) -> bytes:
    """A calendar file with lines lost, doubled, exchanged or changed."""
    lines = seed.split(b"\r\n") if b"\r\n" in seed else seed.split(b"\n")
    for _ in range(rng.choice((1, 1, 2, 5))):
        at = rng.randrange(len(lines)) if lines else 0
        match rng.randrange(7):
            case 0 if lines:
                del lines[at]
            case 1 if lines:
                lines.insert(at, lines[rng.randrange(len(lines))])
            case 2 if lines:
                name, _, _ = lines[at].partition(b":")
                lines[at] = name + b":" + _some_bytes(rng)
            case 3 if lines:
                _, _, value = lines[at].partition(b":")
                lines[at] = _property(rng) + b":" + value
            case 4:
                lines.insert(at, _property(rng) + b":" + _some_bytes(rng))
            case 5 if lines:
                first, last = sorted((at, rng.randrange(len(lines))))
                lines[first:last] = lines[first:last] * rng.choice((2, 3, 20))
            case _:
                rng.shuffle(lines[at : at + 5])
    data = b"\r\n".join(lines[:200_000])
    return mutated_bytes(data, rng) if rng.random() < 0.2 else data


def mutated_bytes(seed: bytes, rng: random.Random) -> bytes:
    """Bytes changed, lost, doubled or cut off."""
    data = bytearray(seed)
    for _ in range(rng.choice((1, 1, 2, 4, 16))):
        at = rng.randrange(len(data) + 1)
        match rng.randrange(7):
            case 0 if at < len(data):
                data[at] = rng.randrange(256)
            case 1:
                data[at:at] = _some_bytes(rng)
            case 2:
                del data[at : at + rng.choice((1, 2, 10, 1000))]
            case 3:
                data[at:at] = data[max(0, at - 300) : at] * rng.choice((1, 2, 50))
            case 4:
                del data[at:]
            case 5:
                data[at:at] = rng.choice(_BRACKETS)
            case _:
                data[:0] = rng.choice((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\0", b"PK\3\4", b"%PDF-"))
    return bytes(data[:_LARGEST])


def _spoil(tree: Any, rng: random.Random) -> None:
    """Change one place of the tree."""
    holder = tree
    while True:
        inner = list(holder.values()) if isinstance(holder, dict) else list(holder)
        deeper = [one for one in inner if isinstance(one, dict | list) and one]
        if not deeper or rng.random() < 0.15:
            break
        holder = rng.choice(deeper)
    if isinstance(holder, dict):
        keys = list(holder) or ["a"]
        key = rng.choice(keys)
        match rng.randrange(6):
            case 0:
                holder.pop(key, None)
            case 1:
                holder[_word(rng)] = holder.get(key)
            case 2:
                holder[key] = [holder.get(key)]
            case 3:
                holder[key] = holder.get(rng.choice(keys))
            case _:
                holder[key] = _value(rng)
    else:
        match rng.randrange(5):
            case 0 if holder:
                holder.pop(rng.randrange(len(holder)))
            case 1 if holder:
                holder.append(holder[rng.randrange(len(holder))])
            case 2 if holder and len(holder) < 100:
                holder[:] = holder * rng.choice((2, 10, 200))
            case 3:
                rng.shuffle(holder)
            case _:
                holder.insert(rng.randrange(len(holder) + 1), _value(rng))


def _value(rng: random.Random) -> Any:
    match rng.randrange(6):
        case 0 | 1:
            return rng.choice(_WORDS)
        case 2:
            return rng.choice(_NUMBERS)
        case 3:
            return {}
        case 4:
            return []
        case _:
            deep: Any = "x"
            for _ in range(rng.choice((3, 60, 70, 500))):
                deep = [deep] if rng.random() < 0.5 else {"a": deep}
            return deep


def _word(rng: random.Random) -> str:
    return str(rng.choice(("id", "zone", "a/b", "", "é", "__class__", "en", "extra", "\0")))


def _some_bytes(rng: random.Random) -> bytes:
    match rng.randrange(4):
        case 0:
            return rng.randbytes(rng.choice((1, 3, 50)))
        case 1:
            return str(rng.choice(_WORDS)).encode("utf-8", "surrogatepass")
        case 2:
            return str(rng.choice(_NUMBERS)).encode()
        case _:
            return rng.choice(
                (b"20270206", b"20270206T250000Z", b"P1D", b"-P99999999D", b"FREQ=SECONDLY", b",")
            )


def _property(rng: random.Random) -> bytes:
    return rng.choice(
        (
            b"DTSTART;VALUE=DATE",
            b"DTEND",
            b"DTSTART;TZID=Nowhere/Never",
            b"RRULE",
            b"RDATE;VALUE=PERIOD",
            b"DURATION",
            b'SUMMARY;LANGUAGE=zh;X="',
            b"BEGIN",
            b"END",
            b"X-\xff",
        )
    )


def _copy(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _copy(one) for name, one in value.items()}
    return [_copy(one) for one in value] if isinstance(value, list) else value
