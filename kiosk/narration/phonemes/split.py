"""Finds which sounds of a clause belong to which word.

A clause is phonemised whole, because sounds change at word borders (French liaison,
Spanish softening), and espeak-ng sometimes writes two words as one. Each word is also
phonemised alone; the two are aligned by edit distance and the clause is cut there.
"""

_MISMATCH = 1.5
_SPACE = 0.5  # a space that only one side has
_NEVER = 9.0  # a space against a sound


def split_by_words(clause: str, words: list[str]) -> list[str]:
    """The clause's symbols cut into one string per word, spaces kept at the end of a piece.

    ``clause`` is the whole, ``words`` what each word sounds like alone, in the same
    symbols. Joining the answer gives the clause again.
    """
    if not words:
        return []
    pieces = clause.split()
    counts = [len(word.split()) for word in words]
    if sum(counts) == len(pieces) and all(counts):
        cut: list[str] = []
        for count in counts:
            cut.append(" ".join(pieces[:count]) + " ")
            pieces = pieces[count:]
        cut[-1] = cut[-1].rstrip()
        return cut
    borders = _borders(clause, words)
    starts = [0, *borders]
    ends = [*borders, len(clause)]
    return [clause[start:end] for start, end in zip(starts, ends, strict=True)]


def _price(one: str, other: str) -> float:
    if one == other:
        return 0.0
    return _NEVER if " " in (one, other) else _MISMATCH


def _gap(symbol: str) -> float:
    return _SPACE if symbol == " " else 1.0


def _borders(clause: str, words: list[str]) -> list[int]:
    """Where in ``clause`` each word but the last ends, by least edit distance."""
    alone = " ".join(words)
    cost = [[0.0] * (len(alone) + 1) for _ in range(len(clause) + 1)]
    for row, symbol in enumerate(clause, 1):
        cost[row][0] = cost[row - 1][0] + _gap(symbol)
    for column, symbol in enumerate(alone, 1):
        cost[0][column] = cost[0][column - 1] + _gap(symbol)
    for row, here in enumerate(clause, 1):
        for column, there in enumerate(alone, 1):
            cost[row][column] = min(
                cost[row - 1][column - 1] + _price(here, there),
                cost[row - 1][column] + _gap(here),
                cost[row][column - 1] + _gap(there),
            )
    reached = _trace(cost, clause, alone)
    borders: list[int] = []
    at = 0
    for word in words[:-1]:
        at += len(word) + 1  # past the space that follows the word
        borders.append(max(reached[at], borders[-1] if borders else 0))
    return borders


def _trace(cost: list[list[float]], clause: str, alone: str) -> list[int]:
    """For each position of ``alone`` the position of ``clause`` it is aligned with."""
    row, column = len(clause), len(alone)
    reached = [0] * (column + 1)
    reached[column] = row
    while row or column:
        here = cost[row][column]
        if row and column and here == cost[row - 1][column - 1] + _price(
            clause[row - 1], alone[column - 1]
        ):
            row, column = row - 1, column - 1
        elif column and here == cost[row][column - 1] + _gap(alone[column - 1]):
            column -= 1
        else:
            row -= 1
        reached[column] = row
    return reached
