"""Sending the show to live rooms and into files: what needs no Qt."""
