"""Team: who decides, who does what, and when the team meets."""
