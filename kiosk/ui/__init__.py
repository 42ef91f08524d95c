"""The only place that imports PySide6."""

from kiosk.ui.immortal import keep_true

keep_true()  # before anything of PySide can emit
