"""Training table of the line model -> forests for the product (numpy, lightgbm 4.6). Called by train.ts.

usage: train.py first|second CACHE_FOLDER OUT.ts

first: the quick look; models of five folds by article and one without the benchmark, and what each says of the lines it
has not seen, for the second look to learn from. second: the same for the second look, and the model that ships.
"""
import base64
import bisect
import json
import struct
import sys
from pathlib import Path

import lightgbm
import numpy

COMMON = dict(
    objective='multiclass', bagging_fraction=0.8, bagging_freq=1, lambda_l2=2.0, verbose=-1, seed=3,
    deterministic=True, force_row_wise=True)
BINS = dict(max_bin=63, verbose=-1, num_threads=1)
LOOKS = {
    'first': (20, dict(num_leaves=20, learning_rate=0.35, min_data_in_leaf=40, feature_fraction=0.6)),
    'second': (60, dict(num_leaves=28, learning_rate=0.12, min_data_in_leaf=30, feature_fraction=0.35)),
}
# The benchmark's texts are printed by real tools; one line printed for training counts less than one of them.
PRINTED = 0.25


class Table:
    def __init__(self, folder, name, width):
        read = lambda column, kind: numpy.fromfile(folder / f'{name}.{column}', dtype=kind)
        self.x = read('features', '<f4').reshape(-1, width)
        self.y = read('labels', 'u1')
        self.w = read('weights', '<f4')
        self.fold = read('folds', 'u1')
        self.real = read('isReal', 'u1') == 1
        # Bins are made once; each model is trained on a part of the rows.
        weights = self.w * numpy.where(self.real, 1.0, PRINTED)
        self.data = lightgbm.Dataset(self.x, self.y, weight=weights, params=BINS, free_raw_data=False).construct()


def fit(table, chosen, look, classes):
    rounds, parameters = LOOKS[look]
    data = table.data.subset(numpy.flatnonzero(chosen & (table.w > 0)))
    return lightgbm.train({**COMMON, **BINS, **parameters, 'num_class': len(classes)}, data, num_boost_round=rounds)


def pack(booster, classes):
    """One base64 text a class, its trees in the form that src/model/trees.ts reads."""
    dump = booster.dump_model()
    return [base64.b64encode(pack_trees(dump['tree_info'][n::classes], len(dump['feature_names']))).decode() for n in range(classes)]


def pack_trees(trees, features):
    thresholds = [set() for _ in range(features)]

    def collect(node):
        if 'leaf_value' not in node:
            assert node['decision_type'] == '<='
            thresholds[node['split_feature']].add(numpy.float32(node['threshold']))
            collect(node['left_child'])
            collect(node['right_child'])

    for tree in trees:
        collect(tree['tree_structure'])
    tables = [sorted(values) for values in thresholds]
    out = [struct.pack('<H', features)]
    for table in tables:
        out.append(struct.pack(f'<H{len(table)}f', len(table), *table))
    out.append(struct.pack('<Hf', len(trees), 0.0))
    for tree in trees:
        out.append(pack_node(tree['tree_structure'], tables)[0])
    return b''.join(out)


def pack_node(node, tables):
    """The bytes of a branch in preorder, and how many nodes it has."""
    if 'leaf_value' in node:
        return struct.pack('<Bf', 255, node['leaf_value']), 1
    left, left_count = pack_node(node['left_child'], tables)
    right, right_count = pack_node(node['right_child'], tables)
    feature = node['split_feature']
    index = bisect.bisect_left(tables[feature], numpy.float32(node['threshold']))
    return struct.pack('<BHH', feature, index, left_count) + left + right, 1 + left_count + right_count


def write_module(path, first, second):
    """The TypeScript module that the product imports."""
    lines = ['/** Written by training/lines/train.py: the trees of the line model, one text a class. */', "import type { PackedLineModel } from './line-model.ts';", '', 'export const LINE_TREES: PackedLineModel = {']
    for name, texts in (('first', first), ('second', second)):
        lines += [f'  {name}: [', *(f"    '{text}'," for text in texts), '  ],']
    path.write_text('\n'.join(lines + ['};', '']))


def report(name, scores, labels, weights, classes):
    known = weights > 0
    guess, truth = scores[known].argmax(1), labels[known]
    line = []
    for n, label in enumerate(classes):
        hit = ((guess == n) & (truth == n)).sum()
        line.append(f'{label} {2 * hit / max(1, (guess == n).sum() + (truth == n).sum()):.3f}')
    print(f'{name}: accuracy {(guess == truth).mean():.4f}, F1 {", ".join(line)}', flush=True)


def save(folder, name, booster, classes):
    (folder / f'{name}.json').write_text(json.dumps(pack(booster, len(classes))))


def sample_of(booster, table):
    rows = table.x[table.real][:: max(1, int(table.real.sum()) // 20)]
    return {'rows': rows.tolist(), 'scores': booster.predict(rows, raw_score=True).tolist()}


def first(folder, names):
    classes = names['classes']
    table = Table(folder, 'first', len(names['first']))
    mixed = numpy.zeros((len(table.y), len(classes)))
    for fold in range(names['folds']):
        held = table.fold == fold
        booster = fit(table, ~held, 'first', classes)
        mixed[held] = booster.predict(table.x[held], raw_score=True)
        save(folder, f'first-fold-{fold}', booster, classes)
    report('first look, folded', mixed[table.real], table.y[table.real], table.w[table.real], classes)
    without = numpy.zeros_like(mixed)
    booster = fit(table, ~table.real, 'first', classes)
    without[table.real] = booster.predict(table.x[table.real], raw_score=True)
    save(folder, 'first-without', booster, classes)
    for part in range(2):
        held = ~table.real & (table.fold % 2 == part)
        without[held] = fit(table, ~table.real & ~held, 'first', classes).predict(table.x[held], raw_score=True)
    report('first look, without', without[table.real], table.y[table.real], table.w[table.real], classes)
    booster = fit(table, table.fold >= 0, 'first', classes)
    save(folder, 'first-all', booster, classes)
    (folder / 'sample-first.json').write_text(json.dumps(sample_of(booster, table)))
    mixed.astype('<f8').tofile(folder / 'mixed.scores')
    without.astype('<f8').tofile(folder / 'without.scores')


def second(folder, names, out):
    classes = names['classes']
    table = Table(folder, 'second-mixed', len(names['second']))
    booster = fit(table, table.fold >= 0, 'second', classes)
    packed = pack(booster, len(classes))
    write_module(out, json.loads((folder / 'first-all.json').read_text()), packed)
    gain = sorted(zip(booster.feature_importance('gain'), names['second']), reverse=True)
    print('most used:', ', '.join(name for _, name in gain[:30]))
    samples = {'first': json.loads((folder / 'sample-first.json').read_text()), 'second': sample_of(booster, table)}
    (folder / 'sample.json').write_text(json.dumps(samples))
    print(f'{out}: {out.stat().st_size} bytes')
    alone = Table(folder, 'second-without', len(names['second']))
    booster = fit(alone, ~alone.real, 'second', classes)
    save(folder, 'second-without', booster, classes)
    report('second look, without', booster.predict(alone.x[alone.real]), alone.y[alone.real], alone.w[alone.real], classes)
    scores = numpy.zeros((len(table.y), len(classes)))
    for fold in range(names['folds']):
        booster = fit(table, table.fold != fold, 'second', classes)
        held = table.real & (table.fold == fold)
        scores[held] = booster.predict(table.x[held], raw_score=True)
        save(folder, f'second-fold-{fold}', booster, classes)
    report('second look, folded', scores[table.real], table.y[table.real], table.w[table.real], classes)


def main():
    step, folder, out = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    names = json.loads((folder / 'names.json').read_text())
    if step == 'first':
        first(folder, names)
    else:
        second(folder, names, out)


main()
