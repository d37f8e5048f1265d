/** Whether a line is worth the models that would read it as a whole table: seams stand close together in one that is. */
import { brokenPlaces, hasCaselessWords, plainlyBrokenPlaces } from './broken-habits.ts';
import { type CountSeams, isSentence, UNSPACED } from './rows-among.ts';

const SHORTEST = 16;
const LONGEST = 6000;
/** A statement, as programs have them. */
const STATEMENT = /[;{}]$/;
//   Load.Library("Tools")
const CALL = /\p{L}\((["'])[^"'()]*\1\)$/u;
const CODE_MARK = /[{};=<>|\\]|\(\)/g;
/** One in so many characters, and so many at least, is code within a line. */
const CHARACTERS_A_MARK = 80;
const FEWEST_MARKS = 3;

/** Fewer are a stop that lacks its blank, or a name. */
const SEAMS = 4;
/** Where there are few seams none is far from the next. */
const CHARACTERS_A_SEAM = 65;
const MANY_SEAMS = 10;
const CHARACTERS_A_FAR_SEAM = 120;
/** Where letters have no case and words are parted by blanks few seams show, and prose shows none. */
const CHARACTERS_A_CASELESS_SEAM = 400;

export function mayBeOneLine(line: string): boolean {
  const { length } = line;
  if (length < SHORTEST || length > LONGEST) return false;
  const least = Math.max(
    SEAMS,
    Math.min(MANY_SEAMS, Math.ceil(length / CHARACTERS_A_SEAM)),
    Math.ceil(length / CHARACTERS_A_FAR_SEAM),
  );
  const leastCaseless = Math.ceil(length / CHARACTERS_A_CASELESS_SEAM);
  // Most lines have next to no seams: no more is asked of them.
  const isUnspaced = UNSPACED.test(line);
  const places = isUnspaced && isSentence(line) ? plainlyBrokenPlaces : brokenPlaces;
  const seams = places(line, least);
  if (seams < leastCaseless || isCode(line)) return false;
  const isCaseless = isUnspaced || hasCaselessWords(line);
  if (isCaseless && isSentence(line) && !showsOwnSeams(line, places)) return false;
  if (seams >= least && distinctPlaces(line, least, places) >= least) return true;
  return !isUnspaced && isCaseless && distinctPlaces(line, leastCaseless, places) >= leastCaseless;
}

/**
 * Where letters have no case prose writes names and measures in other letters, which break habits by themselves, and brackets touch words:
 *
 *   API는 3.3V IoT 기기(예: 센서)에서 동작합니다.
 */
const BORROWED =
  /(?<=^|\s)\p{So}\ufe0f?(?=\s)|[([（][^()[\]（）]{1,40}[)\]）]|[\p{Script=Latin}\p{Nd}][\p{Script=Latin}\p{Nd}.,:'’+\-_/%°]*/gu;
/** Cells that are sentences hide most seams between letters of one script. */
const CHARACTERS_AN_OWN_SEAM = 1000;

/** Whether a sentence has seams beside those of what it borrows. */
function showsOwnSeams(line: string, places: CountSeams): boolean {
  const least = Math.ceil(line.length / CHARACTERS_AN_OWN_SEAM);
  return places(line.replace(BORROWED, ' '), least) >= least;
}

function isCode(line: string): boolean {
  if (STATEMENT.test(line.slice(-1)) || (line.endsWith(')') && CALL.test(line))) return true;
  const marks = line.match(CODE_MARK)?.length ?? 0;
  return marks >= FEWEST_MARKS && marks * CHARACTERS_A_MARK >= line.length;
}

/** Names of wares: WH46DBH500EVA3, GV-N5080. */
const CAPITALS_AND_FIGURES = /^[\p{Lu}\d.,:;()/-]+$/u;
/** Phone numbers and days: 080-2345-6789. */
const HYPHENATED_NUMBER = /^[+(]?\p{Nd}+\)?(?:[-–]\p{Nd}+)+[.,]?$/u;

/**
 * Counts what a text writes again and again once, the names of wares as one place, since texts about them are full of both, and
 * numbers with hyphens not at all.
 */
function distinctPlaces(line: string, most: number, places: CountSeams): number {
  let count = 0;
  for (const word of new Set(line.split(/\s+/))) {
    if (HYPHENATED_NUMBER.test(word)) continue;
    count += places(word, CAPITALS_AND_FIGURES.test(word) ? 1 : most - count);
    if (count >= most) break;
  }
  return count;
}
