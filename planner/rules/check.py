"""Every rule, in order, over one journey."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from planner.record.journey import Journey, JourneyState
from planner.reference.reference import Reference
from planner.rules.allergy_unstated import allergy_unstated
from planner.rules.appointment_closed_day import appointment_closed_day
from planner.rules.appointment_interpreter_language import appointment_interpreter_language
from planner.rules.appointment_interpreter_missing import appointment_interpreter_missing
from planner.rules.appointment_night_hours import appointment_night_hours
from planner.rules.appointment_not_in_country import appointment_not_in_country
from planner.rules.appointment_other_city import appointment_other_city
from planner.rules.appointment_outcome_missing import appointment_outcome_missing
from planner.rules.appointment_outside_hours import appointment_outside_hours
from planner.rules.appointment_overlap import appointment_overlap
from planner.rules.appointment_place_unknown import appointment_place_unknown
from planner.rules.appointment_preparation_clash import appointment_preparation_clash
from planner.rules.appointment_preparation_unclear import appointment_preparation_unclear
from planner.rules.appointment_time_unknown import appointment_time_unknown
from planner.rules.appointment_travel_time import appointment_travel_time
from planner.rules.calendar_provisional_year import calendar_provisional_year
from planner.rules.confirmation_missing import confirmation_missing
from planner.rules.contact_double_booked import contact_double_booked
from planner.rules.course_closed_day import course_closed_day
from planner.rules.course_count_mismatch import course_count_mismatch
from planner.rules.course_delivered_ahead import course_delivered_ahead
from planner.rules.course_dose_mismatch import course_dose_mismatch
from planner.rules.course_gap_too_long import course_gap_too_long
from planner.rules.course_gap_too_short import course_gap_too_short
from planner.rules.course_outcome_missing import course_outcome_missing
from planner.rules.course_overall_time_exceeded import course_overall_time_exceeded
from planner.rules.course_second_session_unapproved import course_second_session_unapproved
from planner.rules.course_treatment_days_unstated import course_treatment_days_unstated
from planner.rules.course_unconfirmed import course_unconfirmed
from planner.rules.dates_out_of_order import dates_out_of_order
from planner.rules.document_board_material_late import document_board_material_late
from planner.rules.document_expired import document_expired
from planner.rules.document_missing import document_missing
from planner.rules.document_overdue import document_overdue
from planner.rules.document_too_old import document_too_old
from planner.rules.document_untranslated import document_untranslated
from planner.rules.finding import Finding
from planner.rules.insurance_dates import insurance_dates
from planner.rules.insurance_excluded import insurance_excluded
from planner.rules.insurance_missing import insurance_missing
from planner.rules.insurance_unread import insurance_unread
from planner.rules.letter_dates_do_not_cover import letter_dates_do_not_cover
from planner.rules.medicine_control_unknown import medicine_control_unknown
from planner.rules.medicine_controlled_limit import medicine_controlled_limit
from planner.rules.medicine_not_in_both_languages import medicine_not_in_both_languages
from planner.rules.money_deposit_runs_out import money_deposit_runs_out
from planner.rules.money_estimate_exceeded import money_estimate_exceeded
from planner.rules.money_payment_overdue import money_payment_overdue
from planner.rules.money_receipt_missing import money_receipt_missing
from planner.rules.money_wallet_limit import money_wallet_limit
from planner.rules.name_mismatch import name_mismatch
from planner.rules.passport_blank_pages import passport_blank_pages
from planner.rules.passport_expired import passport_expired
from planner.rules.passport_missing import passport_missing
from planner.rules.passport_number_mismatch import passport_number_mismatch
from planner.rules.passport_validity_short import passport_validity_short
from planner.rules.pathway_decision_missing import pathway_decision_missing
from planner.rules.pathway_missing_step import pathway_missing_step
from planner.rules.pathway_order import pathway_order
from planner.rules.pathway_wait_too_short import pathway_wait_too_short
from planner.rules.patient_missing import patient_missing
from planner.rules.policy_end_unknown import policy_end_unknown
from planner.rules.policy_expired import policy_expired
from planner.rules.policy_nationality_not_listed import policy_nationality_not_listed
from planner.rules.policy_purpose_not_listed import policy_purpose_not_listed
from planner.rules.policy_unchecked import policy_unchecked
from planner.rules.privacy_consent_missing import privacy_consent_missing
from planner.rules.privacy_notice_due import privacy_notice_due
from planner.rules.privacy_retention_due import privacy_retention_due
from planner.rules.stay_arrival_card_missing import stay_arrival_card_missing
from planner.rules.stay_crossing_unrecorded import stay_crossing_unrecorded
from planner.rules.stay_day_count_differs import stay_day_count_differs
from planner.rules.stay_enter_by_passed import stay_enter_by_passed
from planner.rules.stay_entries_used_up import stay_entries_used_up
from planner.rules.stay_entry_day_unknown import stay_entry_day_unknown
from planner.rules.stay_exceeded import stay_exceeded
from planner.rules.stay_exit_unknown import stay_exit_unknown
from planner.rules.stay_extension_apply_by import stay_extension_apply_by
from planner.rules.stay_extension_too_long import stay_extension_too_long
from planner.rules.stay_low_slack import stay_low_slack
from planner.rules.stay_registration_missing import stay_registration_missing
from planner.rules.task_overdue import task_overdue
from planner.rules.text_unreviewed import text_unreviewed
from planner.rules.text_untranslated import text_untranslated
from planner.rules.travel_after_midnight import travel_after_midnight
from planner.rules.travel_arrival_before_departure import travel_arrival_before_departure
from planner.rules.travel_before_end_review import travel_before_end_review
from planner.rules.travel_clearance_after_rebooking import travel_clearance_after_rebooking
from planner.rules.travel_clearance_unasked import travel_clearance_unasked
from planner.rules.travel_clearance_window import travel_clearance_window
from planner.rules.travel_connection_too_short import travel_connection_too_short
from planner.rules.travel_departure_tight import travel_departure_tight
from planner.rules.travel_free_cancel_ends import travel_free_cancel_ends
from planner.rules.travel_gap import travel_gap
from planner.rules.travel_hotel_cannot_register import travel_hotel_cannot_register
from planner.rules.travel_leg_missing import travel_leg_missing
from planner.rules.travel_leg_unbooked import travel_leg_unbooked
from planner.rules.travel_night_doubled import travel_night_doubled
from planner.rules.travel_night_uncovered import travel_night_uncovered
from planner.rules.travel_ride_missing import travel_ride_missing
from planner.rules.travel_service_unconfirmed import travel_service_unconfirmed
from planner.rules.travel_service_unrequested import travel_service_unrequested
from planner.rules.travel_stay_reversed import travel_stay_reversed
from planner.rules.visa_low_float import visa_low_float
from planner.rules.visa_missing import visa_missing
from planner.rules.visa_not_granted import visa_not_granted
from planner.rules.visa_refused import visa_refused
from planner.rules.visa_step_closed_day import visa_step_closed_day
from planner.rules.visa_step_overdue import visa_step_overdue

Rule = Callable[[Journey, Reference, dt.date], Iterable[Finding]]

#: Findings of one severity and one day come in this order.
RULES: tuple[Rule, ...] = (
    patient_missing,
    visa_missing,
    visa_refused,
    visa_not_granted,
    policy_expired,
    policy_nationality_not_listed,
    policy_purpose_not_listed,
    policy_end_unknown,
    passport_missing,
    passport_expired,
    passport_validity_short,
    passport_blank_pages,
    stay_exceeded,
    stay_entries_used_up,
    stay_enter_by_passed,
    stay_extension_apply_by,
    stay_extension_too_long,
    stay_day_count_differs,
    stay_low_slack,
    stay_entry_day_unknown,
    stay_exit_unknown,
    stay_crossing_unrecorded,
    stay_registration_missing,
    stay_arrival_card_missing,
    passport_number_mismatch,
    name_mismatch,
    letter_dates_do_not_cover,
    visa_low_float,
    visa_step_overdue,
    visa_step_closed_day,
    document_overdue,
    document_missing,
    document_expired,
    document_too_old,
    document_untranslated,
    document_board_material_late,
    privacy_consent_missing,
    privacy_notice_due,
    course_closed_day,
    course_count_mismatch,
    course_delivered_ahead,
    course_dose_mismatch,
    course_gap_too_long,
    course_gap_too_short,
    course_outcome_missing,
    course_overall_time_exceeded,
    course_second_session_unapproved,
    course_treatment_days_unstated,
    course_unconfirmed,
    allergy_unstated,
    insurance_dates,
    insurance_excluded,
    insurance_missing,
    insurance_unread,
    medicine_control_unknown,
    medicine_controlled_limit,
    medicine_not_in_both_languages,
    money_deposit_runs_out,
    money_estimate_exceeded,
    money_payment_overdue,
    money_receipt_missing,
    money_wallet_limit,
    confirmation_missing,
    task_overdue,
    calendar_provisional_year,
    policy_unchecked,
    text_untranslated,
    text_unreviewed,
    privacy_retention_due,
    pathway_decision_missing,
    pathway_missing_step,
    pathway_order,
    pathway_wait_too_short,
    travel_after_midnight,
    travel_arrival_before_departure,
    travel_before_end_review,
    travel_clearance_after_rebooking,
    travel_clearance_unasked,
    travel_clearance_window,
    travel_connection_too_short,
    travel_departure_tight,
    travel_free_cancel_ends,
    travel_gap,
    travel_hotel_cannot_register,
    travel_leg_missing,
    travel_leg_unbooked,
    travel_night_doubled,
    travel_night_uncovered,
    travel_ride_missing,
    travel_service_unconfirmed,
    travel_service_unrequested,
    travel_stay_reversed,
    appointment_closed_day,
    appointment_interpreter_language,
    appointment_interpreter_missing,
    appointment_night_hours,
    appointment_not_in_country,
    appointment_other_city,
    appointment_outcome_missing,
    appointment_outside_hours,
    appointment_overlap,
    appointment_place_unknown,
    appointment_preparation_clash,
    appointment_preparation_unclear,
    appointment_time_unknown,
    appointment_travel_time,
    contact_double_booked,
    dates_out_of_order,
)  # fmt: skip

#: What still matters of a journey that is closed: who was told what, and how long its record is kept.
_ONCE_CLOSED: tuple[Rule, ...] = (privacy_consent_missing, privacy_notice_due, privacy_retention_due)


#: What the office does, and so is late by its calendar; all others follow that of the country of treatment.
OF_THE_OFFICE: frozenset[Rule] = frozenset(
    (
        document_board_material_late,
        document_missing,
        document_overdue,
        document_untranslated,
        money_payment_overdue,
        money_receipt_missing,
        policy_unchecked,
        privacy_consent_missing,
        privacy_notice_due,
        privacy_retention_due,
        task_overdue,
        travel_clearance_after_rebooking,
        travel_clearance_unasked,
        travel_clearance_window,
        visa_step_overdue,
    )
)


def check(
    journey: Journey, reference: Reference, today: dt.date, at_office: dt.date | None = None
) -> tuple[Finding, ...]:
    """What every rule says of ``journey`` on ``today`` (a day where the treatment is), the worst first.

    ``at_office`` is the day it is at the agency by then, ``today`` unless given: by it its duties are late.
    """
    office = today if at_office is None else at_office
    rules = _ONCE_CLOSED if journey.state is JourneyState.CLOSED else RULES
    found = [
        finding
        for rule in rules
        for finding in rule(journey, reference, office if rule in OF_THE_OFFICE else today)
    ]
    return tuple(sorted(found, key=lambda finding: finding.order))
