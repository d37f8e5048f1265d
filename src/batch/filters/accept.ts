/** Which documents a batch wants: long enough, in the languages asked for, sure enough. */
import type { Document } from '../../document.ts';
import type { Reason } from '../../errors.ts';

export interface Wanted {
  readonly minWords?: number;
  /** BCP 47 language ranges; `und` is a page whose language is not known, `*` any that is. */
  readonly languages?: readonly string[];
  /** 0–1. */
  readonly minConfidence?: number;
}

export interface Refusal {
  readonly reason: Reason;
  readonly message: string;
}

/** Why this document is not wanted, or nothing where it is. */
export function refusal({ metadata, quality }: Document, wanted: Wanted): Refusal | undefined {
  const { minWords = 0, languages = [], minConfidence = 0 } = wanted;
  const { words } = quality.facts;
  if (words < minWords) return { reason: 'too-short', message: `${words} words, fewer than ${minWords}` };
  const language = metadata.language?.value ?? 'und';
  if (languages.length > 0 && !languages.some((range) => isInRange(language, range))) {
    return { reason: 'other-language', message: `language ${language}, not ${languages.join(', ')}` };
  }
  if (quality.confidence < minConfidence) {
    return { reason: 'low-confidence', message: `confidence ${quality.confidence}, below ${minConfidence}` };
  }
  return undefined;
}

/** Basic filtering of RFC 4647: the range is the tag or a beginning of it that ends before a hyphen. */
export function isInRange(tag: string, range: string): boolean {
  if (range === '*') return tag !== 'und';
  const [whole, start] = [tag.toLowerCase(), range.toLowerCase()];
  return whole === start || whole.startsWith(`${start}-`);
}

/** Whether this is written as a language range is: `en`, `zh-Hant`, `*`. */
export const isLanguageRange = (range: string): boolean => /^(?:\*|[a-z]{2,8}(?:-[a-z\d]{1,8})*)$/i.test(range);
