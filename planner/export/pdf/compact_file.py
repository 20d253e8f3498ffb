"""ReportLab's document, saved compactly: PDF 1.7 with object streams, and the same bytes for the same input.

ReportLab writes PDF 1.3, one object after the other; a tagged document has thousands of small ones. Here they
are packed and compressed together (ISO 32000-1, 7.5.7 and 7.5.8), which makes the file several times smaller.
"""

from __future__ import annotations

from hashlib import md5
from struct import pack
from typing import Any

from reportlab.pdfbase import pdfdoc

from planner.export.pdf.objects import Raw, stream

_PER_STREAM = 400
_ROW = 7
"""Bytes in a row of the cross-reference: what kind, where, which of several."""
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


class CompactDocument(pdfdoc.PDFDocument):  # type: ignore[misc]  # reportlab has no types
    """A ReportLab document whose objects the engine adds to as ready bytes."""

    def __init__(self) -> None:
        super().__init__(compression=1, invariant=1, pdfVersion=(1, 7))
        self.info = Raw(b"<<>>")

    def add(self, data: bytes) -> int:
        """Add an object of ready bytes; the answer is its number."""
        return self.reserve(Raw(data))

    def reserve(self, raw: Raw) -> int:
        """Give an object its number now; its bytes may come later."""
        return self.number(self.Reference(raw).name)

    def number(self, name: str) -> int:
        """The object number behind one of ReportLab's internal names."""
        return int(self.idToObjectNumberAndVersion[name][0])

    def GetPDFData(self, canvas: Any) -> bytes:  # noqa: N802 - ReportLab's name
        """The file."""
        self.Reference(self.Catalog)
        self.Reference(self.info)
        self.Outlines.prepare(self, canvas)
        if self.Outlines.ready < 0:
            self.Catalog.Outlines = None
        return self._packed()

    def _packed(self) -> bytes:
        out = bytearray(_HEADER)
        places: dict[int, tuple[int, int, int]] = {}
        small: list[tuple[int, bytes]] = []
        number = 0
        while (number := number + 1) in self.numberToId:  # formatting may add objects
            obj = self.idToObject[self.numberToId[number]]
            data = obj.data if type(obj) is Raw else pdfdoc.format(obj, self, toplevel=1).strip()
            if data.endswith(b"endstream"):
                places[number] = (1, len(out), 0)
                out += b"%d 0 obj\n%b\nendobj\n" % (number, data)
            else:
                small.append((number, data))
        for i in range(0, len(small), _PER_STREAM):
            part = small[i : i + _PER_STREAM]
            index, at = [], 0
            for place, (inner, data) in enumerate(part):
                places[inner] = (2, number, place)
                index.append(f"{inner} {at}")
                at += len(data) + 1
            head = " ".join(index).encode() + b"\n"
            body = head + b"\n".join(data for _, data in part)
            places[number] = (1, len(out), 0)
            entries = b"/Type/ObjStm/N %d/First %d" % (len(part), len(head))
            out += b"%d 0 obj\n%b\nendobj\n" % (number, stream(entries, body))
            number += 1
        return bytes(out + self._cross_reference(number, places, bytes(out)))

    def _cross_reference(self, number: int, places: dict[int, tuple[int, int, int]], body: bytes) -> bytes:
        start = len(body)
        places[number] = (1, start, 0)
        rows = [pack(">BLH", 0, 0, 65535), *(pack(">BLH", *places[i]) for i in range(1, number + 1))]
        identity = md5(body, usedforsecurity=False).hexdigest().encode()
        entries = b"/Type/XRef/Size %d/W[1 4 2]/DecodeParms<</Predictor 12/Columns %d>>" % (number + 1, _ROW)
        entries += b"/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]" % (
            self.number(self.Reference(self.Catalog).name),
            self.number(self.Reference(self.info).name),
            identity,
            identity,
        )
        return b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (
            number,
            stream(entries, _differences(rows)),
            start,
        )


def _differences(rows: list[bytes]) -> bytes:
    """Each row as what it adds to the row above (the PNG predictor "up": ISO 32000-1, 7.4.4.4)."""
    out = bytearray()
    above = bytes(_ROW)
    for row in rows:
        out.append(2)
        out += bytes((new - old) & 255 for new, old in zip(row, above, strict=True))
        above = row
    return bytes(out)
