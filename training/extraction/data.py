"""Feature tables as dump.ts writes them, and word F1 over them. Numbers only; no page is read here."""

import json
import os

import numpy as np

PATH_SHARE = 0.4


class Table:
    """One or more dumped sets, joined. Blocks, elements and pages are numbered through."""

    def __init__(self, folders):
        parts = [self._read(folder) for folder in folders]
        self.meta = parts[0]["meta"]
        self.columns = self.meta["columns"]
        self.width, self.page_width = self.meta["width"], self.meta["pageWidth"]
        self.pages, self.rows = [], []
        blocks, elements, tokens = [], [], []
        block_shift = element_shift = page_shift = 0
        self.words, self.truths = [], []
        for part in parts:
            for page in part["meta"]["pages"]:
                self.pages.append({**page, "first": page["first"] + block_shift})
            self.rows.append(part["rows"])
            blocks.append(part["blocks"] + np.array([page_shift, element_shift, 0, 0, 0], dtype=np.int32))
            elements.append(part["elements"] + np.array([page_shift, element_shift, 0], dtype=np.int32))
            tokens.append(np.stack([part["tokens"][:, 0].astype(np.int64) + element_shift, part["tokens"][:, 1]], 1))
            self.words += part["words"]
            self.truths += part["truths"]
            block_shift += len(part["blocks"])
            element_shift += len(part["elements"])
            page_shift += len(part["meta"]["pages"])
        joined = np.concatenate(blocks)
        self.page, self.element, self.sizes, self.flags, self.paths = joined.T
        self.labels = np.concatenate([part["labels"] for part in parts])
        self.elements = np.concatenate(elements)
        self.tokens = np.concatenate(tokens)
        self.page_rows = np.concatenate([part["page_rows"] for part in parts])
        self.starts = np.array([page["first"] for page in self.pages] + [len(self.page)])
        self.splits = np.cumsum([0] + [len(rows) for rows in self.rows])

    @staticmethod
    def _read(folder):
        path = lambda name: os.path.join(folder, name)
        with open(path("pages.json"), encoding="utf-8") as file:
            meta = json.load(file)
        ends = np.fromfile(path("word-ends.i32"), np.int32)
        words = np.fromfile(path("words.i32"), np.int32)
        truth_ends = np.fromfile(path("truth-ends.i32"), np.int32)
        truth = np.fromfile(path("truth.i32"), np.int32)
        return {
            "meta": meta,
            "rows": np.fromfile(path("rows.f32"), np.float32).reshape(-1, meta["width"]),
            "blocks": np.fromfile(path("blocks.i32"), np.int32).reshape(-1, 5),
            "labels": np.fromfile(path("labels.f32"), np.float32),
            "elements": np.fromfile(path("elements.i32"), np.int32).reshape(-1, 3),
            "tokens": np.fromfile(path("tokens.u32"), np.uint32).reshape(-1, 2).astype(np.int64),
            "page_rows": np.fromfile(path("pages.f32"), np.float32).reshape(-1, meta["pageWidth"]),
            "words": np.split(words, ends[:-1]),
            "truths": np.split(truth, truth_ends[:-1]),
        }

    def features(self, index, token_scores):
        """Rows of the blocks in `index`, ascending, all columns in their order."""
        out = np.empty((len(index), len(self.columns)), np.float32)
        for part, start, end in zip(self.rows, self.splits[:-1], self.splits[1:]):
            inside = np.flatnonzero((index >= start) & (index < end))
            out[inside, : self.width] = part[index[inside] - start]
        out[:, self.width : len(self.columns) - self.page_width] = token_scores[index]
        out[:, len(self.columns) - self.page_width :] = self.page_rows[self.page[index]]
        return out

    def smooth(self, raw, blocks):
        """Draws the scores of blocks with the same class path together; the mirror of `smooth` in extract-by-model.ts."""
        key = self.page[blocks].astype(np.int64) << 32 | self.paths[blocks]
        _, path = np.unique(key, return_inverse=True)
        weight = np.sqrt(self.sizes[blocks] + 1.0)
        mean = np.bincount(path, raw * weight) / np.bincount(path, weight)
        return (1 - PATH_SHARE) * raw + PATH_SHARE * mean[path]

    def blocks_of(self, page):
        return np.arange(self.starts[page], self.starts[page + 1])

    def score(self, page, kept):
        """Precision, recall and word F1 of the kept blocks, as the benchmark counts them."""
        truth = self.truths[page]
        predicted = np.concatenate([self.words[block] for block in kept]) if len(kept) else np.array([], np.int32)
        if len(truth) == 0:
            return (1.0, 1.0, 1.0) if len(predicted) == 0 else (0.0, 0.0, 0.0)
        if len(predicted) == 0:
            return 0.0, 0.0, 0.0
        size = int(max(truth.max(), predicted.max())) + 1
        shared = int(np.minimum(np.bincount(truth, minlength=size), np.bincount(predicted, minlength=size)).sum())
        if shared == 0:
            return 0.0, 0.0, 0.0
        precision, recall = shared / len(predicted), shared / len(truth)
        return precision, recall, 2 * precision * recall / (precision + recall)
