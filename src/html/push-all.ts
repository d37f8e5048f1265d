/** One by one: a page may have more blocks, and a line more pieces, than a call takes arguments. */
export function pushAll<T>(list: T[], more: readonly T[]): void {
  for (let at = 0; at < more.length; at += 1) list.push(more[at] as T);
}
