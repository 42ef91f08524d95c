"""What turns the free body data into a presenter, outside Blender."""
