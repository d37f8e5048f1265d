"""Training table of the line model -> forests for the product: folds, one without the benchmark, and the one that ships.

usage: train.py CACHE_FOLDER OUT.ts
"""
import base64
import bisect
import json
import struct
import sys
from pathlib import Path

import lightgbm
import numpy

ROUNDS, LEAVES = 50, 31
PARAMETERS = dict(
    objective='multiclass', num_leaves=LEAVES, learning_rate=0.12, min_data_in_leaf=40, feature_fraction=0.6,
    bagging_fraction=0.8, bagging_freq=1, lambda_l2=2.0, max_bin=127, verbose=-1, seed=3, deterministic=True,
    force_row_wise=True, num_threads=2)
# The benchmark's texts are printed by real tools; one simulated line counts less than one of them.
SIMULATED = 0.5


def load(folder, name, width):
    features = numpy.fromfile(folder / f'{name}.features', dtype='<f4').reshape(-1, width)
    labels = numpy.fromfile(folder / f'{name}.labels', dtype='u1')
    weights = numpy.fromfile(folder / f'{name}.weights', dtype='<f4')
    folds = numpy.fromfile(folder / f'{name}.folds', dtype='u1')
    return features, labels, weights, folds


def fit(parts, classes):
    x = numpy.concatenate([p[0] for p in parts])
    y = numpy.concatenate([p[1] for p in parts])
    w = numpy.concatenate([p[2] for p in parts])
    known = w > 0
    data = lightgbm.Dataset(x[known], y[known], weight=w[known])
    return lightgbm.train(dict(PARAMETERS, num_class=classes), data, num_boost_round=ROUNDS)


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


def write_module(path, packed):
    """The TypeScript module that the product imports."""
    lines = ['/** Written by training/lines/train.py: the trees of the line model, one text a class. */', 'export const LINE_TREES: readonly string[] = [']
    lines += [f"  '{text}'," for text in packed]
    path.write_text('\n'.join(lines + ['];', '']))


def report(name, booster, features, labels, weights, classes):
    known = weights > 0
    guess = booster.predict(features[known]).argmax(1)
    truth = labels[known]
    line = []
    for n, label in enumerate(classes):
        hit = ((guess == n) & (truth == n)).sum()
        line.append(f'{label} {2 * hit / max(1, (guess == n).sum() + (truth == n).sum()):.3f}')
    print(f'{name}: accuracy {(guess == truth).mean():.4f}, F1 {", ".join(line)}', flush=True)


def main():
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    names = json.loads((folder / 'names.json').read_text())
    classes, width = names['classes'], len(names['features'])
    real = load(folder, 'benchmark', width)
    simulated = load(folder, 'simulated', width)
    simulated = (simulated[0], simulated[1], simulated[2] * SIMULATED, simulated[3])
    for fold in range(names['folds']):
        rest, held = real[3] != fold, real[3] == fold
        booster = fit([[a[rest] for a in real], simulated], len(classes))
        (folder / f'fold-{fold}.json').write_text(json.dumps(pack(booster, len(classes))))
        report(f'fold {fold}', booster, real[0][held], real[1][held], real[2][held], classes)
    booster = fit([simulated], len(classes))
    (folder / 'without.json').write_text(json.dumps(pack(booster, len(classes))))
    report('without the benchmark', booster, real[0], real[1], real[2], classes)
    booster = fit([real, simulated], len(classes))
    packed = pack(booster, len(classes))
    write_module(out, packed)
    gain = sorted(zip(booster.feature_importance('gain'), names['features']), reverse=True)
    print('most used:', ', '.join(name for _, name in gain[:25]))
    sample = real[0][:: max(1, len(real[0]) // 40)]
    (folder / 'sample.json').write_text(json.dumps({'rows': sample.tolist(), 'scores': booster.predict(sample, raw_score=True).tolist()}))
    print(f'{out}: {sum(map(len, packed))} characters')


main()
