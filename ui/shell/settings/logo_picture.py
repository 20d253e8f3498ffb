"""A logo made ready for paper: a PNG, JPEG or SVG becomes one plain picture as large as it is printed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QImageWriter, QPainter

from planner.errors import InputError
from planner.message import N_
from planner.session.agency_logo import LARGEST_LOGO_FILE_BYTES, LOGO_PIXELS, LOGO_SIDE_LIMIT

#: How dark the darkest of a logo must be, of 255 for white: a pale one is lost on paper.
_LIGHTEST = 225
_WHITE = 250
#: Which brightness is a mark on paper.
_MARKED = bytes(1 if level < _WHITE else 0 for level in range(256))
ENDINGS = ("png", "jpg", "jpeg", "svg")


def ready_logo(path: Path) -> bytes:
    """The picture in the file as a PNG on white, eight bits a channel, at most ``LOGO_PIXELS`` large.

    Raises: InputError for what is no such picture, too large, or too pale to be seen on paper.
    """
    name = path.name
    data = _contents(path)
    drawn = _drawing(data, name) if _is_svg(path, data) else _picture(data, name)
    if drawn.width() > 2 * LOGO_PIXELS[0]:
        drawn = drawn.scaledToWidth(2 * LOGO_PIXELS[0], Qt.TransformationMode.SmoothTransformation)
    trimmed = _trimmed(drawn)
    if trimmed.isNull():
        raise InputError(
            N_("“{file}” would not be seen on paper: it is empty, or white on white.", file=name),
            N_("Choose a version made for a light background."),
        )
    small = trimmed.scaled(
        *LOGO_PIXELS,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    return _png(small if small.width() <= trimmed.width() else trimmed)


def _contents(path: Path) -> bytes:
    name = path.name
    try:
        if path.stat().st_size > LARGEST_LOGO_FILE_BYTES:
            raise InputError(
                N_(
                    "“{file}” is larger than {limit} MB, which is the most a logo may have.",
                    file=name,
                    limit=LARGEST_LOGO_FILE_BYTES >> 20,
                ),
                N_("Save it smaller, or choose another."),
            )
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            N_("“{file}” cannot be read.", file=name),
            N_("Check that it is still there and that you may open it."),
        ) from error


def _is_svg(path: Path, data: bytes) -> bool:
    return path.suffix.casefold() == ".svg" or data.lstrip()[:5] in (b"<svg ", b"<?xml")


def _drawing(data: bytes, name: str) -> QImage:
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(data))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        raise _no_picture(name)
    wide, high = LOGO_PIXELS
    image = _white(size.scaled(QSize(2 * wide, 2 * high), Qt.AspectRatioMode.KeepAspectRatio))
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    return image


def _picture(data: bytes, name: str) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in (b"png", b"jpeg", b"jpg"):
        raise _no_picture(name)
    size = reader.size()
    if max(size.width(), size.height()) > LOGO_SIDE_LIMIT:
        raise InputError(
            N_("“{file}” is more than {limit} dots wide or high.", file=name, limit=LOGO_SIDE_LIMIT),
            N_("Save it smaller, or choose another."),
        )
    found = reader.read()
    if found.isNull():
        raise _no_picture(name)
    image = _white(found.size())
    painter = QPainter(image)
    painter.drawImage(0, 0, found)
    painter.end()
    return image


def _trimmed(image: QImage) -> QImage:
    """Without the white around it; nothing where all of it is white or nearly so."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    width, height, step = grey.width(), grey.height(), grey.bytesPerLine()
    dots = bytes(grey.constBits())
    rows = [dots[y * step : y * step + width] for y in range(height)]
    used = [y for y, row in enumerate(rows) if min(row) < _WHITE]
    if not used:
        return QImage()
    top, bottom = used[0], used[-1]
    inside = rows[top : bottom + 1]
    blank = b"\xff" * width
    left, right = width, 0
    darkest = 255
    for row in inside:
        darkest = min(darkest, min(row))
        if row == blank:
            continue
        bare = row.translate(_MARKED)
        left = min(left, bare.find(b"\x01") if b"\x01" in bare else width)
        right = max(right, bare.rfind(b"\x01"))
    if darkest > _LIGHTEST:
        return QImage()
    return image.copy(left, top, right - left + 1, bottom - top + 1)


def _white(size: QSize) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    return image


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image.convertToFormat(QImage.Format.Format_RGB888))
    return bytes(buffer.data().data())


def _no_picture(name: str) -> InputError:
    return InputError(
        N_("“{file}” is no picture that can be printed.", file=name),
        N_("A logo is a PNG, JPEG or SVG file."),
    )
