"""One function per picture; each takes a frame and paints it."""
