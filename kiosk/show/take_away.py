"""The visitor's list to take home: one QR code that carries all of it, without any server.

The code holds a ``data:`` address, a whole small page that a phone's browser shows offline. Its
letters are written as they are (only % and # need escaping there), so that the list can also be
read where a scanner does nothing but show the text.
"""

import html
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kiosk.errors import CodeError
from kiosk.live.codes import Code, encode, tagged
from kiosk.packs.findings import control_in
from kiosk.packs.links import LinkError, parse_link
from kiosk.packs.model import Pack

MOST = 900  # bytes: version 21 at level L, 101 modules a side, read from a screen by any phone
_PAGE = 'data:text/html;charset=utf-8,<meta name=viewport content="width=device-width">'


@dataclass(frozen=True, slots=True)
class Heart:
    """A wine a visitor keeps."""

    pack: Pack
    wine_id: str


@dataclass(frozen=True, slots=True)
class Phrases:
    """The interface's words around the list, in the visitor's language."""

    heading: str
    more: Callable[[int], str]  # "and 3 more", in its plural
    footer: str = ""  # the legal text; it is never left out


@dataclass(frozen=True, slots=True)
class TakeAway:
    """The list as it fits into one code."""

    text: str  # lines to read
    url: str  # the same as a page, at most ``most`` bytes in UTF-8
    shown: int  # wines on it
    more: int  # wines that did not fit; ``text`` and ``url`` say how many


@dataclass(frozen=True, slots=True)
class _Detail:
    """How much is told."""

    styles: bool = False
    places: bool = False
    links: int = 0  # of each winery
    linked: int = 0  # wineries that have any


# What is left out, step by step, before a wine is.
_STEPS = (
    _Detail(styles=True, places=True, links=99, linked=99),
    _Detail(places=True, links=99, linked=99),
    _Detail(places=True, links=1, linked=99),
    _Detail(links=1, linked=99),
    _Detail(links=1, linked=1),
    _Detail(),
)
_ONE_LINK = _STEPS[-2]


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    link: str = ""
    is_name: bool = False


def take_away(
    hearts: Sequence[Heart],
    language: str,
    phrases: Phrases,
    campaign: str = "",
    most: int = MOST,
) -> TakeAway:
    """The list in a language, with as much detail as fits into ``most`` bytes.

    Wineries come in the order of their first wine. Left out are, in this order: styles, all but
    one link of each winery, places, all links but the first, that too; then wines from the end,
    and their number is told. ``campaign`` tags links as ``live.codes.tagged`` does.

    Raises:
        KeyError: a wine is not in its pack.
        CodeError: the list is empty, or not even one wine fits.
    """
    kept = list(dict.fromkeys((heart.pack.id, heart.wine_id) for heart in hearts))
    if not kept:
        raise CodeError("the list is empty", advice="keep a wine first")
    packs = {heart.pack.id: heart.pack for heart in hearts}
    wines = [(packs[pack_id], wine_id) for pack_id, wine_id in kept]
    grouped = [one for pack in packs.values() for one in wines if one[0] is pack]
    for count, detail in _tries(len(grouped)):
        more = len(grouped) - count
        groups = _groups(grouped[:count], language, detail, campaign)
        url = _page(groups, phrases, more)
        if len(url.encode()) <= most:
            return TakeAway(_text(groups, phrases, more), url, count, more)
    raise CodeError(
        "not even one wine fits into the code", where=kept[0][1], advice="shorten its name"
    )


def take_away_code(one: TakeAway) -> Code:
    """The code to show for a list. Raises CodeError when it does not fit into any."""
    return encode(one.url, dense=True)


def _tries(count: int) -> Iterator[tuple[int, _Detail]]:
    """How many wines and how much of them, the most first."""
    yield from ((count, detail) for detail in _STEPS)
    # Wines have to go: then one link is worth more than the last of them.
    yield from ((fewer, _ONE_LINK) for fewer in range(count - 1, 0, -1))
    yield from ((fewer, _STEPS[-1]) for fewer in range(count - 1, 0, -1))


def _groups(
    wines: list[tuple[Pack, str]], language: str, detail: _Detail, campaign: str
) -> list[list[_Line]]:
    """The lines of each winery."""
    groups: list[list[_Line]] = []
    for pack in {pack.id: pack for pack, _ in wines}.values():
        words = pack.words_in(language)
        place = f" · {words.place}" if detail.places and words.place else ""
        lines = [_Line(_clean(words.name + place), is_name=True)]
        for its, wine_id in wines:
            if its is pack:
                lines.append(_Line(_wine(pack, wine_id, language, with_style=detail.styles)))
        if len(groups) < detail.linked:
            lines += _links(pack, language, campaign)[: detail.links]
        groups.append(lines)
    return groups


def _wine(pack: Pack, wine_id: str, language: str, *, with_style: bool) -> str:
    vintage = pack.wine(wine_id).vintage
    told = pack.words_in(language).wines.get(wine_id)
    name = told.name if told is not None and told.name else wine_id
    if vintage is not None and str(vintage) not in name:
        name = f"{name} {vintage}"
    return _clean(f"{name} · {told.style}" if with_style and told and told.style else name)


def _links(pack: Pack, language: str, campaign: str) -> list[_Line]:
    """The pack's rooms that have a link; those that are an app's picture cannot be carried."""
    found = []
    for room in pack.rooms:
        try:
            # A second look: packs can also come from elsewhere than the reader.
            url = tagged(parse_link(room.url).url, campaign)
        except LinkError:
            continue
        name = pack.words_in(language).rooms.get(room.id) or room.id
        found.append(_Line(_clean(name), url))
    return found


def _text(groups: list[list[_Line]], phrases: Phrases, more: int) -> str:
    lines = [_clean(phrases.heading)]
    for group in groups:
        lines += ["", *(f"{one.text}: {one.link}" if one.link else one.text for one in group)]
    lines += ["", *_end(phrases, more)]
    return "\n".join(lines).rstrip("\n")


def _page(groups: list[list[_Line]], phrases: Phrases, more: int) -> str:
    parts = [f"<h3>{_safe(phrases.heading)}</h3>"]
    parts += ["<p>" + "<br>".join(_markup(one) for one in group) for group in groups]
    parts += [f"<p>{_safe(line)}" for line in _end(phrases, more)]
    # A browser takes # for the end of the page and % for a letter in figures.
    return _PAGE + "".join(parts).replace("%", "%25").replace("#", "%23")


def _end(phrases: Phrases, more: int) -> list[str]:
    lines = [phrases.more(more) if more else "", phrases.footer]
    return [_clean(line) for line in lines if line]


def _markup(line: _Line) -> str:
    if line.link:
        return f'<a href="{html.escape(line.link)}">{_safe(line.text)}</a>'
    return f"<b>{_safe(line.text)}</b>" if line.is_name else _safe(line.text)


def _safe(text: str) -> str:
    """Text between tags: quotation marks may stay there as they are."""
    return html.escape(_clean(text), quote=False)


def _clean(text: str) -> str:
    """One line without characters that only have an effect; a browser would drop breaks."""
    shown = "".join(" " if control_in(letter) else letter for letter in text)
    return " ".join(shown.split())
