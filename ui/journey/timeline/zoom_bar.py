"""The bar over the timeline: how much of time is in view, today, and what else can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from planner.message import N_, NP_
from ui.controls.button import Button, IconButton
from ui.controls.segments import Segments
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
        self.today = Button(desk, NP_("timeline", "Today"), icon="calendar", kind="quiet")
        self.today.clicked.connect(canvas.show_today)
        self.today.setToolTip("T")
        self.legend = Button(desk, N_("Signs"), icon="info", kind="quiet")
        self.print = Button(desk, N_("Print…"), icon="printer", kind="quiet")
        layout = QHBoxLayout(self)
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
