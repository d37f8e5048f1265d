/** An index through another: `values[index[n]]` for each n, written to `found`. */
export function through(
  values: Int32Array,
  index: Int32Array,
  found: Int32Array = new Int32Array(index.length),
): Int32Array {
  for (let at = 0; at < found.length; at += 1) found[at] = values[index[at] as number] as number;
  return found;
}
