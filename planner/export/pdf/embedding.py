"""A face as PDF objects: its subset, the widths of its glyphs, and the way back from glyph to character."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import md5

from planner.export.pdf.fonts import face
from planner.export.pdf.objects import stream
from planner.export.pdf.subset import subset
from planner.export.pdf.truetype import TrueTypeFace

_READ_AS = {"⸺": "——"}


@dataclass(frozen=True, slots=True)
class FontPart:
    """What one document embeds of one face. It holds no objects of a document, so it may be kept."""

    base_name: str
    descriptor: str
    widths: str
    file: bytes
    glyph_map: bytes
    to_unicode: bytes


@dataclass(slots=True)
class FontParts:
    """The embedded parts of the faces, kept from one rendering to the next while they stay the same."""

    _parts: dict[int, tuple[frozenset[str], FontPart]] = field(default_factory=dict)

    def part(self, index: int, characters: frozenset[str]) -> FontPart:
        """The part of one face that draws these characters."""
        kept = self._parts.get(index)
        if kept is None or kept[0] != characters:
            kept = self._parts[index] = (characters, cut(face(index), characters))
        return kept[1]


def cut(used: TrueTypeFace, characters: Iterable[str]) -> FontPart:
    """The part of a face that draws ``characters``. The same characters always give the same bytes."""
    read_as: dict[int, str] = {}
    for char in sorted(characters, reverse=True):  # of two characters with one glyph, the lower code wins
        read_as[used.glyph(char)] = _READ_AS.get(char, char)
    part = subset(used, read_as)
    tag = "".join(chr(65 + byte % 26) for byte in md5(part.file, usedforsecurity=False).digest()[:6])
    left, bottom, right, top = used.bounding_box
    stem = 50 + round((used.weight / 65) ** 2)
    return FontPart(
        f"{tag}+{used.name}",
        f"/Flags 4/FontBBox[{left} {bottom} {right} {top}]/ItalicAngle 0"
        f"/Ascent {used.ascent}/Descent {used.descent}/CapHeight {used.cap_height}/StemV {stem}",
        _widths(used, part.glyphs),
        stream(b"/Length1 %d" % len(part.file), part.file),
        stream(b"", part.glyph_map),
        stream(b"", _to_unicode(read_as)),
    )


def embed(part: FontPart, add: Callable[[bytes], int]) -> int:
    """Put a font into a document: ``add`` takes an object and gives its number; so does this function."""
    file, glyph_map, to_unicode = (add(data) for data in (part.file, part.glyph_map, part.to_unicode))
    descriptor = add(
        f"<</Type/FontDescriptor/FontName/{part.base_name}{part.descriptor}/FontFile2 {file} 0 R>>".encode()
    )
    descendant = add(
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{part.base_name}"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor {descriptor} 0 R/CIDToGIDMap {glyph_map} 0 R/DW 1000/W[{part.widths}]>>".encode()
    )
    return add(
        f"<</Type/Font/Subtype/Type0/BaseFont/{part.base_name}/Encoding/Identity-H"
        f"/DescendantFonts[{descendant} 0 R]/ToUnicode {to_unicode} 0 R>>".encode()
    )


def _widths(used: TrueTypeFace, glyphs: tuple[int, ...]) -> str:
    out: list[str] = []
    run: list[str] = []
    expected = -1
    for glyph in glyphs:
        width = used.advance(glyph)
        if width == 1000:
            continue
        if glyph != expected and run:
            out.append(f"{' '.join(run)}]")
            run = []
        if not run:
            out.append(f"{glyph}[")
        run.append(str(width))
        expected = glyph + 1
    if run:
        out.append(f"{' '.join(run)}]")
    return "".join(out)


def _to_unicode(read_as: Mapping[int, str]) -> bytes:
    texts = {glyph: text.encode("utf-16-be").hex().upper() for glyph, text in read_as.items()}
    pairs = [f"<{glyph:04X}><{text}>" for glyph, text in sorted(texts.items())]
    blocks = []
    for i in range(0, len(pairs), 100):
        block = pairs[i : i + 100]
        blocks.append(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n")
    return (
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
        "/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
        "1 begincodespacerange<0000><FFFF>endcodespacerange\n"
        + "".join(blocks)
        + "endcmap CMapName currentdict/CMap defineresource pop end end"
    ).encode()
