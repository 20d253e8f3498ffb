"""The canvas: the lanes in time. One pans and zooms it; what is done with the things on it is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from planner.rules.finding import Finding
from planner.session.timeline import Days, Mark, Timeline
from ui.desk import Desk
from ui.journey.timeline.dress import LABEL_FIRM, Dress, pen, screen_dress
from ui.journey.timeline.ground import Run, paint_ground, runs
from ui.journey.timeline.layout import Reach, layout, reach
from ui.journey.timeline.motion import GLIDE_MS, may_glide
from ui.journey.timeline.placed import ROW, Placed
from ui.journey.timeline.scale import Scale, bounded
from ui.journey.timeline.seen import Seen
from ui.journey.timeline.signs import worst
from ui.journey.timeline.stack import PAD, Stack, least_height, stacked
from ui.journey.timeline.thing_item import ThingItem
from ui.journey.timeline.words import TimelineWords, slack_of

_ROOMIEST = 2
_SPARE = 150.0
"""Less height than this left over is no reason to look for a roomier layout."""
_DAY = dt.timedelta(1)


class Canvas(QGraphicsView):
    """Shows a timeline. Its x are pixels of ``scale``, its y those of the lanes.

    Signals:
        looked: another part is in view, or at another scale; headers are painted anew.
    """

    looked = Signal()

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
        self.chosen = ""
        self._faults: Mapping[str, Sequence[Finding]] = {}
        self._items: dict[str, ThingItem] = {}
        self._item_of: dict[str, ThingItem] = {}
        self._off: tuple[Run, ...] = ()
        self._ghosts: list[ThingItem] = []
        self._faded: set[str] = set()
        self._fits = True
        self._roomy = 0
        self._glide = QVariantAnimation(self)
        self._glide.setDuration(GLIDE_MS)
        self._glide.valueChanged.connect(self._glided)
        self._glide_at = 0.0
        scene = QGraphicsScene(self)
        scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.setScene(scene)
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
        self.words = TimelineWords(self._desk, timeline)
        self.within = reach(timeline, today)
        self._off = runs(days, self.within.first, self.within.last)
        if timeline.mark(self.chosen) is None:
            self.chosen = ""
        self._glide.stop()
        if keep_place:
            moved = (self.within.first - old.origin).days * old.day_width
            self.scale_now = Scale(self.within.first, old.day_width, timeline.zone)
            self._lay_out()
            self._scroll_to(first_x - moved)
        else:
            self.clear_items()
            self.fit()

    def clear(self) -> None:
        """Show nothing."""
        self.timeline = self.words = None
        self.chosen = ""
        self.clear_items()
        self.stack = Stack()
        self.viewport().update()

    def clear_items(self) -> None:
        """Take every thing away; the next laying out makes them anew."""
        self.show_ghosts(())
        for item in self._items.values():
            self.scene().removeItem(item)
        self._items.clear()
        self._item_of.clear()

    def faults_of(self, mark: Mark) -> list[Finding]:
        """The findings about a thing and what it stands for, the worst first."""
        ids = (mark.id, *mark.stands_for)
        return sorted((one for id in ids for one in self._faults.get(id, ())), key=lambda one: one.order)

    def say_anew(self) -> None:
        """Word everything in the language now in force."""
        if self.timeline is not None:
            self.words = TimelineWords(self._desk, self.timeline)
            self._lay_out()

    def _dress_anew(self) -> None:
        self.dress = screen_dress(self._desk)
        self.viewport().update()
        self.looked.emit()

    # -- scale and place -------------------------------------------------------------------------------

    @property
    def visible_from(self) -> float:
        """The x of the left edge of what is in view."""
        return float(self.horizontalScrollBar().value())

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
        return bounded(self.viewport().width() / ((last - first).days + 1))

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
        if glide and may_glide(self):
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
        item = self._item_of.get(self.chosen)
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

    def _lay_out(self) -> None:
        assert self.timeline is not None
        assert self.words is not None
        words, hours = self.words, self.scale_now.tells_hours
        dress = self.dress

        def named(mark: Mark) -> str:
            return words.label(mark, hours)

        def measure(label: str) -> float:
            return dress.width(label, LABEL_FIRM)

        height = self.viewport().height()
        for roomy in (self._roomy, *range(_ROOMIEST, -1, -1)):
            lanes = layout(
                self.timeline, self.scale_now, self.within, named=named, measure=measure, roomy=roomy
            )
            spare = height - least_height(lanes)
            if roomy == self._roomy and 0 <= spare and (spare < _SPARE or roomy == _ROOMIEST):
                break  # as roomy as a moment ago: the usual case while one zooms
            if roomy != self._roomy and spare >= 0:
                break
        self._roomy = roomy
        self.stack = stacked(lanes, height)
        width = self._all_days * self.scale_now.day_width
        self.setSceneRect(0, 0, width, max(self.stack.bottom + 1, self.viewport().height()))
        self._place()
        self.viewport().update()

    def _place(self) -> None:
        wanted: dict[str, Seen] = {}
        for place, lane in enumerate(self.stack.lanes):
            for placed in lane.placed:
                wanted[placed.key] = self._seen(placed, self.stack.row_top(place, placed.row))
        for key in self._items.keys() - wanted.keys():
            self.scene().removeItem(self._items.pop(key))
        self._item_of.clear()
        for key, seen in wanted.items():
            item = self._items.get(key)
            if item is None:
                item = self._items[key] = ThingItem(seen, lambda: self.dress, lambda: self.visible_from)
                self.scene().addItem(item)
            else:
                item.show_seen(seen)
            for mark in seen.placed.marks:
                self._item_of[mark.id] = item

    def _seen(self, placed: Placed, top: float, *, ghost: bool = False) -> Seen:
        faults = [one.severity for mark in placed.marks for one in self.faults_of(mark)]
        chosen = not ghost and any(mark.id == self.chosen for mark in placed.marks)
        many = len(placed.marks)
        number = many if many > 1 else placed.mark.number
        return Seen(
            placed=placed,
            top=top,
            scale=self.scale_now,
            late=any(mark.is_late(self.today) for mark in placed.marks),
            severity=None if ghost else worst(faults),
            chosen=(2 if self.hasFocus() else 1) if chosen else 0,
            ghost=ghost,
            faded=not ghost and many == 1 and placed.mark.id in self._faded,
            slack_days=slack_of(placed.mark) if placed.mark.permitted else None,
            number="" if number is None else str(number),
        )

    # -- things ----------------------------------------------------------------------------------------

    def item(self, id: str) -> ThingItem | None:
        """What shows the thing of that id: itself, or the cluster it is counted in."""
        return self._item_of.get(id)

    def choose(self, id: str, *, reveal: bool = True) -> None:
        """Choose a thing, ``""`` for none, and bring it into view."""
        before, self.chosen = self.chosen, id
        for one in {before, id} - {""}:
            if (item := self._item_of.get(one)) is not None:
                item.show_seen(self._seen(item.seen.placed, item.seen.top))
        if id and reveal:
            self.reveal(id)

    def reveal(self, id: str) -> None:
        """Bring a thing into view, moving no further than is needed."""
        item = self._item_of.get(id)
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
        at = self.mapToScene(position)
        found = [item for item in self._items.values() if _touches(item, at)]
        return min((item.seen.placed for item in found), key=lambda one: _away(one, at.x()), default=None)

    def show_ghosts(self, ghosts: Iterable[tuple[Placed, float]]) -> None:
        """Show where things would go: each with the y of its row."""
        for item in self._ghosts:
            self.scene().removeItem(item)
        self._ghosts = []
        faded, self._faded = self._faded, set()
        for placed, top in ghosts:
            seen = self._seen(placed, top, ghost=True)
            item = ThingItem(seen, lambda: self.dress, lambda: self.visible_from)
            item.setZValue(5)
            self.scene().addItem(item)
            self._ghosts.append(item)
            self._faded.add(placed.mark.id)
        for id in faded ^ self._faded:
            if (shown := self._item_of.get(id)) is not None:
                shown.show_seen(self._seen(shown.seen.placed, shown.seen.top))

    @property
    def ghosts(self) -> tuple[Placed, ...]:
        """What is shown of where things would go."""
        return tuple(item.seen.placed for item in self._ghosts)

    # -- what Qt asks ----------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if self.timeline is not None and event.size() != event.oldSize():
            if self._fits:
                self.fit()
            else:
                self._lay_out()
                self.looked.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        super().scrollContentsBy(dx, dy)
        if dx:
            for item in self._items.values():
                if item.follows_the_view(self.visible_from) or item.follows_the_view(self.visible_from + dx):
                    item.update()
        self.looked.emit()

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:  # noqa: N802 - Qt's name
        paint_ground(painter, self.dress, self.scale_now, QRectF(rect), self._off, self.stack.tops)
        x = self.now_x
        if self.timeline is not None and rect.left() - 2 <= x <= rect.right() + 2:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(pen(self.dress.colours.accent, 1.5))
            painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))


def _away(placed: Placed, x: float) -> tuple[bool, float]:
    """How far ``x`` is from a thing: within its sign or bar comes before beside it."""
    return not placed.x0 <= x <= placed.x1, abs(placed.x0 - x)


def _touches(item: ThingItem, at: QPointF) -> bool:
    placed, top = item.seen.placed, item.seen.top
    return top <= at.y() <= top + ROW and placed.left - 2 <= at.x() <= placed.right + 2
