"""The agency's logo on the cover: a picture that was made ready for paper once, put into the file as it is.

Ready is a PNG of eight bits a channel, grey or RGB, neither transparent nor interlaced: its compressed rows
are what a PDF holds too (ISO 32000-2, 7.4.4.4, predictor 15), so printing a logo costs nothing. Any other is
not drawn.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

from planner.export.pdf.nodes import Group, Ink, Placed
from planner.export.pdf.objects import stream
from planner.input_limits import LOGO_BYTES, LOGO_SIDE_PIXELS

NAME = "Logo"
_POINTS_PER_MM = 72 / 25.4
#: No logo is larger than this on paper.
HIGHEST_MM = 16.0
WIDEST_MM = 80.0
_BELOW = 6.0
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {0: (1, b"/DeviceGray"), 2: (3, b"/DeviceRGB")}


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture ``width`` × ``height`` pixels large; ``rows`` are deflated and PNG-filtered."""

    width: int
    height: int
    channels: int
    space: bytes
    rows: bytes

    def xobject(self) -> bytes:
        """The picture as an object of the file."""
        entries = (
            b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace%b/Interpolate true"
            b"/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors %d/BitsPerComponent 8/Columns %d>>"
            % (self.width, self.height, self.space, self.channels, self.width)
        )
        return stream(entries, self.rows, compress=False)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height on paper, in points: as high as may be, unless it is too wide then."""
        high = HIGHEST_MM * _POINTS_PER_MM
        wide = min(high * self.width / self.height, WIDEST_MM * _POINTS_PER_MM)
        return wide, wide * self.height / self.width


def read_logo(data: bytes) -> Logo | None:
    """The picture in a PNG that was made ready, ``None`` for anything else, damaged ones included."""
    if len(data) > LOGO_BYTES or not data.startswith(_SIGNATURE):
        return None
    head, rows, at = b"", b"", len(_SIGNATURE)
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        if data[at + 8 + length : at + 12 + length] != struct.pack(">I", zlib.crc32(kind + body)):
            return None
        if kind == b"IHDR":
            head = body
        elif kind == b"IDAT":
            rows += body
        at += 12 + length
    if len(head) != 13:
        return None
    width, height, depth, colours, *ways = struct.unpack(">IIBBBBB", head)
    if not (0 < width <= LOGO_SIDE_PIXELS and 0 < height <= LOGO_SIDE_PIXELS):
        return None
    if depth != 8 or colours not in _CHANNELS or any(ways):
        return None
    channels, space = _CHANNELS[colours]
    if not _are_whole(rows, height * (1 + width * channels)):
        return None
    return Logo(width, height, channels, space, rows)


def logo_figure(logo: Logo, alt: str, lang: str) -> Group:
    """The logo as a figure that says whose it is, with room below it."""
    width, height = logo.size
    ink = Ink(f"{width:.2f} 0 0 {height:.2f} 0 {-height:.2f} cm /{NAME} Do", height, NAME)
    figure = Group((Placed(0, 0, ink),), height, "Figure", lang, alt, width=width)
    return Group((Placed(0, 0, figure),), height + _BELOW)


def _are_whole(rows: bytes, wanted: int) -> bool:
    unpacking = zlib.decompressobj()
    try:
        return len(unpacking.decompress(rows, wanted + 1)) == wanted and unpacking.eof
    except zlib.error:
        return False
