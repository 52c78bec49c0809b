"""How many people each version of a test needs, so that a real difference would show.

Source: J. L. Fleiss, "Statistical Methods for Rates and Proportions", chapter on sample sizes (two
proportions by the normal approximation, without continuity correction); the same reasoning for two
means with a common standard deviation. Two-sided tests, versions of equal size.
"""

from __future__ import annotations

from math import ceil, sqrt
from statistics import NormalDist

ALPHA = 0.05
POWER = 0.8
_MOST = 10**9


def for_proportions(one: float, other: float, alpha: float = ALPHA, power: float = POWER) -> int:
    """People per version to tell two rates apart: 3,156 for 0.04 and 0.055.

    Raises ValueError unless both lie between 0 and 1 and differ.
    """
    if not (0 <= one <= 1 and 0 <= other <= 1) or one == other:
        raise ValueError(f"two different shares expected, not {one} and {other}")
    mean = (one + other) / 2
    by_chance = sqrt(2 * mean * (1 - mean))
    by_design = sqrt(one * (1 - one) + other * (1 - other))
    z_alpha, z_beta = _quantiles(alpha, power)
    return _whole(((z_alpha * by_chance + z_beta * by_design) / (one - other)) ** 2)


def for_means(
    deviation: float, difference: float, alpha: float = ALPHA, power: float = POWER
) -> int:
    """People per version to find a difference of two means: 63 for half a standard deviation.

    Raises ValueError unless the deviation is positive and the difference is not 0.
    """
    if deviation <= 0 or difference == 0:
        raise ValueError(f"a spread and a difference expected, not {deviation} and {difference}")
    return _whole(2 * (sum(_quantiles(alpha, power)) * deviation / difference) ** 2)


def _quantiles(alpha: float, power: float) -> tuple[float, float]:
    normal = NormalDist()
    return normal.inv_cdf(1 - alpha / 2), normal.inv_cdf(power)


def _whole(people: float) -> int:
    return ceil(min(people, _MOST) - 1e-9)
