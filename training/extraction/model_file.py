"""Writes the model as src/model/extraction-model.ts reads it: little endian, one table of tokens, then the tree ensembles.

    u32 magic 'ACM3', u32 hash of the column names, u32 columns, u32 page columns
    u32 tokens; u32[] hashes ascending; u8[] scores in 255ths, padded to four bytes
    u32 ensembles: the gate, then those of blocks, each of these behind its u32 look, f32 least, slope and base (hopeful.py)
    an ensemble: u32 trees, u32 nodes, then all trees in preorder, so that an inner node's left branch follows it:
        u32[] first node of each tree, f32[] threshold of an inner node or value of a leaf,
        u16[] how many nodes behind an inner node its right branch begins, i16[] feature, -1 for a leaf; both padded
"""

import re
import struct

import numpy as np

from hopeful import LEAST, LOOK

MAGIC = 0x334D4341


def fnv(text):
    value = 0x811C9DC5
    for byte in text.encode("utf-8"):
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


def floor32(values):
    """The largest float32 that is not above: a float32 feature passes `<=` either way."""
    single = np.asarray(values, np.float64).astype(np.float32)
    above = single.astype(np.float64) > values
    single[above] = np.nextafter(single[above], np.float32(-np.inf))
    return single


def pad(data):
    return data + b"\0" * (-len(data) % 4)


def ensemble(booster, factor):
    numbers = lambda body, key, kind: np.array(re.search(rf"^{key}=(.*)$", body, re.M)[1].split(), kind)
    roots, values, rights, features = [], [], [], []
    for body in re.split(r"^Tree=\d+$", booster.model_to_string(), flags=re.M)[1:]:
        roots.append(len(values))
        leaves = (factor * numbers(body, "leaf_value", np.float64)).astype(np.float32)
        if int(re.search(r"^num_leaves=(\d+)$", body, re.M)[1]) == 1:
            values.append(leaves[0])
            rights.append(0)
            features.append(-1)
            continue
        split, left, right = (numbers(body, key, np.int64) for key in ("split_feature", "left_child", "right_child"))
        limits = floor32(numbers(body, "threshold", np.float64))
        # Children still to place, each with the node whose right branch it is; a leaf is `~leaf`.
        waiting = [(0, None)]
        while waiting:
            child, above = waiting.pop()
            if above is not None:
                rights[above] = len(values) - above
            rights.append(0)
            if child < 0:
                values.append(leaves[~child])
                features.append(-1)
            else:
                waiting += [(right[child], len(values)), (left[child], None)]
                values.append(limits[child])
                features.append(split[child])
    return b"".join(
        [
            struct.pack("<II", len(roots), len(values)),
            np.array(roots, "<u4").tobytes(),
            np.array(values, "<f4").tobytes(),
            pad(np.array(rights, "<u2").tobytes()),
            pad(np.array(features, "<i2").tobytes()),
        ]
    )


def hopeful(trees):
    return struct.pack("<Ifff", LOOK, LEAST, trees.slope, trees.base) + ensemble(trees.booster, trees.factor)


def model_bytes(columns, page_width, hashes, scores, gate, blocks):
    """`scores` are 0-1, NaN for tokens that stay out; `hashes` ascend. `gate` is a booster, `blocks` are sets of `Hopeful` trees."""
    known = ~np.isnan(scores)
    data = struct.pack("<IIII", MAGIC, fnv("\n".join(columns)), len(columns), page_width)
    data += struct.pack("<I", int(known.sum())) + hashes[known].astype("<u4").tobytes()
    data += pad(np.round(scores[known] * 255).astype(np.uint8).tobytes())
    return data + struct.pack("<I", 1 + len(blocks)) + ensemble(gate, 1.0) + b"".join(map(hopeful, blocks))
