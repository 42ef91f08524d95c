"""Cellarcast: a winery's story, told by a digital human on a booth touchscreen."""

__version__ = "0.1.0"
