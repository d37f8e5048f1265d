/** Milliseconds since some moment; the platform's `performance` takes longer to load than a small page to convert. */
export function now(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1000 + nanoseconds / 1e6;
}
