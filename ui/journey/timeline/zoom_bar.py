"""The bar over the timeline: how much of time is in view, today, and what else can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from planner.message import N_, NP_
from ui.controls.button import IconButton
from ui.controls.segments import Segments
from ui.controls.tight_button import TightButton
from ui.desk import Desk
from ui.journey.timeline.active_canvas import ActiveCanvas
from ui.journey.timeline.scale import DAY, MONTH, WEEK
from ui.theme.tokens import space

_STEP = 1.5
_SPANS = {"day": DAY, "week": WEEK, "month": MONTH}


class ZoomBar(QFrame):
    """Belongs to one canvas and shows where it stands."""

    def __init__(self, desk: Desk, canvas: ActiveCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self.setProperty("kind", "bar")
        self.spans = Segments(
            desk,
            N_("How much is in view"),
            {
                "day": NP_("span", "Days"),
                "week": NP_("span", "Weeks"),
                "month": NP_("span", "Months"),
                "all": NP_("span", "Whole journey"),
            },
        )
        self.spans.chosen.connect(self._span)
        self.out = IconButton(desk, N_("Zoom out"), "zoom-out", shortcut=QKeySequence("-"))
        self.out.clicked.connect(lambda: canvas.zoom_by(1 / _STEP, glide=True))
        self.closer = IconButton(desk, N_("Zoom in"), "zoom-in", shortcut=QKeySequence("+"))
        self.closer.clicked.connect(lambda: canvas.zoom_by(_STEP, glide=True))
        self.today = TightButton(desk, NP_("timeline", "Today"), icon="calendar", keys="T")
        self.today.clicked.connect(canvas.show_today)
        self.legend = TightButton(desk, N_("Signs"), icon="info")
        self.print = TightButton(desk, N_("Print…"), icon="printer")
        layout = self._line = QHBoxLayout(self)
        layout.setContentsMargins(space(3), space(1.5), space(3), space(1.5))
        layout.setSpacing(space(2))
        layout.addWidget(self.spans, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.out)
        layout.addWidget(self.closer)
        layout.addWidget(self.today)
        layout.addStretch(1)
        layout.addWidget(self.legend)
        layout.addWidget(self.print)
        canvas.looked.connect(self._follow)
        desk.language.changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """How much is in view is always told whole: beside a form words go, and last the zoom's buttons."""
        zoom, wordy = (self.out, self.closer), (self.legend, self.print, self.today)
        gap = self._line.spacing()
        hidden = sum(one.sizeHint().width() + gap for one in zoom if one.isHidden())
        short = hidden + self._line.sizeHint().width() - self.width()
        short += sum(one.words_width for one in wordy if one.is_tight)
        for one in wordy:
            one.be_tight(short > 0)
            short -= one.words_width if one.is_tight else 0
        for button in zoom:
            button.setVisible(short <= 0)

    def _span(self, key: str) -> None:
        if key == "all":
            self._canvas.fit()
        else:
            self._canvas.zoom_to(_SPANS[key], glide=True)

    def _follow(self) -> None:
        """Show the span that is nearest to the scale in force."""
        width = self._canvas.scale_now.day_width
        if self._canvas.is_fitted:
            self.spans.choose("all")
            return
        self.spans.choose(min(_SPANS, key=lambda key: max(width, _SPANS[key]) / min(width, _SPANS[key])))
