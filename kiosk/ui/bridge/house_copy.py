"""The house's rooms as QML reads them: lists of plain values."""

from collections.abc import Iterable, Sequence

from kiosk.show.house import Leaf, LiveRoom, StopCard, WineCard

Rows = list[dict[str, object]]


def leaves_of(leaves: Iterable[Leaf]) -> Rows:
    """Chapters or steps."""
    return [
        {
            "scene": leaf.scene,
            "mark": leaf.mark,
            "title": leaf.title,
            "line": leaf.line,
            "step": leaf.step,
        }
        for leaf in leaves
    ]


def wines_of(wines: Iterable[WineCard]) -> Rows:
    """Wines, with the URL of the picture and the subject's place in it."""
    return [
        {
            "id": wine.id,
            "scene": wine.scene,
            "name": wine.name,
            "style": wine.style,
            "picture": wine.picture.path.as_uri(),
            "focusX": wine.picture.focus.x,
            "focusY": wine.picture.focus.y,
            "facts": list(wine.facts),
            "nose": wine.nose,
            "palate": wine.palate,
            "pairing": list(wine.pairing),
            "flavour": list(wine.flavour),
        }
        for wine in wines
    ]


def stops_of(stops: Iterable[StopCard]) -> Rows:
    """Stops of the walk, each with its spots."""
    return [
        {
            "id": stop.id,
            "mark": stop.mark,
            "title": stop.title,
            "spots": [
                {
                    "right": spot.right,
                    "up": spot.up,
                    "scene": spot.scene,
                    "to": spot.to,
                    "name": spot.name,
                }
                for spot in stop.spots
            ],
        }
        for stop in stops
    ]


def rooms_of(rooms: Iterable[LiveRoom], codes: Sequence[tuple[str, int]]) -> Rows:
    """Live rooms, each with its code's URL and modules (0: an image issued by the platform)."""
    return [
        {
            "id": room.room.id,
            "platform": room.room.platform,
            "wine": room.wine,
            "watch": room.watch,
            "name": room.text.name,
            "state": room.text.state,
            "invitation": room.text.invitation,
            "timetable": list(room.text.timetable),
            "notice": room.text.notice,
            "code": code,
            "modules": modules,
        }
        for room, (code, modules) in zip(rooms, codes, strict=True)
    ]
