"""Sorting: a table running away from the viewer, fruit under the light."""

import numpy as np

from kit.frame import Frame
from kit.growth import spray
from kit.palette import mix, scale
from kit.rooms import floor, masonry, window
from kit.space import Camera, Light, Stage, turned
from kit.sprites import cluster
from kit.still import pile
from pack import Pack
from scenes.settings import LIGHTS, fruit, open_air
from scenes.shade import cloud_shade, right_shade


def room(f: Frame, s: Stage) -> None:
    """What is behind the table."""
    p = f.pal
    if f.region == "qingtian":
        open_air(f)
        return
    f.canvas.clear(0xFF000000)
    wall = {
        "rioja": mix(p.earth, p.stone, 0.45),
        "piedmont": mix(p.stone, p.wood, 0.4),
        "douro": p.stone,
        "bordeaux": p.stone_lt,
    }[f.region]
    if f.region in ("douro", "piedmont"):
        masonry(
            s,
            np.asarray([-7.0, -1.0, 3.2]),
            np.asarray([20.0, 0, 0]),
            np.asarray([0, 3.4, 0]),
            scale(wall, 0.8),
            course=0.24,
            block=0.5,
        )
    else:
        s.plane((-8, -1, 3.2), (22, 0, 0), (0, 4.2, 0), wall, k=12)
    floor(s, scale(p.stone, 0.5), near=-1.2, far=3.2, wide=12, y=-0.9, flags=0.8)
    f.expose(
        0.24
        + 0.55
        * f.pool(f.pick(0.40, 0.5), f.pick(0.20, 0.16), f.pick(0.32, 0.6), f.pick(0.4, 0.25), 1.1)
    )
    if f.region in ("bordeaux", "rioja"):
        for x in (-1.45, -0.35, 0.75) if f.region == "bordeaux" else (-0.95,):
            window(
                s,
                (x, 0.35, 3.1),
                0.62,
                0.95,
                mix(p.sky_lt, p.sun, 0.3),
                scale(wall, 0.7),
                (2, 3),
                0.2,
                arch=f.region == "bordeaux",
            )


def draw(f: Frame, pack: Pack, scene: str) -> None:
    """Paint it."""
    p = f.pal
    r = f.region
    _at, key, amb = LIGHTS[r]
    cam = Camera(
        f,
        (-0.36, 0.66, -1.45),
        (-0.02, 0.0, 0.45),
        f.pick(1.35, 1.75),
        (f.x(f.pick(0.45, 0.52)), f.y(f.pick(0.44, 0.36))),
    )
    light = Light((-0.5, 1.0, 0.5), scale(key, 1.0), amb, near=True, reach=1.3)
    light.key = tuple(3.8 * k for k in key)  # type: ignore[assignment]
    s = Stage(f, cam, light)
    room(f, s)
    sh = fruit(f)
    half, near, far = 0.33, -0.55, 2.9
    top = {
        "rioja": (0.30, 0.33, 0.32),
        "piedmont": mix(p.wood_lt, p.stone, 0.2),
        "douro": mix(p.stone, p.stone_lt, 0.3),
        "bordeaux": mix(p.metal, (1, 1, 1), 0.15),
        "qingtian": mix(p.stone, p.shade, 0.4),
    }[r]
    tex = {
        "rioja": "plain",
        "piedmont": "wood",
        "douro": "stone",
        "bordeaux": "iron",
        "qingtian": "stone",
    }[r]
    wide = half * (2.6 if r == "qingtian" else 1)
    s.plane((-wide, -0.9, near), (2 * wide, 0, 0), (0, 0.9, 0), scale(top, 0.4), k=10, tex=tex)
    s.plane((-wide, -0.9, near), (0, 0, far), (0, 0.9, 0), scale(top, 0.3), k=10, tex=tex)
    s.plane((-wide, 0, near), (2 * wide, 0, 0), (0, 0, far - near), top, k=30, tex=tex, grain=500)
    if r in ("rioja", "bordeaux"):
        steel = mix(p.metal, (1, 1, 1), 0.2)
        for x in (-half - 0.03, half):
            s.box((x, -0.06, near), (0.03, 0.14, far - near), steel, tex="iron", k=16)
        t = np.linspace(0, np.pi, 10)
        roller = np.stack([np.full(10, 0.045), np.linspace(-half, half, 10)], 1)
        s.lathe(roller, (0, -0.045, near), steel, axis=(1, 0, 0), tex="iron", gloss=0.5)
        del t
    if r == "piedmont":
        for x in np.linspace(-half, half, 6):
            s.trail(np.asarray([[x, 0, near], [x, 0, far]]), scale(top, 0.3), 2.0, 0.7)
    if r == "qingtian":
        trays(s, sh)
    elif r == "bordeaux":
        for z in np.arange(2.6, -0.5, -0.22):
            pile(
                s,
                sh,
                (f.rng.uniform(-0.03, 0.03), 0.006, z),
                half * 0.86,
                0.14,
                0.008,
                0.019,
                int(150 - 20 * abs(z)),
                square=True,
            )
        for z in np.arange(-0.5, 2.7, 0.06):
            s.trail(
                np.asarray([[-half, -0.002, z], [-half + 0.02, -0.002, z]]),
                scale(p.metal, 0.3),
                1.5,
            )
    else:
        spots = [
            (float(f.rng.uniform(-0.25, 0.25)), float(z))
            for z in np.arange(2.6, -0.42, -0.10 if r == "rioja" else -0.12)
        ]
        for x, z in spots:
            c = (x, 0.02, z)
            m, k = s.cam.see(c), s.cam.px(c)
            size = 0.17 * k * float(f.rng.uniform(0.8, 1.1))
            f.oval(
                m[0] + size * 0.12,
                m[1] + size * 0.22,
                size * 0.4,
                size * 0.2,
                (0.02, 0.02, 0.02),
                0.5,
                tex="plain",
                blur=size * 0.04 / f.u,
            )
            near_light = float(np.clip(1.15 - 0.33 * abs(z - 0.35), 0.35, 1.0))
            cluster(
                f,
                sh,
                (float(m[0]), float(m[1] - size * 0.42)),
                size,
                lean=float(f.rng.uniform(-0.6, 0.6)),
                count=56,
                light=near_light,
            )
            if f.rng.uniform() < 0.2:
                spray(f, m + f.rng.uniform(-40, 40, 2) * f.u, 0.09 * k, p.leaf_lt, p.leaf, 1, 3)
        pile(s, sh, (0.05, 0.008, 0.0), 0.25, 0.5, 0.0, 0.019, 36)
    if r == "douro":
        for x in (-half - 0.1, half):
            s.box((x, -0.1, near), (0.1, 0.2, far - near), p.stone_lt, tex="stone", k=14)
    if r not in ("qingtian",):
        lamp(s, 0.0, 0.78, 0.75)
    if r == "bordeaux":  # steel is bright; type stands on it
        cloud_shade(f, 0.56, 0.80, 0.45)
    right_shade(f, 0.45)


def lamp(s: Stage, x: float, y: float, z: float) -> None:
    """A shaded lamp over the table."""
    f = s.f
    s.trail(np.asarray([[x, 3.0, z], [x, y + 0.1, z]]), (0.05, 0.05, 0.05), 3)
    prof = np.asarray([[0.17, 0.0], [0.13, 0.05], [0.04, 0.10], [0.015, 0.13]])
    s.lathe(prof, (x, y, z), mix(f.pal.metal, f.pal.accent, 0.35), gloss=0.3, tex="iron")
    p, n = turned(np.asarray([[0.001, 0.005], [0.165, 0.0]]), (x, y, z))
    s.mesh(p, -n, (1, 1, 1), shade=np.ones((*p.shape[:2], 3)) * np.asarray(f.pal.sun), cull=False)
    q = s.cam.see((x, y - 0.03, z))
    f.oval(q[0], q[1], 150 * f.u, 90 * f.u, f.pal.sun, 0.22, tex="plain", blur=50)


def trays(s: Stage, sh: object) -> None:
    """Round winnowing trays of bayberries on a stone slab."""
    f, p = s.f, s.f.pal
    for x, z, rad in (
        (0.55, 1.5, 0.34),
        (-0.30, 1.35, 0.36),
        (0.42, 0.62, 0.33),
        (-0.22, 0.22, 0.36),
    ):
        cane = mix(p.wood_lt, p.paper, 0.45)
        prof = np.asarray([[rad * 0.9, 0.0], [rad, 0.035], [rad * 1.02, 0.05]])
        s.shadow(turned(prof, (x, 0, z))[0], 0.0, 0.6, 8)
        s.contact((x, 0, z), rad * 0.95, 0.7)
        from kit.solids import disc, ring  # noqa: PLC0415 - only the trays need them

        disc(s, (x, 0.012, z), (0, 1, 0), rad * 0.95, scale(cane, 0.95), tex="cloth")
        for k in np.linspace(-0.85, 0.85, 19):
            w = np.sqrt(1 - k * k) * rad * 0.92
            s.trail(
                np.asarray([[x - w, 0.014, z + k * rad], [x + w, 0.014, z + k * rad]]),
                scale(cane, 0.6),
                1.2,
                0.4,
            )
            s.trail(
                np.asarray([[x + k * rad, 0.014, z - w], [x + k * rad, 0.014, z + w]]),
                scale(cane, 0.6),
                1.2,
                0.4,
            )
        pile(s, sh, (x, 0.028, z), rad * 0.72, rad * 0.72, 0.03, 0.042, 110)  # type: ignore[arg-type]
        s.lathe(prof, (x, 0, z), cane, tex="cloth")
        s.trail(ring((x, 0.05, z), (0, 1, 0), rad * 1.02), mix(cane, (1, 1, 1), 0.3), 3.5, 0.8)
        for _ in range(4):
            a = f.rng.uniform(0, 6.28)
            q = s.cam.see((x + rad * 0.75 * np.cos(a), 0.03, z + rad * 0.75 * np.sin(a)))
            sh.stamp(
                f,
                "leaf",
                q[None],
                0.14 * s.cam.px((x, 0, z)),
                float(f.rng.uniform(0, 6)),
                np.full((1, 3), 0.9),
            )  # type: ignore[attr-defined]
