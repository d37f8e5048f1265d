"""Which blocks to keep, given their probabilities: the mirror of src/html/select.ts."""

import numpy as np

LEAST_EXPECTED = 15.0
SAME_WORDS = 6
# As in src/html/extract-by-model.ts.
ARTICLE_RECALL = 0.8
OTHER_RECALL = 1.6
OTHER = 0.3


def recall_on(likeness, is_product, article):
    """What recall weighs on a page so like an article; from `article` on it is one."""
    if likeness >= article:
        return ARTICLE_RECALL
    return OTHER_RECALL if likeness < OTHER and not is_product else 1.0


def choose(probability, words, groups, recall=1.0):
    """Indices of the kept blocks, ascending. `groups` numbers equal texts; of long equal ones the likeliest stays. `recall` is beta squared."""
    order = np.lexsort((np.arange(len(probability)), -probability))
    seen, p = set(), probability.copy()
    for at in order:
        if words[at] < SAME_WORDS:
            continue
        if groups[at] in seen:
            p[at] = 0
        seen.add(groups[at])
    expected = p * words
    total = expected.sum()
    if total < LEAST_EXPECTED:
        return np.array([], int)
    order = np.lexsort((np.arange(len(p)), -p))
    shared, kept = np.cumsum(expected[order]), np.cumsum(words[order])
    best = int(np.argmax(shared / (kept + recall * total)))
    return np.sort(order[: best + 1])
