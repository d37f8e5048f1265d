"""What the trees minimise: the log loss of each block, and beside it 1 - F1 of each page, with probabilities for what is kept."""

import numpy as np

# A page of fewer words counts as if it had so many.
LEAST_WORDS = 5.0
# Curvature that F1 has none of by itself, as a share of its slope.
CURVATURE = 0.25


def block_and_page_loss(labels, weights, pages, words, page_weights, strength):
    """
    An objective for LightGBM over rows of blocks. `words` by row, reweighted as the rows were sampled; `page_weights` by
    row what F1 of its page counts; `strength` says how many rows of average weight one page's F1 is worth.
    """
    count = int(pages.max()) + 1
    true = np.bincount(pages, words * labels, count)
    page_weights = strength * page_weights * (true > 0)[pages]

    def loss(scores, _):
        p = 1 / (1 + np.exp(-scores))
        slope = p * (1 - p)
        both = np.bincount(pages, words * p, count) + true
        f1 = (2 * np.bincount(pages, words * p * labels, count) / np.maximum(both, 1e-9))[pages]
        share = page_weights * words / np.maximum(both, LEAST_WORDS)[pages] * slope
        gradient = weights * (p - labels) - share * (2 * labels - f1)
        curvature = weights * slope + CURVATURE * share * np.where(labels, 2 - f1, f1)
        return gradient, curvature

    return loss
