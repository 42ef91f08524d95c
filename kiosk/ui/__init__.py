"""The only place that imports PySide6."""

from kiosk.ui.immortal import keep_constants

keep_constants()  # before anything of PySide can emit
