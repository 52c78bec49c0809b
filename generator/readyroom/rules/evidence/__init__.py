"""Evidence: what the audience said or did, before money is spent."""
