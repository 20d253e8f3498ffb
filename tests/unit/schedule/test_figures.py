from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from planner.record.course import Modality
from planner.record.fraction import FractionState
from planner.schedule.biological_dose import biological_dose
from planner.schedule.figures import WeekCount, figures
from planner.schedule.later_start import later_start
from planner.schedule.lay import lay
from tests.unit.schedule.centres import D, centre

DEMO = lay(15, D(2027, 4, 5), centre())
DOSE = Decimal("3.87")


def given(count: int, dose: Decimal | None = None) -> list:  # type: ignore[type-arg]
    """The demo course with its first sessions delivered."""
    delivered = [
        replace(one, state=FractionState.DELIVERED, dose_delivered_gy_rbe=dose) for one in DEMO[:count]
    ]
    return [*delivered, *DEMO[count:]]


def test_no_course_has_no_figures() -> None:
    assert figures([]) is None
    assert figures([replace(DEMO[0], state=FractionState.CANCELLED)]) is None


def test_a_single_session_lasts_one_day_and_has_no_gap() -> None:
    measured = figures(DEMO[:1])
    assert measured is not None
    assert (measured.overall_days, measured.longest_gap_days) == (1, 0)
    assert measured.longest_gap == (D(2027, 4, 6), D(2027, 4, 6))


def test_sessions_of_each_week_with_the_empty_ones_between() -> None:
    course = lay(35, D(2026, 9, 7), centre("official-no-weekends"))
    measured = figures(course)
    assert measured is not None
    assert [week.fractions for week in measured.fractions_per_week] == [5, 5, 4, 3, 2, 5, 5, 5, 1]
    assert measured.fractions_per_week[0] == WeekCount(D(2026, 9, 7), 5)
    assert measured.longest_gap == (D(2026, 9, 30), D(2026, 10, 8))
    two = figures([course[0], course[-1]])
    assert two is not None
    assert [week.fractions for week in two.fractions_per_week] == [1, 0, 0, 0, 0, 0, 0, 0, 1]


class TestSlack:
    def test_what_is_left_of_the_tolerated_prolongation(self) -> None:
        longer = [*DEMO[:-1], replace(DEMO[-1], date=D(2027, 4, 29))]
        measured = figures(longer, prescribed_overall_days=21, tolerated_prolongation_days=5)
        assert measured is not None
        assert (measured.overall_days, measured.slack_days) == (24, 2)

    def test_it_is_negative_once_exceeded(self) -> None:
        measured = figures(DEMO, prescribed_overall_days=18, tolerated_prolongation_days=2)
        assert measured is not None
        assert measured.slack_days == -1

    @pytest.mark.parametrize(("prescribed", "tolerated"), [(None, 5), (21, None), (None, None)])
    def test_it_is_unknown_unless_the_clinician_entered_it(
        self, prescribed: int | None, tolerated: int | None
    ) -> None:
        measured = figures(DEMO, prescribed_overall_days=prescribed, tolerated_prolongation_days=tolerated)
        assert measured is not None
        assert measured.slack_days is None


class TestDose:
    def test_the_prescribed_dose_counts_where_none_was_recorded(self) -> None:
        measured = figures(given(7), dose_per_fraction_gy_rbe=DOSE)
        assert measured is not None
        assert (measured.delivered, measured.remaining) == (7, 8)
        assert measured.dose_delivered_gy_rbe == Decimal("27.09")
        assert measured.dose_remaining_gy_rbe == Decimal("30.96")

    def test_a_recorded_dose_counts_as_recorded(self) -> None:
        measured = figures(given(2, Decimal("1.5")), dose_per_fraction_gy_rbe=DOSE)
        assert measured is not None
        assert measured.dose_delivered_gy_rbe == Decimal("3.0")

    def test_without_a_dose_per_fraction_none_is_claimed(self) -> None:
        measured = figures(given(2))
        assert measured is not None
        assert (measured.dose_delivered_gy_rbe, measured.dose_remaining_gy_rbe) == (None, None)


class TestBiologicalDose:
    @pytest.mark.parametrize(
        ("fractions", "dose", "bed10", "eqd2"),
        [
            (10, "5.0", "75.0", "62.5"),
            (10, "6.0", "96.0", "80.0"),
            (10, "6.6", "109.6", "91.3"),
            (10, "7.0", "119.0", "99.2"),
            (15, "3.87", "80.5", "67.1"),
            (15, "4.5", "97.9", "81.6"),
            (22, "3.3", "96.6", "80.5"),
            (35, "2.2", "93.9", "78.3"),
            (37, "2.0", "88.8", "74.0"),
            (20, "3.8", "104.9", "87.4"),
        ],
    )
    def test_published_proton_schedules(self, fractions: int, dose: str, bed10: str, eqd2: str) -> None:
        """Domain facts 1.2."""
        figure = biological_dose(Modality.PROTON, fractions, Decimal(dose))
        assert figure is not None
        assert f"{figure.bed10_gy:.1f}" == bed10
        assert f"{figure.eqd2_10_gy:.1f}" == eqd2

    def test_the_median_of_chang_gung_to_two_places(self) -> None:
        figure = biological_dose(Modality.PROTON, 22, Decimal("3.3"))
        assert figure is not None
        assert f"{figure.bed10_gy:.2f}" == "96.56"

    def test_the_formulas_stand_beside_the_figures(self) -> None:
        figure = biological_dose(Modality.PROTON, 15, DOSE)
        assert figure is not None
        assert [str(formula) for formula in figure.formulas] == [
            "BED₁₀ = n·d·(1 + d/10), n fractions of d Gy(RBE)",
            "EQD2₁₀ = BED₁₀ / 1.2",
        ]

    def test_carbon_has_none(self) -> None:
        assert biological_dose(Modality.CARBON, 4, Decimal("13.2")) is None


class TestLaterStart:
    def test_a_start_after_the_holidays_spares_the_long_gap(self) -> None:
        course = later_start(15, D(2026, 9, 21), centre(), longest_gap_days=4, within_days=30)
        assert course is not None
        assert course[0].date == D(2026, 10, 8)

    def test_there_may_be_none_near_enough(self) -> None:
        assert later_start(15, D(2026, 9, 21), centre(), longest_gap_days=4, within_days=10) is None
