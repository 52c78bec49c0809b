"""One brief in five languages gets one judgement."""
