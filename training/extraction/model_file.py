"""Writes the model as src/model/read-model.ts reads it: little endian, one table of tokens, then the tree ensembles.

    u32 magic 'ACM1', u32 hash of the column names, u32 columns, u32 page columns
    u32 tokens; u32[] hashes ascending; u8[] scores in 255ths, padded to four bytes
    u32 ensembles; each: u32 trees, u32 inner nodes, u32 leaves,
        u32[] first inner node of each tree, u32[] first leaf of each tree (both with the end as last),
        f32[] thresholds, i16[] left, i16[] right (inner node of the tree, or ~leaf of it), u16[] features, padded,
        f32[] leaf values
"""

import re
import struct

import numpy as np

MAGIC = 0x314D4341


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
    nodes, leaves = [0], [0]
    thresholds, lefts, rights, features, values = [], [], [], [], []
    for body in re.split(r"^Tree=\d+$", booster.model_to_string(), flags=re.M)[1:]:
        count = int(re.search(r"^num_leaves=(\d+)$", body, re.M)[1])
        if count > 1:
            thresholds.append(floor32(numbers(body, "threshold", np.float64)))
            lefts.append(numbers(body, "left_child", np.int16))
            rights.append(numbers(body, "right_child", np.int16))
            features.append(numbers(body, "split_feature", np.uint16))
        values.append((factor * numbers(body, "leaf_value", np.float64)).astype(np.float32))
        nodes.append(nodes[-1] + count - 1)
        leaves.append(leaves[-1] + count)
    join = lambda arrays, kind: np.concatenate(arrays).astype(kind).tobytes()
    return b"".join(
        [
            struct.pack("<III", len(nodes) - 1, nodes[-1], leaves[-1]),
            np.array(nodes, "<u4").tobytes(),
            np.array(leaves, "<u4").tobytes(),
            join(thresholds, "<f4"),
            pad(join(lefts, "<i2")),
            pad(join(rights, "<i2")),
            pad(join(features, "<u2")),
            join(values, "<f4"),
        ]
    )


def model_bytes(columns, page_width, hashes, scores, boosters, factors):
    """`scores` are 0-1, NaN for tokens that stay out; `hashes` ascend. Each booster's leaves are multiplied by its factor."""
    known = ~np.isnan(scores)
    data = struct.pack("<IIII", MAGIC, fnv("\n".join(columns)), len(columns), page_width)
    data += struct.pack("<I", int(known.sum())) + hashes[known].astype("<u4").tobytes()
    data += pad(np.round(scores[known] * 255).astype(np.uint8).tobytes())
    return data + struct.pack("<I", len(boosters)) + b"".join(map(ensemble, boosters, factors))
