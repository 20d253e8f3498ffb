"""Where the panel of forms stands: beside what one reads, or in its place where there is no room for both."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from ui.editing.panel import PANEL_WIDTH, EditorPanel
from ui.theme.tokens import space

#: Narrower than this nothing can be read beside a form.
_LEAST_READING = space(132)


class Beside(QObject):
    """Keeps ``panel`` at the right of ``reading`` while ``page`` is wide enough for both.

    Else an open panel takes the place of the reading, with a way back at its top; what is read comes back
    as it was when the panel closes.
    """

    def __init__(self, panel: EditorPanel, page: QWidget, reading: QWidget) -> None:
        super().__init__(panel)
        self._panel = panel
        self._page = page
        self._reading = reading
        page.installEventFilter(self)
        panel.installEventFilter(self)
        self._fit()

    @property
    def is_alone(self) -> bool:
        """Whether the panel stands in the place of what one reads."""
        return not self._panel.isHidden() and self._page.width() < PANEL_WIDTH + _LEAST_READING

    def give_way(self) -> None:
        """Something else is to be read: close the forms if they stand in its place."""
        if self.is_alone:
            self._panel.close_all()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        of_panel = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)
        if event.type() == QEvent.Type.Resize and watched is self._page:
            self._fit()
        elif event.type() in of_panel and watched is self._panel:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        alone = self.is_alone
        self._panel.stand_alone(alone)
        # Nothing that is made and not in view, such as the paper, may hold the window wider than both need.
        self._reading.setMinimumWidth(0 if self._panel.isHidden() else 1)
        self._panel.setMinimumWidth(0 if alone else PANEL_WIDTH)
        self._panel.setMaximumWidth(self._page.maximumWidth() if alone else PANEL_WIDTH)
        if self._reading.isHidden() is not alone:
            self._reading.setVisible(not alone)
