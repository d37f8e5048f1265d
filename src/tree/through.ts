/** An index through another: `values[index[n]]` for each n. */
export function through(values: Int32Array, index: Int32Array): Int32Array {
  const found = new Int32Array(index.length);
  for (let at = 0; at < found.length; at += 1) found[at] = values[index[at] as number] as number;
  return found;
}
