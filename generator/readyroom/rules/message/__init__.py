"""Message: what people should remember and do, and whether it is true."""
