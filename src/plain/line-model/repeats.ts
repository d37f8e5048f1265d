/** By line: how often it stands in the text, told by keys that equal lines share; one without a key, 0, counts as standing once. */
export function repeatsOf(key: Float64Array): Uint32Array {
  const repeats = new Uint32Array(key.length).fill(1);
  const firsts = new Map<number, number>();
  const first = new Uint32Array(key.length);
  for (let at = 0; at < key.length; at += 1) {
    first[at] = at;
    if (key[at] === 0) continue;
    const before = firsts.get(key[at] as number);
    if (before === undefined) firsts.set(key[at] as number, at);
    else {
      first[at] = before;
      repeats[before] = (repeats[before] as number) + 1;
    }
  }
  // The first of its kind stands before all others.
  for (let at = 0; at < key.length; at += 1) repeats[at] = repeats[first[at] as number] as number;
  return repeats;
}
