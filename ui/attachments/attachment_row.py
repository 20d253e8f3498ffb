"""One attached file in a list: what it is, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.message import N_, Message
from planner.record.thing import Attachment
from ui.attachments.sizes import size_words
from ui.controls.button import Button, IconButton
from ui.controls.eliding_label import ElidingLabel
from ui.controls.picture import Picture
from ui.desk import Desk
from ui.theme.icons import ICON_SIZE
from ui.theme.tokens import space


class AttachmentRow(QWidget):
    """A row.

    Signals:
        view_wanted, export_wanted, remove_wanted: with this file.
        renamed(str): call it this.
    """

    view_wanted = Signal()
    export_wanted = Signal()
    remove_wanted = Signal()
    renamed = Signal(str)

    def __init__(
        self, desk: Desk, attachment: Attachment, *, is_here: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.attachment = attachment
        kind = attachment.media_type
        icon = "image" if kind.startswith("image/") else "file-text" if _is_paper(kind) else "file"
        self.open = Button(
            desk, Message("{name}", {"name": _shortened(attachment.name)}), kind="link", parent=self
        )
        desk.language.say(self.open, N_("View “{name}”", name=attachment.name), "setAccessibleName")
        self.open.setToolTip(attachment.name)
        self.open.setEnabled(is_here)
        self.open.clicked.connect(self.view_wanted)
        told = N_("{size}, added {day}", size=size_words(attachment.size_bytes), day=attachment.added_on)
        missing = N_("Its contents are not in this record: attach the file again.")
        details = ElidingLabel(desk, told if is_here else missing, "small", parent=self)
        self.name = QLineEdit(self)
        desk.language.say(self.name, N_("Name of the file"), "setAccessibleName")
        self.name.returnPressed.connect(self._rename)
        self.name.setMinimumWidth(space(50))
        self.name.hide()
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        texts.addWidget(self.name, 0, Qt.AlignmentFlag.AlignLeft)
        details.setContentsMargins(space(1) + 1, 0, 0, 0)
        texts.addWidget(details)
        self.rename = IconButton(desk, N_("Rename “{name}”", name=attachment.name), "pencil")
        self.rename.clicked.connect(self.begin_rename)
        self.export = IconButton(desk, N_("Export “{name}”", name=attachment.name), "download")
        self.export.setEnabled(is_here)
        self.export.clicked.connect(self.export_wanted)
        self.remove = IconButton(desk, N_("Remove “{name}”", name=attachment.name), "trash-2")
        self.remove.clicked.connect(self.remove_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(space(1), space(0.5), 0, space(0.5))
        row.setSpacing(space(2))
        row.addWidget(Picture(desk, icon, QSize(ICON_SIZE, ICON_SIZE), "text_muted", self))
        row.addLayout(texts, 1)
        for button in (self.rename, self.export, self.remove):
            row.addWidget(button)

    def begin_rename(self) -> None:
        """Let the name be typed over, in place."""
        self.name.setText(self.attachment.name)
        self._show_line(typing=True)
        self.name.setFocus()
        stem = self.attachment.name.rpartition(".")[0] or self.attachment.name
        self.name.setSelection(0, len(stem))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        typing = not self.name.isHidden()
        if event.key() == Qt.Key.Key_Escape and typing:
            self._show_line(typing=False)
            self.open.setFocus()
        elif event.key() == Qt.Key.Key_F2:
            self.begin_rename()
        elif event.key() == Qt.Key.Key_Delete and not typing:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _rename(self) -> None:
        self._show_line(typing=False)
        self.renamed.emit(self.name.text())

    def _show_line(self, *, typing: bool) -> None:
        self.open.setVisible(not typing)
        self.name.setVisible(typing)


_LONGEST = 48


def _shortened(name: str) -> str:
    """A long name without its middle: how it begins and its ending tell more."""
    if len(name) <= _LONGEST:
        return name
    return f"{name[: _LONGEST - 16]}…{name[-15:]}"


def _is_paper(media_type: str) -> bool:
    return media_type.startswith("text/") or media_type in ("application/pdf", "application/ofd")
