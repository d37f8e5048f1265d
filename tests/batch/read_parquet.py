"""Parquet shards as pyarrow and DuckDB read them, against JSON Lines of the same pages."""
import glob
import json
import subprocess
import tempfile

import duckdb
import pyarrow.parquet as parquet

COMMAND = ["node", "bin/article-convert.js", "fixtures/html", "fixtures/text", "--quiet", "--out-dir"]

with tempfile.TemporaryDirectory() as folder:
    subprocess.run([*COMMAND, f"{folder}/p", "--to", "parquet", "--shard-size", "20"], check=True)
    subprocess.run([*COMMAND, f"{folder}/j", "--to", "jsonl"], check=True)
    with open(f"{folder}/j/documents.jsonl", encoding="utf-8") as lines:
        want = [json.loads(line) for line in lines]
    shards = sorted(glob.glob(f"{folder}/p/documents-*.parquet"))
    assert len(shards) == -(-len(want) // 20), shards
    rows = [row for shard in shards for row in parquet.read_table(shard).to_pylist()]
    for row, page in zip(rows, want, strict=True):
        assert row["id"] == page["id"] and row["markdown"] == page["markdown"] and row["text"] == page["text"]
        assert row["authors"] == page["metadata"].get("authors", {}).get("value")
        assert json.loads(row["blocks"]) == page["blocks"] and row["confidence"] == page["quality"]["confidence"]
    [(count, words)] = duckdb.sql(f"select count(*), sum(words) from '{folder}/p/documents-*.parquet'").fetchall()
    assert (count, words) == (len(want), sum(page["quality"]["facts"]["words"] for page in want))
print(f"{len(rows)} rows in {len(shards)} shards")
