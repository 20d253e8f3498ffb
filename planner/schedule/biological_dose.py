"""Biologically effective dose of a proton course: figures with their formula, for a clinician to read.

No time factor, and nothing for carbon: the photon formula does not hold there (domain facts 1.2).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from planner.message import N_, Message
from planner.record.course import Modality

#: The α/β the figures are stated for, in Gy; it is in their names.
_ALPHA_BETA = Decimal(10)

BED10_FORMULA = N_("BED₁₀ = n·d·(1 + d/10), n fractions of d Gy(RBE)")
EQD2_10_FORMULA = N_("EQD2₁₀ = BED₁₀ / 1.2")


@dataclass(frozen=True, slots=True)
class BiologicalDose:
    """Exact, to be rounded when shown. ``formulas`` stand beside the figures wherever they are shown."""

    bed10_gy: Decimal
    eqd2_10_gy: Decimal
    formulas: tuple[Message, Message] = (BED10_FORMULA, EQD2_10_FORMULA)


def biological_dose(
    modality: Modality, fractions: int, dose_per_fraction_gy_rbe: Decimal
) -> BiologicalDose | None:
    """BED₁₀ and EQD2₁₀ of ``fractions`` equal fractions of protons; ``None`` for carbon."""
    if modality is not Modality.PROTON:
        return None
    dose = dose_per_fraction_gy_rbe
    bed10 = fractions * dose * (1 + dose / _ALPHA_BETA)
    return BiologicalDose(bed10, bed10 / (1 + 2 / _ALPHA_BETA))
