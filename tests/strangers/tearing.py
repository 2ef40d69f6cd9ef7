"""Where a word may be torn or glued and still be known for what it was."""
import re


def known(context, *words):
    """Whether every word is one that a reader knows."""
    return all(w.lower() in context.words for w in words)


def tears(context, text):
    """Places where a known word may be torn so that no other reading remains."""
    out = []
    for match in re.finditer(r'[A-Za-z]{6,}', text):
        before = re.search(r'([A-Za-z]+) $', text[:match.start()])
        after = re.match(r' ([A-Za-z]+)', text[match.end():])
        for cut in range(2, len(match[0]) - 1):
            left, right = match[0][:cut], match[0][cut:]
            rivals = [(before[1] + left) if before else '', (right + after[1]) if after else '']
            plain = not known(context, left) and not known(context, right)
            if known(context, match[0]) and plain and not any(r and known(context, r) for r in rivals):
                out.append(match.start() + cut)
    return out
