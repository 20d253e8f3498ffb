"""QR codes as vector paths."""

from __future__ import annotations

from planner.export.pdf.nodes import Group, Ink, Placed

_QUIET = 4
"""Blank modules around a code (ISO/IEC 18004)."""


def modules(content: str) -> tuple[int, str]:
    """A QR code of ``content``: modules per side without the quiet zone, and the path of the dark ones.

    The path is drawn in units of one module, from the top left corner with y upwards.
    """
    import segno

    code = segno.make_qr(content, error="m", boost_error=False)
    path: list[str] = []
    for y, row in enumerate(code.matrix):
        x = 0
        while x < len(row):
            start = x
            while x < len(row) and row[x] & 1:
                x += 1
            if x > start:
                path.append(f"{start} {-y - 1} {x - start} 1 re")
            x += 1
    return len(code.matrix), " ".join(path)


def qr_figure(code: tuple[int, str], size: float, alt: str, lang: str) -> Group:
    """A code ``size`` points wide with its quiet zone, as a figure that says what it holds."""
    count, path = code
    scale = size / (count + 2 * _QUIET)
    inset = _QUIET * scale
    ink = Ink(f"0 0 0 rg {scale:.4f} 0 0 {scale:.4f} {inset:.3f} {-inset:.3f} cm\n{path} f", size)
    return Group((Placed(0, 0, ink),), size, "Figure", lang, alt, width=size)
