/** Probabilities of blocks → which to keep: the choice with the highest expected F. */

export interface Selection {
  /** 1 for each kept block. */
  readonly keep: Uint8Array;
  /** 1 for each block that says what a likelier one says. */
  readonly copies: Uint8Array;
  /** Words of content that the page is expected to hold. */
  readonly expectedWords: number;
  /** Expected F1 of the choice, 0–1. */
  readonly expected: number;
}

/** Long texts that stand on the page twice are content once. Shorter ones repeat by right: labels, names. */
const SAME_WORDS = 6;
/** A page of which fewer words of content are to be expected has none: shells of one site come to 14. From 15 to 30 no better. */
const LEAST_EXPECTED = 15;

/**
 * Ties go to the earlier block.
 * @param recall what recall weighs beside precision: the square of the beta of F-beta
 */
export function select(
  probabilities: Float64Array,
  words: ArrayLike<number>,
  texts: readonly string[],
  recall = 1,
): Selection {
  const count = probabilities.length;
  const keep = new Uint8Array(count);
  const copies = new Uint8Array(count);
  const order = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) order[at] = at;
  order.sort((a, b) => (probabilities[b] as number) - (probabilities[a] as number) || a - b);
  const seen = new Set<string>();
  const chosen: number[] = [];
  let total = 0;
  for (let rank = 0; rank < count; rank += 1) {
    const at = order[rank] as number;
    if ((words[at] as number) >= SAME_WORDS) {
      const text = texts[at] as string;
      if (seen.has(text)) {
        copies[at] = 1;
        continue;
      }
      seen.add(text);
    }
    chosen.push(at);
    total += (probabilities[at] as number) * (words[at] as number);
  }
  if (total < LEAST_EXPECTED) return { keep, copies, expectedWords: total, expected: 0 };
  let shared = 0;
  let kept = 0;
  let best = 0;
  let expected = 0;
  let length = 0;
  for (let rank = 0; rank < chosen.length; rank += 1) {
    const at = chosen[rank] as number;
    shared += (probabilities[at] as number) * (words[at] as number);
    kept += words[at] as number;
    const f = ((1 + recall) * shared) / (kept + recall * total);
    if (f > best) {
      best = f;
      expected = (2 * shared) / (kept + total);
      length = rank + 1;
    }
  }
  for (let rank = 0; rank < length; rank += 1) keep[chosen[rank] as number] = 1;
  return { keep, copies, expectedWords: total, expected };
}
