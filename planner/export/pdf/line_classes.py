"""The line-break class of every character: Unicode 16.0, ``LineBreak.txt``, in runs.

Classes are resolved as UAX #14 rule LB1 says, as far as this program's scripts need: AI, SG, XX are AL; SA is
CM or AL by category; CJ is NS. Three are told apart that the rules tell apart: QU into QI (opening, category
Pi), QF (closing, Pf) and QU (either), and OP into OP and OW (of East Asian width). Hangul syllables are all
H2, and the Brahmic AK, AP, AS are AL and VF, VI are CM: no shipped font has those scripts.

A run is the distance from the start of the run before, in hexadecimal (none is 1), and its class, one letter
at the same place of ``_SYMBOLS`` as the class has in ``CLASSES``. The test beside it compares every character
with another implementation.
"""

from __future__ import annotations

import re
from bisect import bisect_right

CLASSES = (
    "BK CR LF NL SP ZW WJ ZWJ CM GL B2 BA BB HY CB CL CP EX IN NS "
    "OP OW QU QI QF IS NU PO PR SY AL HL ID EB EM H2 JL JV JT RI"
).split()
_SYMBOLS = "GHIJKLMNOPQRSTUVWXYZghijklmnopqrstuvwxyz"
_RUNS = (
    "0O9RIG2HO12KXiqonqigWqolTlpmal2q3Xq1bgoWq1dgRVqO6JO1aPgno3q5jqRq2noq2Sq6kq3gq208Sq3Sq12Sq20O4fPOcP7Odqel"
    "q104O7qfflRq4oqO2dROqO2qO2XOq8r1bq4r4qdm6q3n3l2q2ObXOX3q2bO15manm2q3Oq63XqO7mqO6q2O2qO4q2maq17Oq1eO1bq5b"
    "Obqfmaq21O9q4lXq3Oo2q16O4qO9qO3qO5q2bO3q34m2q5O9q2aO18mO21q36O3qO12qO7qaO2R2maq11O3q38OqO7q2O2q2O3q9OqaO"
    "2q2maq2n2q5nqoq2Oq2O3q38OqO5q4O2q2O3q3Oq14maO2q3OqbO3q38OqO8qO3qO3q14O2q2maqoq8O6qO3q38OqO7q2O2q2O3q7O3q"
    "aO2q2maq12Oq3bO5q3O3qO4q9Oqemaq9oq6O5q37OqO7qO3qO4q7O2qbO2q2maq7Sq9O3Sq37OqO7qO3qO4q7O2qbO2q2maq3OqcO4q3"
    "7O2qO7qO3qO4q9OqaO2q2maq9nq7O3q46Oq4O6qOqO8q6maq2O2q3dOq2O7q4oq7O8qmaR2q55Oq2O9qbO6q2maq27S4qS2PS2RPX5Pq"
    "Xq3O2q6maqaROqOqOgVgVO2q31OeRO5RO2q5ObqO24qR2q6Oq9S2RSq5P2q50O14qmaR2qaO4q4O3qO3q2O7q3O4qdOcqOmaO4q62w60"
    "x48y58q15dO3qRq9eRq27fRq1agVq4eR3q24O4q1cO3R2q1bO2q1eO2q40O20R2ZqRqRoqOq2maq18X2R2SqX2qO3POmaq6bO2q22Oq7"
    "6Ocq4Ocq8X2maq80mbq3cO5q39OaqO1dq2Omaq6maq16O1fq31O5q2fO11q9R2qaR2sR4saO9s9R3O3q1eOdq2maq2cOeq30O14q3R5m"
    "aq6maq24R2q50O3qO15q4Oq6Oq2O3qc6OdPO2ePO3q1fdSq2R7PR3LONO2RPR2Qq3jkgj2kgjq4Y3RG2O5Pn8qjkqZ2q6lgVZ3qcRnR4"
    "qR3Mq5OaqdgVqegVq11o7noeno4no2nonofO21q12nq5nqcoqfbo2qdbYq18gVgVqes2qdhVqc5s4q20cs4q10s2q2sqs3ts2q19s3q2"
    "csq16sq3dscq4sqs3qs2q3s2q2sq2s3q8sq6s5qs2tsq2s8q3s2t4q4di6qX2sq3gVgVgVgVgVgVgVq4fgVq1fgVgVgVgVgVq193gVgV"
    "gVgVgVgVgVgVgVgVgVq3fgVgVq20gVq2f1O3q7XR3qXRq70RqeOq60O20i2jkjki3jkijkR8qRgRq2jkq2jkgVgVgVgVR4XqR2qR2q5Q"
    "2R3qR2gR8qRqR2q3X2gWgWgWgWRq22s1aqs59qcsd6q1as10RV2s2Zs2hVhVhVhVhVs2hVhVhVhVZhV2saO6s5Os5Z2s3qZsZsZsZsZs"
    "19Zs1fZsZsZs6Zs6Z2q2O2Z4sZ2sZsZsZsZs19Zs1fZsZsZs6Zs6Z2s4Z4sq5s2bqs5eqs56q9sZ10s1fqs28q8s1b70q40s5215Zs47"
    "7q3s37q37R2q10dRXRq10maq45O4qOaq20O2q50O2qR5q10aOq3Oq4Oq17O5q4Oqbnq3bS2X2q8O2q32O12q8R2maq6O12qaSq2Omaq1"
    "cO8R2q17Odqcw1dq3O4q2fOes6R3s4qRqes2q5Oqamaq2fOeq9R3OR8O2qesR3q1bO3q32OqO3q2O2q5O2qOq29O5R2q3O2qecO8RO2q"
    "2maq6v2ba4qcx17q4y31q2104s200q1drOraqrdqr5qrqr2qr2qraq1eeVgqbcnq3O10V3Z2X2hVYq6POPOPOP2OPOPOP2Os5hVhVhVh"
    "VhVhVhVhVs2hVs7VsVqZ2X2shVhVhVs8qsonsq93MqXs2ons2hVs2VsVsbZ2s3Xs1bhsVs1dhsVshV2hV2ZsZas2dZ2s1fq3s6q2s6q2"
    "s6q2s3q3nos3o2q12O3Uq103R3qfaOqe2Oq95O5q24Rq30Rqcfmaq3adRqc7Rqe1O3qO2q5O4q28O3q4Oq10R8q8dO2q9R6Yq42R7q1e"
    "4O4q8maq6maq1fO5Rq13cO2Rq4eO4q46Obq31O4q7aO3q35OfR2s5q4s14qaOq2O2qaPO3q2dObq2mR4Oqamq22maq6O3q24OeqmaR4q"
    "O2q2cOqSqaO3q30Oeq4R2qRO4qO2maqSqR3q4cOcR2qR2qOq2Oq67Rq35Ocq5maq6O4q37O2RO7q2O2q2O3q9Oq5Rq4O2q2O7q3O5q42"
    "sO9qOq2OqO4qO5qOs3qs2q8O2q52O12q4R4qmaR2q2Oq51O14qcmaqd5O7q2O9SR2X2q3Rfq4O2q52O11R2qdmaq6Sdq3eOdq8maq6m1"
    "4q39Ofq4maq2R3qedOfqa5maq46O6qO2q2O4qOqO2R3q8aO7q2O7qSqOq1cOaq28O7qO4SqR4SqOq9Obq2eO10R3qS3R2q5dSaqe6maq"
    "35O8qO8qR5qamaq16SXq20O16qOeq7aO6q3OqO2qO7qOq8maq30O5qO2qO5q8maq148RO4R2q7O2qOq30O7q3O5R2sbqaOq82n4q1eRq"
    "470R5qde3g3V3q24Vq3gVgVqefgV2qb3hP7gVP3hVhVOq6Ofq1178gVq1b4eO12q930maq4R2q50maq26O5Rq3aO7R3qaRqbmaq214R2"
    "maq11dR2qb6OqO37q7O4q4dZ4PqbO2qes17f8q8s300q200s9q22f7s123qfZq1dZ3q2ZqeZ4q8s18cq9a1O2RO4q104cmaq206O2eq2"
    "O17q21eO5q3O16q2O7q1eO4q94O3q589m32q200O37q4O32q8OqeOq2R4q10O5qOfq550O7qO11q2O7qO2qO5q64Oqa0O7q9maq164Oq"
    "3dO4maq5oq1ecO4maqf4O2qmaq2d5O7q6dO7q5maq4g2q34cnq3nq34fs100qaes38z1as185ts16q2s17q2s5qs5t3s2ts2t3s2eu5s"
    "42t2s2tbs15t13s3ts4t3st3s7tstseqsqsqs5ts4qsq2s4dq7s10qesdq18s2at2s4ts15ts4t2s3dq8s18q6s4bt3s3t5q26i3Z3q4"
    "s23ts10t3s9tsbts33q74scq55s2bq10cts2ts8t8s6ts9tas2t3s38ts3dt2st2sts11t3stds22q54s6ft3s2at9s7qf0maq6s3feq"
    "2sfffeq2sfffeqa0003Oq1eO60q80Of0q"
)


class _ClassOf(dict[str, str]):
    """A dictionary that learns: each character is searched for once."""

    def __init__(self) -> None:
        super().__init__()
        self._starts: list[int] = []
        self._classes: list[str] = []

    def __missing__(self, char: str) -> str:
        if not self._starts:
            self._unpack()
        found = self._classes[bisect_right(self._starts, ord(char)) - 1]
        self[char] = found
        return found

    def _unpack(self) -> None:
        named = dict(zip(_SYMBOLS, CLASSES, strict=True))
        code = 0
        for step, symbol in re.findall(r"([0-9a-f]*)([^0-9a-f])", _RUNS):
            code += int(step, 16) if step else 1
            self._starts.append(code)
            self._classes.append(named[symbol])


CLASS_OF = _ClassOf()
"""``CLASS_OF[character]`` is its line-break class."""
