"""The hero still of a wine: its bottle, a glass beside it, one light."""

from kit.frame import Frame
from kit.glass import SHAPES, bottle, goblet
from kit.label import label
from kit.palette import mix, scale
from kit.still import candle, pile
from pack import Pack
from scenes.settings import fruit, still

BANDS = {
    "rioja": (0.045, 0.142),
    "piedmont": (0.02, 0.132),
    "douro": (0.045, 0.150),
    "bordeaux": (0.045, 0.142),
    "qingtian": (0.04, 0.178),
}
ARCS = {"rioja": 1.22, "piedmont": 1.12, "douro": 1.25, "bordeaux": 1.38, "qingtian": 1.28}


def draw(f: Frame, pack: Pack, scene: str) -> None:
    """Paint it."""
    p = f.pal
    words = pack.wines[scene]
    s = still(f, zoom=f.pick(1.13, 1.0), look=f.pick(0.15, 0.14))
    capsule = {
        "rioja": (p.accent, scale(p.deep, 1.1), scale(p.wine, 1.1))[words.rank % 3],
        "piedmont": (p.accent, scale(p.shade, 0.9), p.wood)[words.rank % 3],
        "douro": ((0.15, 0.15, 0.17), p.accent, p.accent)[words.rank % 3],
        "bordeaux": (p.accent, p.deep, p.deep)[words.rank % 3],
        "qingtian": (scale(p.accent, 0.9), p.leaf_dk, p.deep)[words.rank % 3],
    }[f.region]
    tawny = scene == "tawny"
    sweet = tawny or scene == "biqi"
    sh = fruit(f)
    r = f.region
    if r == "rioja" and words.rank == 2:
        candle(s, (0.02, 0, 0.16), 0.15)
    x = (-0.115, -0.10, -0.12)[words.rank % 3]
    bottle(
        s,
        (x, 0, 0.02),
        SHAPES[r],
        label=label(r, words, p),
        band=BANDS[r],
        arc=ARCS[r],
        capsule=capsule,
        turn=0.03,
        glass=(0.10, 0.045, 0.02) if tawny else (0.045, 0.06, 0.045),
        glow=(0.20, 0.02, 0.03),
    )
    kind = {
        "rioja": "tulip",
        "piedmont": "balloon",
        "douro": "tulip",
        "bordeaux": "tulip",
        "qingtian": "tulip",
    }[r]
    wine, wine_lt = p.wine, p.wine_lt
    if tawny:
        kind, wine, wine_lt = "copita", (0.42, 0.15, 0.06), (0.86, 0.45, 0.18)
    elif scene == "biqi":
        wine = scale(p.wine, 0.6)
    elif r == "piedmont":
        wine, wine_lt = mix(p.wine, p.wine_lt, 0.25 if words.rank == 0 else 0.0), p.wine_lt
    elif r == "qingtian":
        wine, wine_lt = mix(p.wine, p.wine_lt, 0.35), p.wine_lt
    goblet(
        s,
        (x + 0.165, 0, -0.04),
        height=0.165 if sweet else 0.215,
        kind=kind,
        fill=0.42 if sweet else 0.36,
        wine=wine,
        wine_lt=wine_lt,
    )
    if r in ("qingtian", "douro") or words.rank == 1:
        size = 0.029 if r == "qingtian" else 0.017
        pile(
            s,
            sh,
            (x + 0.29, size * 0.4, 0.03),
            0.06,
            0.04,
            size * 1.1,
            size,
            16 if r == "qingtian" else 34,
        )
        if r == "qingtian":
            pile(s, sh, (x + 0.075, size * 0.4, -0.14), 0.012, 0.01, 0.0, size, 2, light=0.9)
