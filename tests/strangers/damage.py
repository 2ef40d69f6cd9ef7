"""The registry of damages, and how much of each a level does. Each follows one line of what real workbooks show."""
import random
from collections import Counter
from dataclasses import dataclass, field

from codification import known_words, words_of
from provable import Laws

LEVELS = ('undamaged', 'light', 'medium', 'heavy', 'storm')
REGISTRY = []


@dataclass(frozen=True)
class Damage:
    """One damage: its rate at each level is a chance per cell, row or page, as the damage sees fit."""
    name: str
    line: str
    apply: object
    rates: tuple

    def rate(self, level):
        """The rate at a level."""
        return (0, *self.rates)[LEVELS.index(level)]


def damage(line, light=0.0, medium=0.0, heavy=0.0, storm=0.0):
    """Puts a damage into the registry, with the line that it follows."""
    def register(function):
        REGISTRY.append(Damage(function.__name__, line, function, (light, medium, heavy, storm)))
        return function
    return register


@dataclass
class Context:
    """What damages share: chance, the laws that prove amounts, and the words that a reader can know."""
    rng: random.Random
    pages: list
    laws: Laws
    words: frozenset
    done: Counter = field(default_factory=Counter)

    def hit(self, rate):
        """True as often as the rate says."""
        return self.rng.random() < rate

    def spoil(self, slot, value, name, format=None):
        """A new value for a slot that no other damage may touch."""
        slot.value, slot.format, slot.spoiled = value, format, True
        self.done[name] += 1

    def claim(self, page, row, column, enough=2):
        """Whether an amount may be spoiled beyond reading: with too few laws asking is as right as answering."""
        laws = self.laws.claim(page, row, column)
        if not laws:
            return False
        if len(laws) < enough:
            row.asked.add(column)
            for suspect, its_column in self.laws.suspects(laws):
                suspect.suspect.add(its_column)
        return True


def document_words(pages):
    """Words that the codification knows, or that a document writes whole at least three times."""
    seen = Counter(w for p in pages for r in p.table.rows for text in r.cells.values() for w in set(words_of(text)))
    return known_words() | {w for w, n in seen.items() if n >= 4}


def harm(pages, seed, level):
    """Damages the pages of one workbook."""
    rng = random.Random(f'damage {level} {seed}')
    context = Context(rng, pages, Laws(pages), document_words(pages))
    for one in REGISTRY:
        rate = one.rate(level)
        if rate:
            for page in pages:
                one.apply(context, page, rate)
    return context
