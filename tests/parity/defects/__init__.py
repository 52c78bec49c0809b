"""Single defects: each is made in one brief in five languages and must be found, alone."""

from __future__ import annotations

from . import app_launch, email_reactivation, monthly_tip, repair_evenings

_FILES = (email_reactivation, app_launch, repair_evenings, monthly_tip)
DEFECTS = tuple(defect for file in _FILES for defect in file.DEFECTS)
