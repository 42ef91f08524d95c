"""Samples: levels, joins, files, and comparing two recordings of the same words."""
