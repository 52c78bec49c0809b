"""Whether a brief speaks to the team's own people, whom nothing has to be sold to."""

from __future__ import annotations

from readyroom.languages.matching import words
from readyroom.model.brief import Brief


def is_internal(brief: Brief) -> bool:
    """Whether it is tagged `internal` or every group in Audience is one of one's own people."""
    if "internal" in brief.front.texts("tags"):
        return True
    own = words("own_people", brief.language)
    audience = brief.items("audience")
    return bool(audience) and all(group.text in own for group in audience)
