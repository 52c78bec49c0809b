"""Run rules, set findings aside, climb the ladder. Nothing in here knows a rule by name."""
