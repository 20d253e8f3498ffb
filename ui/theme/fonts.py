"""The typefaces of the screen: Inter for Latin, Greek and Cyrillic, the system's own for Chinese.

Windows and macOS bring a good Simplified Chinese face, and so do most Linux desktops; only where none
is found is the shipped Noto Sans SC read, because ten megabytes of outlines cost start-up time.
"""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from planner import paths
from ui.theme.tokens import BODY, TypeStyle

_LATIN = "Inter"
_CHINESE = (
    "PingFang SC",
    "Microsoft YaHei UI",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "HarmonyOS Sans SC",
    "MiSans",
    "WenQuanYi Micro Hei",
    "Noto Sans SC",
)


def load_fonts() -> list[str]:
    """Make the shipped faces known to Qt; the families to use, best first. Call once per application."""
    folder = paths.resources_dir() / "fonts"
    for file in sorted(folder.glob("Inter-*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    families = [_LATIN]
    chinese = next((family for family in _CHINESE if QFontDatabase.hasFamily(family)), None)
    if chinese is None:
        for file in sorted(folder.glob("NotoSansSC-*.ttf")):
            number = QFontDatabase.addApplicationFont(str(file))
            chinese = chinese or next(iter(QFontDatabase.applicationFontFamilies(number)), None)
    return [*families, chinese] if chinese else families


def font(families: list[str], style: TypeStyle = BODY) -> QFont:
    """A step of the type scale. Figures are of one width, so that times and sums stand under each other."""
    face = QFont(families)
    face.setPixelSize(style.size_px)
    face.setWeight(QFont.Weight(style.weight.value))
    face.setFeature(QFont.Tag("tnum"), 1)
    face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return face
