"""How a journey stands, at a glance: phase, where, the next thing, sessions, stay, findings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from planner.message import N_, NN_, NP_, Message
from planner.record.text import Text
from planner.record.when import When
from planner.rules.finding import Finding
from planner.session import JourneySummary
from ui.caseload.phases import phase_name, phase_tone
from ui.controls.eliding_label import ElidingLabel
from ui.controls.layout_widgets import clear
from ui.controls.picture import Picture
from ui.controls.pill import Pill
from ui.controls.words import words
from ui.desk import Desk
from ui.findings.severity import SEVERITY_SIGNS, counted
from ui.journey.content_words import ContentWords
from ui.theme.icons import ICON_SIZE
from ui.theme.tokens import Tone, space

_FEW_DAYS = 7
_COUNTED_FROM = space(180)


class JourneyHeader(QFrame):
    """A strip of figures; made again for each journey, and when one of them is another."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setProperty("kind", "bar")
        self._shown: tuple[object, ...] = ()
        self._counted: QWidget | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(space(6), space(3), space(6), space(3))
        self._row.setSpacing(space(6))

    def show_summary(
        self,
        summary: JourneySummary,
        findings: Sequence[Finding],
        home_zone: str,
        where: Text | Message | None = None,
    ) -> None:
        """Show how this journey stands; ``home_zone`` is the patient's, ``where`` their bed tonight."""
        counts = tuple(sum(one.severity is severity for one in findings) for severity in SEVERITY_SIGNS)
        now = (self._desk.language.locale, summary, counts, home_zone, where)
        if now == self._shown:
            return
        self._shown = now
        clear(self._row)
        said = ContentWords(self._desk)
        self._row.addWidget(self._phase(summary), 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._where(summary, where, said), 3)
        self._row.addWidget(self._next(summary, home_zone, said), 4)
        self._row.addWidget(self._whole(self._sessions(summary)), 2)
        self._row.addWidget(self._whole(self._stay(summary, said)), 2)
        self._counted = self._findings(findings)
        self._row.addWidget(self._counted, 1)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Beside the findings themselves there is no room to count them: the bar above does so as well."""
        if self._counted is not None:
            self._counted.setVisible(self.width() >= _COUNTED_FROM)

    def _figure(self, label: Message, *parts: QWidget) -> QWidget:
        figure = QWidget(self)
        figure.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(figure)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(0.5))
        column.addWidget(words(self._desk, label, "caption"))
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        return figure

    def _whole(self, figure: QWidget) -> QWidget:
        """Figures are told whole: where it is narrow, names of places are shortened in their stead."""
        lines = figure.findChildren(ElidingLabel)
        figure.setMinimumWidth(max((line.sizeHint().width() for line in lines), default=0))
        return figure

    def _line(self, text: Message | str, style: str = "small", tone: Tone | None = None) -> QWidget:
        return ElidingLabel(self._desk, text, style, ink=tone)

    def _phase(self, summary: JourneySummary) -> QWidget:
        pill = Pill(self._desk, phase_name(summary.phase), phase_tone(summary.phase))
        return self._figure(NP_("column", "Phase"), pill)

    def _where(self, summary: JourneySummary, where: Text | Message | None, said: ContentWords) -> QWidget:
        """Where they are tonight, and where they are treated."""
        lines = [said.text(one) for one in (where, summary.centre) if one]
        if not lines:
            return self._figure(N_("Where"), self._line(N_("not known yet"), "muted"))
        return self._figure(
            N_("Where"), *(self._line(line, "small" if at else "strong") for at, line in enumerate(lines))
        )

    def _next(self, summary: JourneySummary, home_zone: str, said: ContentWords) -> QWidget:
        if summary.next_title is None:
            return self._figure(NP_("column", "Next"), self._line(N_("Nothing planned"), "strong"))
        when = said.moment(summary.next_when) if summary.next_when else ""
        at_home = said.at_home(summary.next_when, seen_at_home(summary.next_when, home_zone))
        return self._figure(
            NP_("column", "Next"),
            self._line(summary.next_title, "strong"),
            self._line("  ·  ".join(part for part in (when, at_home) if part)),
        )

    def _sessions(self, summary: JourneySummary) -> QWidget:
        total = summary.fractions_prescribed
        if not total:
            return self._figure(N_("Sessions"), self._line(N_("none prescribed yet"), "muted"))
        bar = QProgressBar()
        bar.setTextVisible(False)
        bar.setRange(0, total)
        bar.setValue(min(summary.fractions_delivered, total))
        self._desk.language.say(bar, N_("Sessions delivered"), "setAccessibleName")
        return self._figure(
            N_("Sessions"), self._line(f"{summary.fractions_delivered}/{total}", "strong"), bar
        )

    def _stay(self, summary: JourneySummary, said: ContentWords) -> QWidget:
        label = NP_("column", "Permitted stay")
        if summary.stay_last_day is None:
            return self._figure(label, self._line(N_("not known yet"), "muted"))
        until = N_("until {day}", day=said.day(summary.stay_last_day))
        days = summary.stay_slack_days
        if days is None:
            return self._figure(label, self._line(until, "strong"))
        spare = (
            NN_("{count} day over", "{count} days over", -days)
            if days < 0
            else NN_("{count} day spare", "{count} days spare", days)
        )
        tone = Tone.DANGER if days < 0 else Tone.WARNING if days < _FEW_DAYS else None
        return self._figure(label, self._line(spare, "strong", tone), self._line(until))

    def _findings(self, findings: Sequence[Finding]) -> QWidget:
        label = NP_("column", "Findings")
        counts = {s: sum(f.severity is s for f in findings) for s in SEVERITY_SIGNS}
        if not any(counts.values()):
            return self._figure(label, self._line(N_("No findings"), "muted"))
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(1))
        for severity, count in counts.items():
            if count:
                icon, tone = SEVERITY_SIGNS[severity]
                row.addWidget(Picture(self._desk, icon, QSize(ICON_SIZE, ICON_SIZE), tone.value))
                number = words(self._desk, str(count), "strong")
                number.setAccessibleName(self._desk.language.text(counted(severity, count)))
                number.setToolTip(number.accessibleName())
                row.addWidget(number)
                row.addSpacing(space(2))
        row.addStretch(1)
        return self._figure(label, holder)


def seen_at_home(when: When | None, home_zone: str) -> When | None:
    """The moment as clocks at home show it; ``None`` where they show the same or it is not known."""
    if when is None or not home_zone:
        return None
    home = when.seen_from(home_zone)
    return home if home is not None and (home.date, home.time) != (when.date, when.time) else None
