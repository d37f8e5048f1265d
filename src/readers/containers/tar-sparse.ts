/** Sparse files in tar: what is stored are the parts between holes. GNU's own headers, and pax 0.0, 0.1 and 1.0. */
import { ConvertError } from '../../errors.ts';
import type { ByteReader } from '../streams/byte-reader.ts';
import { type SizeLimits, tooLarge } from '../too-large.ts';
import { BLOCK, type Extra, numberIn } from './tar-header.ts';

/** A stored part: where in the file it stands, and its length. */
type Segment = readonly [start: number, length: number];

export interface Sparse {
  readonly segments: readonly Segment[];
  /** Length of the file with its holes. */
  readonly size: number;
}

/** Takes the further headers of a GNU sparse member (`S`), whose own header is `block`. */
export async function gnuSparse(block: Buffer, reader: ByteReader): Promise<Sparse> {
  const segments = segmentsIn(block.subarray(386, 482));
  const size = numberIn(block.subarray(483, 495));
  for (let isExtended = block[482] === 1; isExtended; ) {
    const more = await reader.take(BLOCK);
    segments.push(...segmentsIn(more.subarray(0, 504)));
    isExtended = more[504] === 1;
  }
  return { segments, size };
}

/** 12 bytes the start, 12 the length, in a row. */
function segmentsIn(map: Buffer): Segment[] {
  const segments: Segment[] = [];
  for (let at = 0; at + 24 <= map.length && map[at] !== 0; at += 24) {
    segments.push([numberIn(map.subarray(at, at + 12)), numberIn(map.subarray(at + 12, at + 24))]);
  }
  return segments;
}

/** The map in pax records, or with 1.0 in lines of digits at the start of the content; undefined where it is not sparse. */
export function paxSparse(extra: Extra, content: Buffer): { sparse: Sparse; start: number } | undefined {
  const size = Number(extra.get('GNU.sparse.realsize') ?? extra.get('GNU.sparse.size') ?? Number.NaN);
  if (Number.isNaN(size)) return undefined;
  if (extra.get('GNU.sparse.major') === '1') {
    const [count = 0, ...numbers] = linesOf(content);
    const end = numbers[2 * count] ?? 0;
    return { sparse: { segments: paired(numbers.slice(0, 2 * count)), size }, start: Math.ceil(end / BLOCK) * BLOCK };
  }
  const starts = numbersIn(extra.get('GNU.sparse.offset'));
  const lengths = numbersIn(extra.get('GNU.sparse.numbytes'));
  const map = extra.get('GNU.sparse.map');
  const numbers = map === undefined ? starts.flatMap((start, at) => [start, lengths[at] ?? 0]) : numbersIn(map);
  return { sparse: { segments: paired(numbers), size }, start: 0 };
}

const numbersIn = (list = ''): number[] => (list === '' ? [] : list.split(',').map(Number));

const paired = (numbers: readonly number[]): Segment[] =>
  Array.from({ length: numbers.length >> 1 }, (_, at) => [numbers[2 * at] ?? 0, numbers[2 * at + 1] ?? 0]);

/** A count, so many pairs of numbers, each in a line, and after them as one number more where the lines end. */
function linesOf(content: Buffer): number[] {
  const numbers: number[] = [];
  let at = 0;
  for (let left = 1; left > 0; left -= 1) {
    const end = content.indexOf(10, at);
    if (end < 0) break;
    const number = Number.parseInt(content.toString('latin1', at, end), 10);
    numbers.push(number);
    if (numbers.length === 1) left += 2 * number;
    at = end + 1;
  }
  return [...numbers, at];
}

/** The file with zeros in its holes. Throws a ConvertError `too-large` or `corrupt`. */
export function withHoles(stored: Buffer, { segments, size }: Sparse, limits: SizeLimits): Buffer {
  if (size > limits.maxBytes) throw tooLarge(limits, ' with its holes');
  const file = Buffer.alloc(size);
  let at = 0;
  for (const [start, length] of segments) {
    if (!(start >= 0 && length >= 0 && start + length <= size && at + length <= stored.length))
      throw new ConvertError('corrupt', 'corrupt: the map of a sparse file does not fit its content');
    stored.copy(file, start, at, at + length);
    at += length;
  }
  return file;
}
