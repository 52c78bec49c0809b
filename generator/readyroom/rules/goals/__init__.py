"""Goals: what should be different when the campaign is over, by how much, by when and why."""
