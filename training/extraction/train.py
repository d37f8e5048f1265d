"""Trains the model that finds the main content: `train.py cv|ship --tables A B --out FOLDER`.

cv    five folds by registrable domain over both sets; writes a model for each fold, folds.json, and prints figures.
ship  trains on everything; writes extraction.bin, and rows with scores for the parity test.
"""

import argparse
import collections
import json
import os

import lightgbm as lgb
import numpy as np

from choose import choose, recall_on
from data import Table
from hopeful import Hopeful
from model_file import model_bytes
from objective import block_and_page_loss
from tokens import TokenSums

FOLDS = 5
SEED = 7
MOST_BLOCKS = {"wcxb": 150, "dn": 50, "ps": 50, "ce": 20}
# A page of the extra set says less about pages of today.
EXTRA_WEIGHT = {"dn": 0.5, "ps": 0.5, "ce": 0.15}
GATE_WEIGHT = {"wcxb": 1.0, "dn": 0.25, "ps": 0.25, "ce": 0.1}
SHARED = {
    "objective": "binary",
    "bagging_freq": 1,
    "max_bin": 63,
    "use_missing": False,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
    "seed": SEED,
}
BLOCKS = {
    **SHARED,
    "learning_rate": 0.1,
    "feature_fraction": 0.2,
    "bagging_fraction": 0.7,
    "lambda_l2": 4,
    "min_data_in_leaf": 30,
}
# Pages of every kind take more trees than articles. With the leaves and the strength of F1 beside the log loss.
GENERAL_TREES = (200, 47, 100)
ARTICLE_TREES = (120, 31, 150)
# Trees that see F1 are surer than they should be: what they say is multiplied by this.
SURENESS = 0.7
GATE = {**SHARED, "num_leaves": 15, "learning_rate": 0.05, "feature_fraction": 0.5, "bagging_fraction": 0.8, "lambda_l2": 5, "min_data_in_leaf": 15}
GATE_TREES = 120
GATE_AT = 0.5


class Trainer:
    def __init__(self, folders):
        self.table = table = Table(folders)
        names = sorted({page["domain"] for page in table.pages})
        number = {name: at for at, name in enumerate(names)}
        self.domains = np.array([number[page["domain"]] for page in table.pages])
        self.folds = np.random.RandomState(SEED).randint(0, FOLDS, len(names))[self.domains]
        self.source = np.array([page["source"] for page in table.pages])
        self.is_article = np.array([page["kind"] == "article" for page in table.pages])
        self.page_weights = np.ones(len(table.pages))
        self.weights = self._weights()
        everything = np.ones(len(table.pages), bool)
        self.sums = TokenSums(table, self.weights, self.folds, self.domains, everything)

    def _weights(self):
        table = self.table
        totals = np.bincount(table.page, table.sizes, minlength=len(table.pages))
        weights = np.sqrt(np.maximum(table.sizes, 1) / np.maximum(totals, 1)[table.page])
        for page in range(len(table.pages)):
            blocks = table.blocks_of(page)
            kept = table.labels[blocks] >= 0.5
            # The reference is not in the page: its labels say little.
            if len(table.truths[page]) and table.score(page, blocks[kept])[2] < 0.5:
                weights[blocks] *= 0.1
                self.page_weights[page] = 0
            if self.source[page] != "wcxb":
                weights[blocks] *= self._mask(blocks, kept)
        return weights

    def _mask(self, blocks, kept):
        """0 for what the sources treat by convention: headlines, by-lines, captions, what stands before the text."""
        table = self.table
        mask = np.where(table.flags[blocks] & 7, 0.0, 1.0)
        long = np.flatnonzero(kept & (table.sizes[blocks] >= 15))
        if len(long):
            mask[: long[0]][kept[: long[0]]] = 0
        return mask

    def sample(self, pages):
        random = np.random.RandomState(SEED)
        index, factor = [], []
        for page in np.flatnonzero(pages):
            blocks, most = self.table.blocks_of(page), MOST_BLOCKS[self.source[page]]
            if len(blocks) > most:
                factor.append(np.full(most, len(blocks) / most))
                blocks = np.sort(random.choice(blocks, most, replace=False))
            else:
                factor.append(np.ones(len(blocks)))
            index.append(blocks)
        return np.concatenate(index), np.concatenate(factor)

    def train_blocks(self, pages, token_scores, extra):
        table = self.table
        used = pages & ((self.source == "wcxb") | extra)
        index, factor = self.sample(used)
        weights = self.weights[index] * factor
        kept = weights > 0
        index, factor, weights = index[kept], factor[kept], weights[kept]
        page = table.page[index]
        source = np.array([EXTRA_WEIGHT.get(one, 1.0) for one in self.source])
        weights *= source[page]
        weights /= weights.mean()
        labels = table.labels[index] >= 0.5
        trees, leaves, strength = ARTICLE_TREES if extra else GENERAL_TREES
        words = np.maximum(table.sizes[index], 1) * factor
        loss = block_and_page_loss(labels, weights, page, words, (source * self.page_weights)[page], strength)
        rows = table.features(index, token_scores)
        data = lgb.Dataset(rows, labels.astype(np.float32), weight=weights)
        booster = lgb.train({**BLOCKS, "num_leaves": leaves, "objective": loss}, data, num_boost_round=trees)
        return Hopeful(booster, SURENESS, rows)

    def train_gate(self, pages):
        weights = np.array([GATE_WEIGHT[one] for one in self.source])[pages]
        data = lgb.Dataset(self.table.page_rows[pages], self.is_article[pages], weight=weights)
        return lgb.train(GATE, data, num_boost_round=GATE_TREES)

    def train(self, pages, left_out=()):
        scores = self.sums.block_scores(left_out)
        return self.train_gate(pages), self.train_blocks(pages, scores, False), self.train_blocks(pages, scores, True)

    def predict(self, models, pages, token_scores):
        table = self.table
        gate, general, articles = models
        likeness = np.zeros(len(table.pages))
        likeness[pages] = gate.predict(table.page_rows[pages])
        through = likeness >= GATE_AT
        probability = np.zeros(len(table.page))
        for trees, mask in ((general, pages & ~through), (articles, pages & through)):
            blocks = np.flatnonzero(mask[table.page])
            if len(blocks):
                raw = trees.predict(table.features(blocks, token_scores))
                probability[blocks] = 1 / (1 + np.exp(-table.smooth(raw, blocks)))
        return probability, likeness

    def bytes(self, models, left_out=()):
        table = self.table
        gate, *blocks = models
        return model_bytes(table.columns, table.page_width, self.sums.hashes, self.sums.scores(left_out), gate, blocks)


def report(trainer, probability, likeness):
    table = trainer.table
    through = likeness >= GATE_AT
    figures = collections.defaultdict(list)
    products = table.page_rows[:, table.columns[-table.page_width :].index("page.kind.product")] == 1
    for page, about in enumerate(table.pages):
        blocks = table.blocks_of(page)
        seen = {}
        groups = np.array([seen.setdefault(table.words[block].tobytes(), len(seen)) for block in blocks])
        recall = recall_on(likeness[page], products[page], GATE_AT)
        kept = blocks[choose(probability[blocks], table.sizes[blocks].astype(float), groups, recall)]
        score = (*table.score(page, kept), through[page])
        figures[about["source"]].append(score)
        if about["source"] == "wcxb":
            figures["  " + about["kind"]].append(score)
        if through[page]:
            figures[about["source"] + " taken for articles"].append(score)
    for name, scores in sorted(figures.items(), reverse=True):
        p, r, f1, gated = np.mean(scores, 0)
        print(f"{name:28} {len(scores):5} pages  P {p:.4f}  R {r:.4f}  F1 {f1:.4f}  through the gate {gated:.2f}")


def cross_validate(trainer, out):
    table = trainer.table
    probability, likeness = np.zeros(len(table.page)), np.zeros(len(table.pages))
    for fold in range(FOLDS):
        test = trainer.folds == fold
        models = trainer.train(~test, (fold,))
        found, told = trainer.predict(models, test, trainer.sums.block_scores({fold}))
        probability += found
        likeness += told
        with open(os.path.join(out, f"fold-{fold}.bin"), "wb") as file:
            file.write(trainer.bytes(models, {fold}))
        print(f"fold {fold} done", flush=True)
    with open(os.path.join(out, "folds.json"), "w", encoding="utf-8") as file:
        json.dump({page["id"]: int(fold) for page, fold in zip(table.pages, trainer.folds)}, file)
    np.save(os.path.join(out, "probability.npy"), probability)
    np.save(os.path.join(out, "through.npy"), likeness >= GATE_AT)
    report(trainer, probability, likeness)


def ship(trainer, out):
    table = trainer.table
    models = trainer.train(np.ones(len(table.pages), bool))
    with open(os.path.join(out, "extraction.bin"), "wb") as file:
        file.write(trainer.bytes(models))
    write_parity(trainer, models, out)


def write_parity(trainer, models, out):
    """A few rows with the raw scores that LightGBM gives them: what the evaluator must give, too."""
    table = trainer.table
    index = np.sort(np.random.RandomState(SEED).choice(len(table.page), 12, replace=False))
    rows = table.features(index, trainer.sums.block_scores())
    pages = rows[:, len(table.columns) - table.page_width :]
    gate, *blocks = models
    raw = [gate.predict(pages, raw_score=True), *(one.sums(rows)[1] for one in blocks)]
    with open(os.path.join(out, "parity.json"), "w", encoding="utf-8") as file:
        json.dump(
            {
                "rows": [[float(f"{value:.9g}") for value in row] for row in rows.tolist()],
                "scores": [[round(value, 9) for value in scores.tolist()] for scores in raw],
            },
            file,
        )


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("act", choices=["cv", "ship"])
    args.add_argument("--tables", nargs="+", required=True)
    args.add_argument("--out", required=True)
    given = args.parse_args()
    os.makedirs(given.out, exist_ok=True)
    trainer = Trainer(given.tables)
    (cross_validate if given.act == "cv" else ship)(trainer, given.out)


if __name__ == "__main__":
    main()
