/**
 * Lines that the width of a page cut from the line above, in scripts whose letters have no case and so do not tell what begins:
 *
 *   저장 시 암호화: 장치, 서버 또는 저장 시스템에 저장된 데이터를 암호화하는 것을
 *   포함합니다. 공격자가 저장 매체에 물리적으로 접근하더라도 암호화 키 없이는 데이
 *   터를 접근할 수 없습니다.
 */
import { codeUnitAt } from '../../code-unit.ts';
import { isFull, wrappingOf } from '../table/rows/unwrap.ts';
import { CASELESS, flagsOf } from './glyphs.ts';
import { endsInSign, endsSentence, type Line } from './line.ts';

/** Where so few lines begin with such letters no other line needs them. */
const FEWEST_CASELESS = 3;
/** Commas and what opens: a line that ends so goes on. */
const OPEN_END = /[,،、，؛;([{（「『"“«–—-]$/;

/** 1 for each line that goes on from the one above for lack of room there; nothing where the text is not of such a script or not wrapped. */
export function brokenByPage(lines: readonly Line[]): Uint8Array | undefined {
  let caseless = 0;
  for (const { raw } of lines) if (raw !== '' && (flagsOf(codeUnitAt(raw, 0)) & CASELESS) !== 0) caseless += 1;
  if (caseless < FEWEST_CASELESS) return undefined;
  const written = lines.map(({ indent, raw }) => (indent === 0 ? raw : ' '.repeat(indent) + raw));
  const wrapping = wrappingOf(
    lines.flatMap(({ blankBefore, isWhole = false }, at) => [
      ...(blankBefore ? [''] : []),
      isWhole ? '' : (written[at] as string),
    ]),
  );
  if (wrapping === undefined) return undefined;
  const broken = new Uint8Array(lines.length);
  for (let at = 1; at < lines.length; at += 1) {
    const [above, line] = [lines[at - 1] as Line, lines[at] as Line];
    if (line.blankBefore || line.marker !== undefined || line.hashes > 0 || above.hashes > 0) continue;
    if (line.indent !== above.indent && above.marker === undefined) continue;
    if (goesOn(above.raw) && isFull(written[at - 1] as string, line.raw, wrapping)) broken[at] = 1;
  }
  return broken;
}

const goesOn = (raw: string): boolean => raw !== '' && (!endsInSign(raw) || (OPEN_END.test(raw) && !endsSentence(raw)));
