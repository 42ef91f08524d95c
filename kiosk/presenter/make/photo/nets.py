"""The three small networks that look at a photograph; assets/models/face says where they are from.

They run in OpenCV on the CPU, a few milliseconds each. Its newer engine loses the detector's
second output, so the classic one is asked for.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import cv2
import numpy as np

from kiosk import resources
from kiosk.errors import PresenterError

from .pixels import Floats, Picture

DETECTOR_SIDE = 128
LANDMARK_SIDE = 192
PERSON_SIDE = 256
LANDMARKS = 468


class Nets:
    """The networks, each loaded when first asked for."""

    def __init__(self, folder: Path | None = None) -> None:
        """`folder` holds the three files; by default the shipped one."""
        self._folder = folder or resources.face_models()

    def faces(self, square: Picture) -> tuple[Floats, Floats]:
        """Look for faces in a square BGR picture.

        Returns:
            boxes (896, 16): middle x, y, width, height, then six points (the person's right eye,
            left eye, nose, mouth, right ear, left ear) relative to the anchors, in units of 1/128
            of the side; scores (896,), 0-1.
        """
        blob = cv2.dnn.blobFromImage(
            square, 1 / 127.5, (DETECTOR_SIDE, DETECTOR_SIDE), (127.5,) * 3, swapRB=True
        )
        self._detector.setInput(blob)
        boxes, scores = self._detector.forward(["regressors", "classificators"])
        likely = 1 / (1 + np.exp(-np.clip(scores.reshape(-1), -50, 50)))
        return boxes.reshape(-1, 16).astype(np.float32), likely.astype(np.float32)

    def landmarks(self, crop: Picture) -> tuple[Floats, float]:
        """Find the 468 points in a BGR crop of `LANDMARK_SIDE` pixels, eyes level.

        Returns:
            points (468, 3) in pixels of the crop, z towards the back in the same unit; and how
            likely it is a face, 0-1.
        """
        self._landmark.setInput(cv2.dnn.blobFromImage(crop, 1 / 255, swapRB=True))
        points, score = self._landmark.forward(["conv2d_21", "conv2d_31"])
        likely = 1 / (1 + np.exp(-float(score.reshape(-1)[0])))
        return points.reshape(LANDMARKS, 3).astype(np.float32), likely

    def person(self, picture: Picture) -> Floats:
        """Say for a BGR picture (h, w, 3) how likely each pixel is a person: (256, 256), 0-1."""
        small = cv2.resize(picture, (PERSON_SIDE, PERSON_SIDE), interpolation=cv2.INTER_AREA)
        self._person.setInput(cv2.dnn.blobFromImage(small, 1 / 255, swapRB=True))
        return np.asarray(self._person.forward(), np.float32).reshape(PERSON_SIDE, PERSON_SIDE)

    @cached_property
    def _detector(self) -> cv2.dnn.Net:
        return self._load("face_detection_short_range.tflite")

    @cached_property
    def _landmark(self) -> cv2.dnn.Net:
        return self._load("face_landmark.tflite")

    @cached_property
    def _person(self) -> cv2.dnn.Net:
        return self._load("selfie_segmentation.tflite")

    def _load(self, name: str) -> cv2.dnn.Net:
        path = self._folder / name
        try:
            return cv2.dnn.readNetFromTFLite(str(path), cv2.dnn.ENGINE_CLASSIC)
        except cv2.error as error:
            raise PresenterError(
                "the network cannot be loaded", where=str(path), advice="install Cellarcast again"
            ) from error
