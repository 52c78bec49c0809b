"""How much data a decision waits for."""
