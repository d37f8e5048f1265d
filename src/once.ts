/** What is made when it is first asked for, and kept: a start makes only the patterns and tables that its page takes. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
