"""Data thresholds: how much data a decision waits for."""
