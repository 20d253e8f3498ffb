"""A logo made ready for paper is drawn as a figure; anything else is left out; the file stays the same."""

from __future__ import annotations

import datetime as dt
import struct
import zlib
from functools import cache

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.export.pdf.document import PrintOptions, render
from planner.export.pdf.logo import HIGHEST_MM, WIDEST_MM, read_logo
from planner.imports.journey_file import open_file
from planner.itinerary.build import build
from planner.itinerary.item import Itinerary
from planner.record.consent import Audience
from planner.session.importing import sample_file
from tests.unit.export.pdf.pdf_ua import faults
from tests.unit.export.pdf.reading import open_pdf

MADE = dt.datetime(2027, 3, 1, tzinfo=dt.UTC)
MM = 72 / 25.4


def png(width: int = 30, height: int = 10, *, depth: int = 8, colours: int = 2, way: int = 0) -> bytes:
    channels = {0: 1, 2: 3, 6: 4}[colours]
    rows = b"".join(b"\0" + bytes([20, 90, 90, 255][:channels]) * width for _ in range(height))

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, depth, colours, 0, 0, way)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


@cache
def hotel() -> Itinerary:
    return build(open_file(sample_file()).journey, Audience.HOTEL, today=dt.date(2027, 3, 1))


def printed(logo: bytes) -> bytes:
    return render(hotel(), PrintOptions(logo=logo), made_at=MADE)


def test_it_is_a_figure_on_the_cover_with_the_agency_s_name_and_the_file_is_always_the_same() -> None:
    made = printed(png())
    assert made == printed(png())
    assert faults(made) == []
    with open_pdf(made) as pdf:
        images = pdf.pages[0].Resources.XObject
        logo = images["/Logo"]
        assert (logo.Width, logo.Height, logo.ColorSpace) == (30, 10, "/DeviceRGB")
        assert pikepdf.PdfImage(logo).as_pil_image().getpixel((3, 3)) == (20, 90, 90)
        assert b"/Logo Do" in pdf.pages[0].Contents.read_bytes()
        assert all(b"/Logo Do" not in page.Contents.read_bytes() for page in pdf.pages[1:])
    assert b"Demo Treatment Journeys" in made


def test_without_a_logo_nothing_of_it_is_in_the_file() -> None:
    assert printed(b"") == render(hotel(), PrintOptions(), made_at=MADE)
    assert b"/Logo" not in printed(b"")


@pytest.mark.parametrize(("width", "height"), [(30, 10), (10, 30), (900, 20), (1, 1)])
def test_it_is_never_larger_than_said_and_keeps_its_shape(width: int, height: int) -> None:
    logo = read_logo(png(width, height))
    assert logo is not None
    wide, high = logo.size
    assert wide <= WIDEST_MM * MM + 0.01
    assert high <= HIGHEST_MM * MM + 0.01
    assert wide / high == pytest.approx(width / height)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"\xff\xd8\xff\xe0 a photograph",
        png(depth=16),
        png(colours=6),
        png(way=1),
        png(0, 10),
        png(5_000, 1),
        png()[:-20],
        png()[:60] + b"?" + png()[61:],
        b"\x89PNG\r\n\x1a\n",
    ],
)
def test_what_is_not_ready_for_paper_is_left_out(data: bytes) -> None:
    assert read_logo(data) is None


def test_a_grey_one_stays_grey() -> None:
    logo = read_logo(png(colours=0))
    assert logo is not None
    assert logo.space == b"/DeviceGray"
    assert faults(printed(png(colours=0))) == []


@given(st.integers(8, len(png()) - 1), st.integers(0, 255))
def test_a_spoilt_one_is_left_out_or_whole(at: int, byte: int) -> None:
    spoilt = png()[:at] + bytes([byte]) + png()[at + 1 :]
    assert read_logo(spoilt) in (None, read_logo(png()))
