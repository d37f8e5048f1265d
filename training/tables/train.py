"""Trains the table models on what features.ts wrote and writes their answers and trees.

train.py seams|second FEATURES OUT [--with-flat]   log-odds of a cut at each place
train.py judge        FEATURES OUT [--with-flat]   how good each solution is

Reads FEATURES.f32, .y, .json. Writes OUT.answers (f32 a row, each given by a model that has not seen the row's group: two
folds, or for the texts of the flat benchmark, without --with-flat, the model of everything else) and OUT.trees (base64, the form
that src/model/trees.ts reads). Prints what the answers are worth.
"""
import base64
import json
import struct
import sys
import zlib

import lightgbm
import numpy

kind, source, out = sys.argv[1:4]
with_flat = '--with-flat' in sys.argv
meta = json.load(open(source + '.json'))
names, tables = meta['names'], meta['tables']
y = numpy.fromfile(source + '.y', dtype=numpy.float32)
x = numpy.memmap(source + '.f32', dtype=numpy.float32, mode='r').reshape(len(y), len(names))
table_of = numpy.repeat(numpy.arange(len(tables)), [t['rows'] for t in tables])
flat = numpy.array([t['group'].startswith('flat:') for t in tables])[table_of]
fold = numpy.array([zlib.crc32(t['group'].encode()) for t in tables])[table_of]
known = y >= 0
if kind == 'judge':
    made_up = numpy.array([t['madeUp'] for t in tables])[table_of]

PARAMETERS = {
    'seams': dict(objective='binary', num_leaves=63, learning_rate=0.12, min_data_in_leaf=40, rounds=140),
    'second': dict(objective='binary', num_leaves=31, learning_rate=0.12, min_data_in_leaf=40, rounds=90),
    'judge': dict(objective='l2', num_leaves=15, learning_rate=0.06, min_data_in_leaf=30, rounds=150),
}[kind]
ROUNDS = PARAMETERS.pop('rounds')
# Of places that no cut divides, few teach something new.
NEGATIVES = 0.2


def fit(rows, rounds=ROUNDS):
    chance = numpy.random.default_rng(1)
    weight = None
    if kind != 'judge':
        keep = (y[rows] > 0) | (chance.random(len(rows)) < NEGATIVES)
        rows = rows[keep]
        weight = numpy.where(y[rows] > 0, 1, 1 / NEGATIVES)
    if with_flat:
        boost = numpy.where(flat[rows], 4.0, 1.0)
        weight = boost if weight is None else weight * boost
    data = lightgbm.Dataset(x[rows], y[rows], weight=weight, free_raw_data=True)
    parameters = dict(PARAMETERS, verbosity=-1, num_threads=2, feature_fraction=0.6, bagging_fraction=0.8, bagging_freq=1,
                      seed=1, deterministic=True, lambda_l2=1.0, max_bin=127)
    return lightgbm.train(parameters, data, rounds)


def answer(model, rows):
    return model.predict(x[rows], raw_score=True)


answers = numpy.zeros(len(y), dtype=numpy.float32)
train = known & (flat | True if with_flat else ~flat)
FOLDS = 3
fold = fold % FOLDS
for part in range(FOLDS):
    model = fit(numpy.flatnonzero(train & (fold != part)))
    rows = numpy.flatnonzero((fold == part) & (train | ~known if not with_flat else True))
    answers[rows] = answer(model, rows)
    print('fold', part, flush=True)
final = fit(numpy.flatnonzero(train))
if not with_flat:
    rows = numpy.flatnonzero(flat)
    answers[rows] = answer(final, rows)
answers.tofile(out + '.answers')


def average_precision(truth, score):
    order = numpy.argsort(-score, kind='stable')
    hits = numpy.cumsum(truth[order])
    return float((hits / numpy.arange(1, len(hits) + 1) * truth[order]).sum() / max(1, truth.sum()))


joint = numpy.array([t['joint'] for t in tables])[table_of]
is_table = numpy.array([t['table'] for t in tables])[table_of]
for name, group in (('corpus', ~flat), ('flat', flat)):
    for sort in ('glued', 'space'):
        rows = known & group & (joint == sort)
        if kind == 'judge':
            error = numpy.sqrt(numpy.mean((answers[rows] - y[rows]) ** 2)) if rows.any() else 0
            print(name, sort, 'error', round(float(error), 4))
        else:
            rows &= is_table
            t, s = y[rows] > 0, answers[rows]
            tp = float((t & (s > 0)).sum())
            print(name, sort, 'average precision', round(average_precision(t, s), 4), 'F1 above even odds',
                  round(2 * tp / max(1, t.sum() + (s > 0).sum()), 4))
gain = sorted(zip(final.feature_importance('gain'), names), reverse=True)
print('gain:', ', '.join(f'{n} {g / sum(v for v, _ in gain):.3f}' for g, n in gain[:30]))


def pack(model):
    dump = model.dump_model()
    thresholds = [set() for _ in names]

    def visit(node):
        stack = [node]
        while stack:
            n = stack.pop()
            if 'split_feature' in n:
                thresholds[n['split_feature']].add(n['threshold'])
                stack += [n['left_child'], n['right_child']]

    trees = [t['tree_structure'] for t in dump['tree_info']]
    for tree in trees:
        visit(tree)
    # A threshold between two f32 values must stay between them.
    tables = [sorted(numpy.unique(numpy.array(sorted(t), dtype=numpy.float32))) for t in thresholds]
    place = [{float(v): i for i, v in enumerate(t)} for t in tables]

    def count(node):
        return 1 + count(node['left_child']) + count(node['right_child']) if 'split_feature' in node else 1

    def write(node):
        if 'split_feature' not in node:
            return struct.pack('<Bf', 255, node['leaf_value'])
        f = node['split_feature']
        assert node['decision_type'] == '<=' and f < 255
        return (struct.pack('<BHH', f, place[f][float(numpy.float32(node['threshold']))], count(node['left_child']))
                + write(node['left_child']) + write(node['right_child']))

    data = struct.pack('<H', len(tables))
    for t in tables:
        data += struct.pack('<H', len(t)) + b''.join(struct.pack('<f', v) for v in t)
    data += struct.pack('<Hf', len(trees), 0.0)
    return data + b''.join(write(t) for t in trees)


packed = pack(final)
open(out + '.trees', 'w').write(base64.b64encode(packed).decode())
print(len(packed), 'bytes of trees')
