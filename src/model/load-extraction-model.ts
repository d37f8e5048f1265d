/** The shipped model. A module of its own, so that it loads when a page needs it and not before. */
import { bytesOf } from './base64.ts';
import { type ExtractionModel, readExtractionModel } from './extraction-model.ts';
import { WEIGHTS } from './extraction-weights.ts';

/** Takes some milliseconds: load it once for any number of pages. */
export const loadExtractionModel = (): ExtractionModel => readExtractionModel(bytesOf(WEIGHTS));
