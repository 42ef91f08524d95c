"""Maps without a network: coasts, outlines, distances, and charts engraved from them."""
