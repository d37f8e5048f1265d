"""Mean labels of class tokens, computed so that no row sees the labels of its own fold."""

import numpy as np

SMOOTHING = 3.0
LEAST_DOMAINS = 3


class TokenSums:
    """Weighted label sums by token and fold, over the blocks at and below the elements that carry the token."""

    def __init__(self, table, weights, folds, domains, pages_used):
        self.table, self.folds = table, folds
        unique, token = np.unique(table.tokens[:, 1], return_inverse=True)
        self.hashes = unique.astype(np.uint32)
        element = table.tokens[:, 0]
        # Sums of weight and of weight x label over all blocks inside each element, children first.
        count = len(table.elements)
        total, positive = np.zeros(count), np.zeros(count)
        np.add.at(total, table.element, weights)
        np.add.at(positive, table.element, weights * (table.labels >= 0.5))
        depth, parent = table.elements[:, 2], table.elements[:, 1]
        for level in range(int(depth.max()), 0, -1):
            at = np.flatnonzero(depth == level)
            np.add.at(total, parent[at], total[at])
            np.add.at(positive, parent[at], positive[at])
        page = table.elements[element, 0]
        used = pages_used[page]
        element, token, page = element[used], token[used], page[used]
        fold = folds[page]
        self.fold_count = int(folds.max()) + 1
        shape = (len(unique), self.fold_count)
        self.total, self.positive = np.zeros(shape), np.zeros(shape)
        # A page speaks once for a token: its mean label, however often the token occurs there.
        pair, inverse = np.unique(page.astype(np.int64) * len(unique) + token, return_inverse=True)
        pair_total, pair_positive = np.bincount(inverse, total[element]), np.bincount(inverse, positive[element])
        has = pair_total > 0
        pair, mean = pair[has], pair_positive[has] / pair_total[has]
        pair_page, pair_token = pair // len(unique), pair % len(unique)
        np.add.at(self.total, (pair_token, folds[pair_page]), 1.0)
        np.add.at(self.positive, (pair_token, folds[pair_page]), mean)
        # Domains lie in one fold each, so that their numbers add up over folds.
        domain_pair = np.unique(domains[pair_page].astype(np.int64) * len(unique) + pair_token)
        self.domains = np.zeros(shape)
        fold_of_domain = np.zeros(int(domains.max()) + 1, int)
        fold_of_domain[domains] = folds
        np.add.at(self.domains, (domain_pair % len(unique), fold_of_domain[domain_pair // len(unique)]), 1.0)
        self.prior = float(self.positive.sum() / self.total.sum())
        self.all_token, self.all_element = np.unique(table.tokens[:, 1], return_inverse=True)[1], table.tokens[:, 0]

    def scores(self, left_out):
        """Scores in 255ths as floats, NaN where too few domains; folds in `left_out` do not count."""
        keep = [fold for fold in range(self.fold_count) if fold not in left_out]
        total, positive = self.total[:, keep].sum(1), self.positive[:, keep].sum(1)
        score = (positive + SMOOTHING * self.prior) / (total + SMOOTHING)
        score = np.round(score * 255) / 255
        score[self.domains[:, keep].sum(1) < LEAST_DOMAINS] = np.nan
        return score

    def block_scores(self, left_out=()):
        """The token features of all blocks, each scored without its own fold and those left out; as token-scores.ts does."""
        table = self.table
        parent, depth = table.elements[:, 1], table.elements[:, 2]
        count = len(table.elements)
        by_fold = np.stack([self.scores({fold, *left_out}) for fold in range(self.fold_count)], 1)
        value = by_fold[self.all_token, self.folds[table.elements[self.all_element, 0]]]
        known = ~np.isnan(value)
        element, value = self.all_element[known], value[known]
        own = np.zeros((count, 4))
        own[:, 1] = 1
        np.maximum.at(own[:, 0], element, value)
        np.minimum.at(own[:, 1], element, value)
        np.add.at(own[:, 2], element, value)
        np.add.at(own[:, 3], element, 1)
        up = own.copy()
        for level in range(1, int(depth.max()) + 1):
            at = np.flatnonzero(depth == level)
            up[at] = merge(up[at], up[parent[at]])
        e0 = table.element
        e1 = parent[e0]
        e2 = parent[e1]
        e3 = parent[e2]
        e4 = parent[e3]
        near = np.where((e3 != e2)[:, None], merge(own[e2], own[e3]), own[e2])
        return np.concatenate([finish(level) for level in (own[e0], own[e1], near, up[e4])], 1).astype(np.float32)


def merge(a, b):
    return np.stack(
        [np.maximum(a[:, 0], b[:, 0]), np.minimum(a[:, 1], b[:, 1]), a[:, 2] + b[:, 2], a[:, 3] + b[:, 3]], 1
    )


def finish(level):
    none = level[:, 3] == 0
    mean = level[:, 2] / np.maximum(level[:, 3], 1)
    return np.stack(
        [np.where(none, -1, level[:, 0]), np.where(none, -1, level[:, 1]), np.where(none, -1, mean), level[:, 3]], 1
    )
