"""The canvas: the lanes in time. One pans and zooms it; what is done with the things on it is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QStyle, QWidget

from planner.rules.finding import Finding
from planner.session.timeline import Days, Mark, Timeline
from ui.desk import Desk
from ui.journey.timeline.dress import LABEL_FIRM, Dress, pen, screen_dress
from ui.journey.timeline.ground import Run, paint_ground, runs
from ui.journey.timeline.layout import Reach, Spots, layout, reach, spots
from ui.journey.timeline.piece import Naming
from ui.journey.timeline.placed import ROW, LaneLayout, Placed
from ui.journey.timeline.scale import Scale, bounded
from ui.journey.timeline.sight import Sight
from ui.journey.timeline.signs import worst
from ui.journey.timeline.stack import PAD, Stack, least_height, stacked
from ui.journey.timeline.thing_item import ThingItem
from ui.journey.timeline.things import Things
from ui.journey.timeline.words import TimelineWords
from ui.motion import is_reduced

_GLIDE_MS = 160
"""How long a change of zoom takes to the eye."""
_ROOMIEST = 2
_SPARE = 150.0
"""Less height than this left over is no reason to look for a roomier layout."""
_DAY = dt.timedelta(1)


class Canvas(QGraphicsView):
    """Shows a timeline. Its x are pixels of ``scale``, its y those of the lanes.

    Signals:
        looked: another part is in view, or at another scale; headers are painted anew.
        laid_out: things stand elsewhere now.
    """

    looked = Signal()
    laid_out = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.timeline: Timeline | None = None
        self.words: TimelineWords | None = None
        self.days = Days({}, ())
        self.dress: Dress = screen_dress(desk)
        self.within = Reach(dt.date(2000, 1, 1), dt.date(2000, 1, 1))
        self.scale_now = Scale(self.within.first, 4.0, "UTC")
        self.stack = Stack()
        self.now = desk.clock()
        self.today = self.now.date()
        self.at_office = self.today  # by whose day what somebody must do is late
        self._faults: Mapping[str, Sequence[Finding]] = {}
        self._spots: Spots = {}
        self._off: tuple[Run, ...] = ()
        self._off_until = dt.date.min
        self._painted: tuple[object, ...] = ()
        self._fits = True
        self._roomy = 0
        self._glide = QVariantAnimation(self)
        self._glide.setDuration(_GLIDE_MS)
        self._glide.valueChanged.connect(self._glided)
        self._glide_at = 0.0
        scene = QGraphicsScene(self)
        scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.setScene(scene)
        self._things = Things(scene, lambda: self.dress, lambda: self.sight)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        desk.theme.changed.connect(self._dress_anew)

    # -- showing ---------------------------------------------------------------------------------------

    def show_timeline(
        self,
        timeline: Timeline,
        days: Days,
        faults: Mapping[str, Sequence[Finding]],
        now: dt.datetime,
        today: dt.date,
        *,
        keep_place: bool,
    ) -> None:
        """Show this; ``keep_place`` stays at the same days and scale, else the whole journey is fitted in.

        ``faults`` are findings by the id of what they are about.
        """
        first_x = self.visible_from
        old = self.scale_now
        self.timeline, self.days, self._faults, self.now, self.today = timeline, days, faults, now, today
        if self.words is not None and keep_place:
            self.words.follow(timeline)
        else:
            self.words = TimelineWords(self._desk, timeline)
        self.words.days = days
        self.within = reach(timeline, today)
        self._spots = spots(timeline, self.within)
        marks = [mark for several in timeline.marks.values() for mark in several]
        self._things.severities = {
            mark.id: worst([one.severity for one in self.faults_of(mark)]) for mark in marks
        }
        self._things.late = frozenset(mark.id for mark in marks if mark.is_late(self.at_office))
        self._off_until = dt.date.min
        if timeline.mark(self.chosen) is None:
            self._things.chosen = ""
        self._glide.stop()
        if keep_place:
            moved = (self.within.first - old.origin).days * old.day_width
            self.scale_now = Scale(self.within.first, old.day_width, timeline.zone)
            self._lay_out()
            self._scroll_to(first_x - moved)
        else:
            self._things.clear()
            self.fit()

    def clear(self) -> None:
        """Show nothing."""
        self.timeline = self.words = None
        self._things.chosen = ""
        self._things.clear()
        self.stack = Stack()
        self.viewport().update()

    def faults_of(self, mark: Mark) -> list[Finding]:
        """The findings about a thing and what it stands for, the worst first."""
        ids = (mark.id, *mark.stands_for)
        return sorted((one for id in ids for one in self._faults.get(id, ())), key=lambda one: one.order)

    def say_anew(self) -> None:
        """Word everything in the language now in force."""
        if self.timeline is not None:
            self.words = TimelineWords(self._desk, self.timeline)
            self.words.days = self.days
            self._lay_out()

    def _dress_anew(self) -> None:
        self.dress = screen_dress(self._desk)
        if self.timeline is not None:
            self._lay_out()
        self.viewport().update()
        self.looked.emit()

    # -- scale and place -------------------------------------------------------------------------------

    @property
    def visible_from(self) -> float:
        """The x of the left edge of what is in view."""
        return float(self.horizontalScrollBar().value())

    @property
    def sight(self) -> Sight:
        """What is in view."""
        return Sight(self.visible_from, self.visible_from + self.viewport().width(), self.now_x)

    @property
    def is_fitted(self) -> bool:
        """Whether the whole journey is in view because that was asked for."""
        return self._fits

    @property
    def fitting_width(self) -> float:
        """The width of a day at which the whole journey is in view."""
        if self.timeline is None or self.timeline.first is None or self.timeline.last is None:
            return 4.0
        first = max(self.within.first, self.timeline.first - 5 * _DAY)
        last = min(self.within.last, self.timeline.last + 12 * _DAY)
        return bounded(self._room.width() / ((last - first).days + 1))

    def fit(self) -> None:
        """Show the whole journey."""
        if self.timeline is None:
            return
        self._fits = True
        self._glide.stop()
        self._rescale(self.fitting_width)
        first = (self.timeline.first or self.today) - 5 * _DAY
        self._scroll_to(self.scale_now.x(max(first, self.within.first)))

    def zoom_by(self, factor: float, at: float | None = None, *, glide: bool = False) -> None:
        """Make days wider or narrower; what is at ``at`` (pixels of the viewport) stays there."""
        end = self._glide.endValue() if self._glide.state() is QVariantAnimation.State.Running else None
        self.zoom_to((end or self.scale_now.day_width) * factor, at, glide=glide)

    def zoom_to(self, day_width: float, at: float | None = None, *, glide: bool = False) -> None:
        """Make a day so wide; what is at ``at`` (pixels of the viewport, else the middle) stays there."""
        if self.timeline is None:
            return
        wanted = bounded(day_width)
        wanted = max(wanted, min(self.fitting_width, self.viewport().width() / self._all_days))
        self._fits = False
        self._glide_at = self._anchor() if at is None else at
        self._glide.stop()
        if glide and not is_reduced(self._desk):
            self._glide.setStartValue(self.scale_now.day_width)
            self._glide.setEndValue(wanted)
            self._glide.start()
        else:
            self._zoomed(wanted, self._glide_at)

    @property
    def _all_days(self) -> int:
        return (self.within.last - self.within.first).days + 1

    def _anchor(self) -> float:
        """What a zoom without a pointer keeps in place: the chosen thing, today, or the middle."""
        item = self.item(self.chosen)
        xs = [item.seen.placed.x0] if item is not None else []
        xs.append(self.now_x)
        for x in xs:
            if 0 <= x - self.visible_from <= self.viewport().width():
                return x - self.visible_from
        return self.viewport().width() / 2

    def _glided(self, day_width: float) -> None:
        self._zoomed(day_width, self._glide_at)

    def _zoomed(self, day_width: float, at: float) -> None:
        days = (self.visible_from + at) / self.scale_now.day_width
        self._rescale(day_width)
        self._scroll_to(days * self.scale_now.day_width - at)

    def _rescale(self, day_width: float) -> None:
        assert self.timeline is not None
        self.scale_now = Scale(self.within.first, day_width, self.timeline.zone)
        self._lay_out()

    def _scroll_to(self, x: float) -> None:
        self.horizontalScrollBar().setValue(round(x))
        self.looked.emit()

    @property
    def now_there(self) -> dt.datetime:
        """The present moment where the treatment is."""
        return self.now.astimezone(ZoneInfo(self.scale_now.zone))

    @property
    def now_x(self) -> float:
        """The x of the present moment."""
        there = self.now_there
        share = (there.hour * 60 + there.minute) / (24 * 60)
        return self.scale_now.x(there.date()) + share * self.scale_now.day_width

    def show_today(self) -> None:
        """Bring the present moment into the middle."""
        self._scroll_to(self.now_x - self.viewport().width() / 2)

    def pan(self, pixels: float) -> None:
        """Move on by so many pixels, to the right when positive."""
        self._scroll_to(self.visible_from + pixels)

    # -- laying out ------------------------------------------------------------------------------------

    @property
    def _room(self) -> QSize:
        """What is in view whether scroll bars are shown or not, as thick as Qt reckons them."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        return self.maximumViewportSize() - QSize(bar, bar)

    def _lay_out(self) -> None:
        assert self.timeline is not None
        assert self.words is not None
        words, hours = self.words, self.scale_now.tells_hours
        dress = self.dress

        def named(mark: Mark) -> str:
            return words.label(mark, hours)

        def measure(label: str) -> float:
            return dress.width(label, LABEL_FIRM)

        naming = Naming(named, measure, words.shorter)
        height = self._room.height()

        def laid(roomy: int) -> tuple[LaneLayout, ...]:
            return layout(self._spots, self.scale_now, self.within, naming, roomy=roomy)

        # As roomy as a moment ago, which is the usual case while one zooms; else a step more or less.
        lanes = laid(self._roomy)
        spare = height - least_height(lanes)
        if spare < 0 < self._roomy:
            self._roomy = 0
            lanes = laid(0)
        elif spare > _SPARE and self._roomy < _ROOMIEST:
            more = laid(_ROOMIEST)
            if least_height(more) <= height:
                self._roomy, lanes = _ROOMIEST, more
        self.stack = stacked(lanes, height)
        width = self._all_days * self.scale_now.day_width
        self.setSceneRect(0, 0, width, max(self.stack.bottom, height))
        self._things.place(self.stack, self.scale_now)
        seen_until = max(self.within.last, self.scale_now.date(self.maximumViewportSize().width()))
        if seen_until > self._off_until:  # a short journey ends before the view does
            self._off_until = seen_until
            self._off = runs(self.days, self.within.first, seen_until)
        painted = (self.scale_now, self.stack.tops, self._off, self.today)
        if painted != self._painted:  # else only what differs on it is painted anew
            self._painted = painted
            self.viewport().update()
        self.laid_out.emit()

    # -- things ----------------------------------------------------------------------------------------

    @property
    def chosen(self) -> str:
        """The id of the chosen thing, ``""`` for none."""
        return self._things.chosen

    def item(self, id: str) -> ThingItem | None:
        """What shows the thing of that id: itself, or the cluster it is counted in."""
        return self._things.item(id)

    def choose(self, id: str, *, reveal: bool = True) -> None:
        """Choose a thing, ``""`` for none, and bring it into view."""
        self._things.show_choice(id, self.hasFocus())
        if id and reveal:
            self.reveal(id)

    def reveal(self, id: str) -> None:
        """Bring a thing into view, moving no further than is needed."""
        item = self.item(id)
        if item is None:
            return
        placed, margin = item.seen.placed, 48
        left, right = self.visible_from, self.visible_from + self.viewport().width()
        if placed.x1 < left + margin or placed.x0 > right - margin:
            self._scroll_to(placed.x0 - self.viewport().width() / 3)
        elif placed.x0 < left + margin and placed.x1 - placed.x0 < right - left - 2 * margin:
            self._scroll_to(placed.x0 - margin)
        elif placed.right > right and placed.right - placed.x0 < right - left - 2 * margin:
            self._scroll_to(placed.right + margin / 2 - (right - left))
        bar, top = self.verticalScrollBar(), item.seen.top
        if top < bar.value():
            bar.setValue(round(top - PAD))
        elif top + ROW > bar.value() + self.viewport().height():
            bar.setValue(round(top + ROW + PAD - self.viewport().height()))

    def placed_at(self, position: QPoint) -> Placed | None:
        """What is under a point of the viewport, its name included."""
        return self._things.at(self.mapToScene(position))

    def names(self) -> list[tuple[Placed, QRectF]]:
        """Every name that is written in view, with its place on the scene."""
        return self._things.names()

    def show_ghosts(self, ghosts: Iterable[tuple[Placed, float]]) -> None:
        """Show where things would go, each with the y of its row."""
        self._things.show_ghosts(ghosts)

    @property
    def ghosts(self) -> tuple[Placed, ...]:
        """What is shown of where things would go."""
        return self._things.ghosts

    # -- what Qt asks ----------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.viewport().update()  # names at the right edge
        if self.timeline is not None and event.size() != event.oldSize():
            if self._fits:
                self.fit()
            else:
                self._lay_out()
                self.looked.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        super().scrollContentsBy(dx, dy)
        if dx:
            now = self.sight
            self._things.follow_the_view(Sight(now.left + dx, now.right + dx))
        self.looked.emit()

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:  # noqa: N802 - Qt's name
        paint_ground(painter, self.dress, self.scale_now, QRectF(rect), self._off, self.stack.tops)
        x = self.now_x
        if self.timeline is not None and rect.left() - 2 <= x <= rect.right() + 2:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(pen(self.dress.colours.accent, 1.5))
            painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
