"""The outside world: files, settings, the clock, shipped resources. Hands plain values inwards."""
