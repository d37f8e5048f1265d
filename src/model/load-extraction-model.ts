/** The shipped model. A module of its own, so that it loads when a page needs it and not before. */
import { fromBase64 } from './byte-reader.ts';
import { type ExtractionModel, readExtractionModel } from './extraction-model.ts';
import { WEIGHTS } from './extraction-weights.ts';

let loaded: ExtractionModel | undefined;

/** Reads it once; it never changes. */
export function loadExtractionModel(): ExtractionModel {
  loaded ??= readExtractionModel(fromBase64(WEIGHTS));
  return loaded;
}
