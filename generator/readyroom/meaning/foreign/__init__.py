"""Whether a plan that somebody else wrote, in whatever form, says the few things a brief must."""
