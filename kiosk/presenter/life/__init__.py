"""Life beside the lips: blinks, gaze, breath, sway, nods; seeded, without Qt or numpy."""
