/** How many lines back (or ahead, for direction −1) the last marked one lies: `most` at most, and where there is none. */
export function distances(isMarked: Uint8Array, direction: 1 | -1, most: number): Float64Array {
  const count = isMarked.length;
  const found = new Float64Array(count);
  let distance = most;
  for (let step = 0; step < count; step += 1) {
    const at = direction === 1 ? step : count - 1 - step;
    found[at] = distance;
    distance = isMarked[at] === 1 ? 1 : Math.min(most, distance + 1);
  }
  return found;
}
