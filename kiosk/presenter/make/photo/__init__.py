"""Make a presenter of one frontal photograph."""
