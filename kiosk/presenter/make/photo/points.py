"""Which of the 468 face points lie where: the numbers of MediaPipe's face mesh topology.

Left and right are the person's own; each run goes from the person's right to left, that is from
left to right in the picture, unless it is said otherwise.
"""

from __future__ import annotations

UPPER_INNER = (78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308)
LOWER_INNER = (78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308)
UPPER_OUTER = (61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291)
LOWER_OUTER = (61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291)

EYES = ("right", "left")
# from corner to corner
UPPER_LID = {
    "right": (33, 246, 161, 160, 159, 158, 157, 173, 133),
    "left": (362, 398, 384, 385, 386, 387, 388, 466, 263),
}
LOWER_LID = {
    "right": (33, 7, 163, 144, 145, 153, 154, 155, 133),
    "left": (362, 382, 381, 380, 374, 373, 390, 249, 263),
}
BROW = {
    "right": (70, 63, 105, 66, 107, 55, 65, 52, 53, 46),
    "left": (336, 296, 334, 293, 300, 276, 283, 282, 295, 285),
}

# round the face, clockwise in the picture, from the middle of the forehead
OVAL = (
    10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377,
    152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
)  # fmt: skip
FOREHEAD, CHIN = 10, 152
RIGHT_SIDE, LEFT_SIDE = 234, 454
NOSE_TIP = 4
CHEEKS = {"right": (50, 101, 118, 117, 205), "left": (280, 330, 347, 346, 425)}

# moved least by expressions: these tell how the head is turned
FIRM = (
    6, 168, 197, 195, 5, 4, 1, 19, 2, 98, 327, 33, 133, 362, 263, 127, 356, 234, 454, 93, 323,
    10, 109, 338, 54, 284, 21, 251, 162, 389, 151, 9, 8, 129, 358, 50, 280, 101, 330,
)  # fmt: skip
