"""Pictures by which a presenter is judged: mouth shapes, expressions, speech."""
