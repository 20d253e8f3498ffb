"""The part of a font that one document uses, small enough to travel inside it.

Glyphs keep their original numbers in the page (so a laid-out line stays valid whatever else is printed);
the font file inside the PDF is compact, and a map from old to new numbers goes beside it.
Hinting instructions are left out: paper and modern screens do not use them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from struct import pack, pack_into, unpack_from

from planner.export.pdf.truetype import TrueTypeFace

_ARGS_ARE_WORDS, _HAS_SCALE, _MORE = 0x0001, 0x0008, 0x0020
_HAS_XY_SCALE, _HAS_MATRIX, _HAS_INSTRUCTIONS = 0x0040, 0x0080, 0x0100


@dataclass(frozen=True, slots=True)
class FontSubset:
    """A TrueType file with only the used glyphs, and what a PDF needs to address them."""

    file: bytes
    glyph_map: bytes
    """Two bytes per original glyph number: the number in ``file`` (PDF: CIDToGIDMap)."""
    glyphs: tuple[int, ...]
    """The original numbers that were asked for, ascending, without the parts that composites pull in."""


def subset(face: TrueTypeFace, used: Iterable[int]) -> FontSubset:
    """Cut ``face`` down to the glyphs ``used``. The same glyphs always give the same bytes."""
    asked = tuple(sorted(set(used) | {0}))
    outlines = {glyph: face.outline(glyph) for glyph in asked}
    pending = list(outlines)
    while pending:
        for part in _components(outlines[pending.pop()]):
            if part not in outlines:
                outlines[part] = face.outline(part)
                pending.append(part)
    kept = sorted(outlines)
    number = {glyph: i for i, glyph in enumerate(kept)}

    glyf = bytearray()
    loca = [0]
    metrics = bytearray()
    for glyph in kept:
        glyf += _plain(outlines[glyph], number)
        glyf += b"\0" * (-len(glyf) % 4)
        loca.append(len(glyf))
        metrics += pack(">Hh", face.raw_advance(glyph), face.side_bearing(glyph))

    head = bytearray(face.table(b"head"))
    pack_into(">L", head, 8, 0)  # the checksum of the whole, not used by PDF readers
    pack_into(">h", head, 50, 1)
    hhea = bytearray(face.table(b"hhea"))
    pack_into(">H", hhea, 34, len(kept))
    maxp = bytearray(face.table(b"maxp"))
    pack_into(">H", maxp, 4, len(kept))
    if len(maxp) >= 28:
        pack_into(">H", maxp, 26, 0)  # the longest instruction program
    tables = {
        b"glyf": bytes(glyf),
        b"head": bytes(head),
        b"hhea": bytes(hhea),
        b"hmtx": bytes(metrics),
        b"loca": pack(f">{len(loca)}L", *loca),
        b"maxp": bytes(maxp),
    }
    glyph_map = bytearray(2 * (asked[-1] + 1))
    for glyph in asked:
        pack_into(">H", glyph_map, 2 * glyph, number[glyph])
    return FontSubset(_sfnt(tables), bytes(glyph_map), asked)


def _sfnt(tables: dict[bytes, bytes]) -> bytes:
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    out = bytearray(
        pack(">LHHHH", 0x00010000, count, power * 16, power.bit_length() - 1, (count - power) * 16)
    )
    offset = 12 + 16 * count
    body = bytearray()
    for tag, data in sorted(tables.items()):
        out += pack(">4sLLL", tag, _checksum(data), offset + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    return bytes(out + body)


def _checksum(data: bytes) -> int:
    padded = data + b"\0" * (-len(data) % 4)
    words: tuple[int, ...] = unpack_from(f">{len(padded) // 4}L", padded)
    return sum(words) & 0xFFFFFFFF


def _parts(outline: bytes) -> Iterable[tuple[int, int]]:
    """Where each component of a composite glyph starts, and its flags."""
    at = 10
    while True:
        flags = unpack_from(">H", outline, at)[0]
        yield at, flags
        at += 8 if flags & _ARGS_ARE_WORDS else 6
        at += 2 if flags & _HAS_SCALE else 4 if flags & _HAS_XY_SCALE else 8 if flags & _HAS_MATRIX else 0
        if not flags & _MORE:
            return


def _is_composite(outline: bytes) -> bool:
    return bool(outline) and outline[0] >= 0x80


def _components(outline: bytes) -> list[int]:
    if not _is_composite(outline):
        return []
    return [unpack_from(">H", outline, at + 2)[0] for at, _flags in _parts(outline)]


def _plain(outline: bytes, number: dict[int, int]) -> bytes:
    """The outline without instructions, its components renumbered."""
    if not outline:
        return b""
    if not _is_composite(outline):
        program = 10 + 2 * int(unpack_from(">h", outline)[0])
        length = unpack_from(">H", outline, program)[0]
        return outline[:program] + b"\0\0" + outline[program + 2 + length :]
    out = bytearray(outline)
    for at, flags in _parts(outline):
        pack_into(
            ">HH", out, at, flags & ~_HAS_INSTRUCTIONS, number[int(unpack_from(">H", outline, at + 2)[0])]
        )
        end = at + (8 if flags & _ARGS_ARE_WORDS else 6)
        end += 2 if flags & _HAS_SCALE else 4 if flags & _HAS_XY_SCALE else 8 if flags & _HAS_MATRIX else 0
    return bytes(out[:end])
