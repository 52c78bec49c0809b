"""What is found in the neighbour when nothing misbehaves."""

from __future__ import annotations

from typing import Any

import pytest

from .cases import NEIGHBOUR, findings, playbook, report, write


@pytest.fixture(scope="session")
def alone(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """The diagnostics of the neighbour in a playbook of its own."""
    return findings(report(write(tmp_path_factory.mktemp("alone"), playbook()))[1], NEIGHBOUR)
