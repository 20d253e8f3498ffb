"""The style sheet of a theme. Widgets say what they are (``kind``, ``tone``), never how they look."""

from __future__ import annotations

from ui.theme.field_styles import field_styles
from ui.theme.tokens import (
    BODY,
    CONTROL_HEIGHT,
    RADIUS_CARD,
    RADIUS_CONTROL,
    SMALL,
    TEXT_STYLES,
    TITLE,
    Colours,
    Tone,
    space,
)

_QUIET = {"caption": "text_faint", "small": "text_muted", "muted": "text_muted"}


def style_sheet(colours: Colours) -> str:
    """All of it, for ``QApplication.setStyleSheet``."""
    return "\n".join(
        (
            _base(colours),
            _texts(colours),
            _buttons(colours),
            _inputs(colours),
            field_styles(colours),
            _lists(colours),
            _surfaces(colours),
            _tones(colours),
            _scroll_bars(colours),
        )
    )


def _base(c: Colours) -> str:
    return f"""
QMainWindow, QDialog, QWidget[kind="canvas"] {{ background: {c.canvas}; }}
QToolTip {{ background: {c.tooltip}; color: {c.on_tooltip}; border: 0; padding: {space(1)}px {space(2)}px;
  font-size: {SMALL.size_px}px; }}
QSplitter::handle {{ background: {c.line}; }}
QMenu {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.line}; padding: {space(1)}px; }}
QMenu::item {{ padding: {space(1.5)}px {space(6)}px {space(1.5)}px {space(3)}px;
  border-radius: {RADIUS_CONTROL - 2}px; }}
QMenu::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
QMenu::item:disabled {{ color: {c.disabled}; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: {space(1)}px {space(2)}px; }}
"""


def _texts(c: Colours) -> str:
    rules = [
        f'QLabel[text_style="{name}"] {{ font-size: {style.size_px}px; font-weight: {style.weight.value};'
        f" color: {getattr(c, _QUIET.get(name, 'text'))}; }}"
        for name, style in TEXT_STYLES.items()
    ]
    rules.append(
        f'QLabel[text_style="cap"] {{ font-size: {SMALL.size_px}px; font-weight: 500; color: {c.text_muted};'
        f" background: {c.canvas}; border: 1px solid {c.line}; border-bottom: 2px solid {c.line};"
        f" border-radius: {RADIUS_CONTROL - 2}px; padding: 0 {space(1.5)}px; min-width: {space(2.5)}px;"
        f" min-height: {space(4.5)}px; }}"
    )
    rules.append(f"QLabel {{ color: {c.text}; background: transparent; }}")
    rules.append(f"QLabel:disabled {{ color: {c.disabled}; }}")
    return "\n".join(rules)


def _buttons(c: Colours) -> str:
    padding = f"{space(1) + 1}px {space(3)}px"
    return f"""
QPushButton, QToolButton {{ border: 1px solid transparent; border-radius: {RADIUS_CONTROL}px;
  font-size: {BODY.size_px}px; font-weight: 500; color: {c.text}; background: transparent; }}
QPushButton {{ padding: {padding}; min-height: {CONTROL_HEIGHT - 2 * space(1) - 4}px; }}
QToolButton {{ padding: {space(1)}px; min-width: {space(5.5)}px; min-height: {space(5.5)}px; }}
QPushButton[kind="plain"] {{ background: {c.surface}; border-color: {c.line_control}; }}
QPushButton[kind="plain"]:hover {{ background: {c.hover}; }}
QPushButton[kind="plain"]:pressed {{ background: {c.pressed}; }}
QPushButton[kind="primary"] {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent};
  font-weight: 600; }}
QPushButton[kind="primary"]:hover {{ background: {c.accent_hover}; border-color: {c.accent_hover}; }}
QPushButton[kind="primary"]:pressed {{ background: {c.accent_pressed}; border-color: {c.accent_pressed}; }}
QPushButton[kind="danger"] {{ background: {c.danger}; color: {c.on_danger}; font-weight: 600; }}
QPushButton[kind="danger"]:hover {{ background: {c.danger_hover}; }}
QPushButton[kind="danger"]:pressed {{ background: {c.danger_pressed}; }}
QPushButton[kind="quiet"], QToolButton {{ color: {c.text_muted}; }}
QPushButton[kind="quiet"]:hover, QToolButton:hover {{ background: {c.hover}; color: {c.text}; }}
QPushButton[kind="quiet"]:pressed, QToolButton:pressed {{ background: {c.pressed}; }}
QPushButton[kind="link"] {{ color: {c.accent}; padding: {space(1)}px {space(1)}px; }}
QPushButton[kind="link"]:hover {{ color: {c.accent_hover}; text-decoration: underline; }}
QPushButton[kind="link"]:pressed {{ color: {c.accent_pressed}; }}
QPushButton:disabled, QPushButton[kind="primary"]:disabled, QPushButton[kind="danger"]:disabled {{
  background: {c.hover}; color: {c.text_faint}; border-color: {c.hover}; }}
QPushButton[kind="quiet"]:disabled, QToolButton:disabled {{ background: transparent; color: {c.disabled};
  border-color: transparent; }}
QToolButton::menu-indicator {{ image: none; width: 0; }}
QToolButton:checked {{ background: {c.pressed}; color: {c.text}; border-color: {c.line_control}; }}
QToolButton:checked:hover:!focus {{ border-color: {c.text_muted}; }}
QRadioButton {{ border: 2px solid transparent; border-radius: {RADIUS_CONTROL}px;
  padding: {space(0.5)}px {space(1)}px; }}
QRadioButton:focus {{ border-color: {c.focus}; outline: 0; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {c.focus}; outline: 0; }}
QPushButton:focus {{ padding: {space(1)}px {space(3) - 1}px; }}
QToolButton:focus {{ padding: {space(1) - 1}px; }}
QToolButton[kind="compact"] {{ padding: 0; min-width: {space(4)}px; min-height: {space(4)}px; }}
QPushButton[kind="primary"]:focus, QPushButton[kind="danger"]:focus {{ border-color: {c.text}; }}
QPushButton[kind="link"]:focus {{ padding: {space(1) - 1}px {space(1) - 1}px; }}
QPushButton[kind="inline"] {{ color: {c.accent}; font-size: {SMALL.size_px}px; min-height: {space(4)}px;
  padding: {space(0.5)}px {space(1)}px; }}
QPushButton[kind="inline"]:hover {{ color: {c.accent_hover}; text-decoration: underline; }}
QPushButton[kind="inline"]:pressed {{ color: {c.accent_pressed}; }}
QPushButton[kind="inline"]:focus {{ padding: {space(0.5) - 1}px {space(1) - 1}px; }}
QPushButton[kind="navigation"] {{ text-align: left; color: {c.text_muted};
  padding: {space(1.5)}px {space(2)}px; border-radius: {RADIUS_CONTROL}px; }}
QPushButton[kind="navigation"]:hover {{ background: {c.sidebar_hover}; color: {c.text}; }}
QPushButton[kind="navigation"]:pressed {{ background: {c.pressed}; }}
QPushButton[kind="navigation"]:checked {{ background: {c.pressed}; color: {c.text}; font-weight: 600; }}
QPushButton[kind="navigation"]:focus {{ padding: {space(1.5) - 1}px {space(2) - 1}px; }}
QPushButton[kind="choice"] {{ background: {c.surface}; border: 1px solid {c.line_control};
  border-radius: {RADIUS_CARD}px; }}
QPushButton[kind="choice"]:hover {{ background: {c.hover}; }}
QPushButton[kind="choice"]:pressed {{ background: {c.pressed}; }}
QPushButton[kind="choice"]:focus {{ border: 2px solid {c.focus}; }}
QPushButton[kind="chip"] {{ border-radius: {space(3)}px; border-color: {c.line};
  background: {c.surface}; color: {c.text_muted}; min-height: {space(4.5)}px;
  padding: {space(0.75)}px {space(2.5)}px; }}
QPushButton[kind="chip"]:hover {{ background: {c.hover}; color: {c.text}; }}
QPushButton[kind="chip"]:pressed {{ background: {c.pressed}; }}
QPushButton[kind="chip"]:checked {{ background: {c.accent_soft}; color: {c.on_accent_soft};
  border-color: {c.accent}; }}
QPushButton[kind="chip"]:checked:hover {{ background: {c.accent_track}; }}
QPushButton[kind="chip"]:focus {{ border: 2px solid {c.focus};
  padding: {space(0.75) - 1}px {space(2.5) - 1}px; }}
QPushButton[kind="segment"] {{ border-radius: {RADIUS_CONTROL - 2}px; color: {c.text_muted};
  padding: {space(1)}px {space(3)}px; min-height: {space(5)}px; }}
QPushButton[kind="segment"]:hover {{ background: {c.pressed}; color: {c.text}; }}
QPushButton[kind="segment"]:checked {{ background: {c.surface}; color: {c.text}; font-weight: 600;
  border-color: {c.line_control}; }}
QPushButton[kind="segment"]:focus {{ border: 2px solid {c.focus};
  padding: {space(1) - 1}px {space(3) - 1}px; }}
QPushButton[kind="tab"] {{ border-radius: 0; border: 0; border-bottom: 2px solid transparent;
  color: {c.text_muted}; padding: {space(2)}px {space(2.5)}px; }}
QPushButton[kind="tab"]:hover {{ color: {c.text}; background: {c.hover}; }}
QPushButton[kind="tab"]:pressed {{ background: {c.pressed}; }}
QPushButton[kind="tab"]:checked {{ color: {c.text}; font-weight: 600; border-bottom: 2px solid {c.accent}; }}
QPushButton[kind="tab"]:focus {{ border: 2px solid {c.focus}; border-radius: {RADIUS_CONTROL}px;
  padding: {space(2) - 2}px {space(2.5) - 2}px {space(2)}px {space(2.5) - 2}px; }}
QFrame[kind="segments"] {{ background: {c.hover}; border-radius: {RADIUS_CONTROL}px; }}
"""


def _inputs(c: Colours) -> str:
    return f"""
QLineEdit, QComboBox, QSpinBox, QPlainTextEdit {{ background: {c.surface}; color: {c.text};
  border: 1px solid {c.line_control}; border-radius: {RADIUS_CONTROL}px; padding: {space(1)}px {space(2)}px;
  min-height: {space(5.5)}px; selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QLineEdit:hover, QComboBox:hover {{ border-color: {c.text_muted}; }}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QPlainTextEdit:focus {{ border: 2px solid {c.focus};
  padding: {space(1) - 1}px {space(2) - 1}px; }}
QLineEdit[wrong="true"] {{ border-color: {c.danger}; }}
QLineEdit:disabled, QComboBox:disabled {{ background: {c.canvas}; color: {c.text_faint}; }}
QLineEdit[kind="large"] {{ min-height: {space(7)}px; font-size: {TITLE.size_px}px; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox::drop-down {{ border: 0; width: {space(6)}px; }}
QComboBox::down-arrow {{ image: none; width: 0; height: 0; }}
QComboBox QAbstractItemView {{ background: {c.surface}; border: 1px solid {c.line}; outline: 0;
  selection-background-color: {c.accent_soft}; selection-color: {c.text}; padding: {space(1)}px; }}
QComboBox QAbstractItemView::item {{ min-height: {space(7)}px; padding: 0 {space(1)}px; color: {c.text}; }}
QComboBox QAbstractItemView::item:selected {{ background: {c.accent_soft};
  border-radius: {RADIUS_CONTROL}px; }}
QProgressBar {{ background: {c.track()}; border: 0; border-radius: 3px; min-height: 6px; max-height: 6px; }}
QProgressBar[kind="line"] {{ min-height: 3px; max-height: 3px; border-radius: 0;
  background: {c.accent_soft}; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 3px; }}
"""


def _lists(c: Colours) -> str:
    return f"""
QAbstractItemView {{ background: {c.surface}; color: {c.text}; border: 0; outline: 0;
  selection-background-color: {c.accent_soft}; selection-color: {c.text}; }}
QTableView {{ gridline-color: transparent; }}
QTableView[kind="rows"] {{ border: 0; background: {c.surface}; }}
QHeaderView {{ background: {c.surface}; border: 0; }}
QHeaderView::section {{ background: {c.surface}; color: {c.text_faint}; border: 0;
  border-bottom: 1px solid {c.line}; padding: {space(2)}px {space(3)}px; font-size: {SMALL.size_px}px;
  font-weight: 500; text-align: left; }}
QHeaderView::section:hover {{ color: {c.text}; }}
QHeaderView::up-arrow, QHeaderView::down-arrow {{ width: 0; height: 0; }}
"""


def _surfaces(c: Colours) -> str:
    return f"""
QFrame[kind="card"] {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: {RADIUS_CARD}px; }}
QFrame[kind="surface"] {{ background: {c.surface}; border: 0; }}
QFrame[kind="bar"] {{ background: {c.surface}; border: 0; border-bottom: 1px solid {c.line}; }}
QFrame[kind="foot"] {{ background: {c.surface}; border: 0; border-top: 1px solid {c.line}; }}
QFrame[kind="sidebar"] {{ background: {c.sidebar}; border: 0; border-right: 1px solid {c.line}; }}
QFrame[kind="panel"] {{ background: {c.surface}; border: 0; border-left: 1px solid {c.line}; }}
QFrame[kind="panel"][alone="true"] {{ border-left: 0; }}
QFrame[kind="drawer"] {{ background: {c.sidebar}; border: 0; border-left: 1px solid {c.line}; }}
QFrame[kind="rule"] {{ background: {c.line}; border: 0; max-height: 1px; min-height: 1px; }}
QFrame[kind="well"] {{ background: {c.canvas}; border: 1px solid {c.line};
  border-radius: {RADIUS_CONTROL}px; }}
QFrame[kind="disc"] {{ background: {c.accent_soft}; border: 0; border-radius: {space(7)}px; }}
QFrame[kind="row"] {{ background: transparent; border: 1px solid transparent;
  border-radius: {RADIUS_CONTROL}px; }}
QFrame[kind="row"][opens="true"]:hover {{ background: {c.canvas}; }}
QFrame[kind="row"][current="true"], QFrame[kind="row"][opens="true"][current="true"]:hover {{
  background: {c.accent_soft}; }}
QFrame[kind="row"]:focus {{ border: 2px solid {c.focus}; }}
QScrollArea, QScrollArea > QWidget > QWidget[kind="page"] {{ background: {c.canvas}; border: 0; }}
QScrollArea[kind="plain"], QScrollArea[kind="plain"] > QWidget > QWidget[kind="page"] {{
  background: {c.surface}; border: 0; }}
QScrollArea[kind="clear"], QScrollArea[kind="clear"] > QWidget > QWidget[kind="page"],
QFrame[kind="drawer"] QListView {{ background: transparent; border: 0; }}
QFrame[kind="drawer"] QToolButton:hover {{ background: {c.sidebar_hover}; }}
QFrame[kind="drawer"] QToolButton:pressed {{ background: {c.pressed}; }}
QStackedWidget {{ background: transparent; }}
"""


def _tones(c: Colours) -> str:
    rules = []
    for tone in Tone:
        soft, ink, solid = c.soft(tone), c.on_soft(tone), c.solid(tone)
        rules.append(
            f'QLabel[pill="{tone.value}"] {{ background: {soft}; color: {ink};'
            f" border-radius: {space(2.25)}px; padding: {space(0.5)}px {space(2)}px;"
            f" font-size: {SMALL.size_px}px; font-weight: 500; }}"
            f'QLabel[ink="{tone.value}"] {{ color: {solid}; }}'
            f'QFrame[banner="{tone.value}"] {{ background: {soft}; border: 1px solid {solid};'
            f" border-radius: {RADIUS_CONTROL}px; }}"
            f'QFrame[banner="{tone.value}"] QLabel {{ color: {ink}; }}'
            f'QFrame[banner="{tone.value}"] QPushButton {{ color: {ink}; border-color: {ink}; }}'
            f'QFrame[banner="{tone.value}"] QPushButton:hover {{ color: {soft}; background: {ink}; }}'
            f'QFrame[banner="{tone.value}"] QPushButton:focus {{ border-color: {c.focus}; }}'
            f'QFrame[banner="{tone.value}"] QToolButton:hover {{ background: {c.surface}; }}'
        )
    rules.append(f'QLabel[pill][chosen="true"] {{ background: {c.surface}; }}')
    return "\n".join(rules)


def _scroll_bars(c: Colours) -> str:
    width = space(3)
    return f"""
QScrollBar {{ background: transparent; border: 0; margin: 0; }}
QScrollBar:vertical {{ width: {width}px; }}
QScrollBar:horizontal {{ height: {width}px; }}
QScrollBar::handle {{ background: {c.scroll_handle}; border-radius: 2px; margin: {width // 2 - 2}px;
  min-height: {space(8)}px; min-width: {space(8)}px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ border-radius: 3px; margin: {width // 2 - 3}px; }}
QScrollBar::handle:hover {{ background: {c.text_faint}; }}
QScrollBar::handle:pressed {{ background: {c.text_muted}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
  background: transparent; border: 0; width: 0; height: 0; }}
QAbstractScrollArea::corner {{ background: transparent; }}
"""
