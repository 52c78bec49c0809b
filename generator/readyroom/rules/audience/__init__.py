"""Audience: whom the campaign is for, whom it is not for, and what we know about them."""
