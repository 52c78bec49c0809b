"""How many people a test needs, against the figures of standard tables."""

from __future__ import annotations

import pytest

from readyroom.meaning.sample_size import for_means, for_proportions


@pytest.mark.parametrize(
    ("one", "other", "people"),
    [
        (0.05, 0.06, 8158),
        (0.04, 0.055, 3156),
        (0.10, 0.15, 686),
        (0.30, 0.40, 356),
        (0.50, 0.60, 388),
        (0.60, 0.50, 388),
        (0.0, 0.5, 11),
    ],
)
def test_two_proportions(one: float, other: float, people: int) -> None:
    assert for_proportions(one, other) == people


@pytest.mark.parametrize(
    ("deviation", "difference", "people"),
    [(1, 0.2, 393), (1, 0.5, 63), (1, 0.8, 25), (10, 5, 63), (10, -5, 63)],
)
def test_two_means(deviation: float, difference: float, people: int) -> None:
    assert for_means(deviation, difference) == people


def test_more_power_needs_more_people() -> None:
    assert for_proportions(0.05, 0.06, power=0.9) == 10921


@pytest.mark.parametrize(("one", "other"), [(0.5, 0.5), (-0.1, 0.5), (0.5, 1.2)])
def test_impossible_shares(one: float, other: float) -> None:
    with pytest.raises(ValueError, match="shares expected"):
        for_proportions(one, other)


@pytest.mark.parametrize(("deviation", "difference"), [(0, 1), (1, 0)])
def test_no_spread_or_difference(deviation: float, difference: float) -> None:
    with pytest.raises(ValueError, match="difference expected"):
        for_means(deviation, difference)
