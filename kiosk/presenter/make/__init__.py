"""Making presenters of what an exhibitor has: a photograph, or somebody else's avatar."""
