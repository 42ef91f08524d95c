"""The cut-away drawings of the making: line work drawn once, over which QML moves little things."""
