/** Code between lines of three backticks or tildes, as Markdown sets it apart. */
import type { Line } from '../lines/line.ts';

const OPENS = /^(?:```+|~~~+)[\w+#.-]*$/;
const BACKTICK = 96;
const TILDE = 126;
const CLOSES = /^(?:```+|~~~+)$/;

/** The indexes of the fences of each block; one that nothing closes is none. */
export function fencesOf(lines: readonly Line[]): { open: number; close: number }[] {
  const fences: { open: number; close: number }[] = [];
  let open = -1;
  for (const [at, { raw }] of lines.entries()) {
    const first = raw.charCodeAt(0);
    if (first !== BACKTICK && first !== TILDE) continue;
    if (open === -1 ? !OPENS.test(raw) : !CLOSES.test(raw)) continue;
    if (open === -1) open = at;
    else {
      fences.push({ open, close: at });
      open = -1;
    }
  }
  return fences;
}
