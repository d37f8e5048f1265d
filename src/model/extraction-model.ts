/** The model that tells content from the rest: a gate and two ensembles over block features, and a table of class tokens. */
import { type ByteReader, readBytes } from './byte-reader.ts';
import { readEnsemble } from './packed-trees.ts';
import { type TokenTable, tokenTable } from './token-table.ts';
import type { Hopeful, Trees } from './trees.ts';

export interface ExtractionModel {
  /** Hash of the column names it was trained on, see `columnsHash`. */
  readonly columns: number;
  readonly tokens: TokenTable;
  /** Page features → is it an article? */
  readonly gate: Trees;
  /** Block features → is it content? For pages of any kind, and for articles. */
  readonly general: HopefulTrees;
  readonly articles: HopefulTrees;
}

export interface HopefulTrees {
  readonly trees: Trees;
  readonly hopeful: Hopeful;
}

const MAGIC = 0x334d4341;

/** Reads what training/extraction/model_file.py writes; the layout is described there. */
export function readExtractionModel(bytes: Uint8Array): ExtractionModel {
  const reader = readBytes(bytes);
  if (reader.u32() !== MAGIC) throw new Error('extraction model: these bytes are no model');
  const columns = reader.u32();
  reader.u32();
  reader.u32();
  const tokens = reader.u32();
  const hashes = reader.u32s(tokens);
  const table = tokenTable(hashes, reader.u8s(tokens));
  const ensembles = reader.u32();
  if (ensembles !== 3) throw new Error(`extraction model: ${ensembles} ensembles, not 3`);
  return {
    columns,
    tokens: table,
    gate: readEnsemble(reader),
    general: readHopeful(reader),
    articles: readHopeful(reader),
  };
}

function readHopeful(reader: ByteReader): HopefulTrees {
  const look = reader.u32();
  const [least, slope, base] = reader.f32s(3) as unknown as [number, number, number];
  return { trees: readEnsemble(reader), hopeful: { look, least, slope, base } };
}

/** FNV-1a over the names, a line each: a model fits only the columns it was trained on. */
export function columnsHash(names: readonly string[]): number {
  let hash = 0x811c9dc5;
  const text = names.join('\n');
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
