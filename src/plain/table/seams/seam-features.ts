/**
 * A place in a row → numbers for the seam model. The order of `SEAM_FEATURES` is the contract with training/; each place
 * sees the habits of the document, the language's words, its own row and the other rows of the block.
 */
import { GRAM, gradesOf, hashGram, type WordModel } from '../../../model/words.ts';
import { type Block, edgeHashes, fourAt, pairAt } from './block.ts';
import { CLASS, CLASSES, isLetterClass, isWordClass, scriptOf } from './characters.ts';
import { CROSSING_FEATURES, crossingWords, putCrossing } from './crossing-words.ts';
import { allOf, type Habits, isSyllable, oneOf, slotOf } from './habits.ts';
import { NUMBER_FEATURES, putNumberContext } from './number-context.ts';
import { leftOf, type Row, runLeft, runRight } from './row.ts';

export const SEAM_FEATURES = [
  'joint',
  'leftClass',
  'rightClass',
  'leftBefore',
  'rightAfter',
  'leftScript',
  'rightScript',
  'markBetween',
  'leftDigits',
  'rightDigits',
  'leftLetters',
  'rightLetters',
  'tokenLeft',
  'tokenRight',
  'fromStart',
  'toEnd',
  'habit',
  'habitUnbroken',
  'habitParted',
  'rowPairs',
  'rowsWithPair',
  'shareWithPair',
  'rows',
  'rowIndex',
  'sameBeginning',
  'sameEnding',
  'shareRight',
  'shareLeft',
  'openBrackets',
  'inAtom',
  'atomEdge',
  'repeat',
  'right1Cell',
  'right2Word',
  'right2Cell',
  'right3Word',
  'right3Cell',
  'right4Word',
  'right4Cell',
  'left1Cell',
  'left2Word',
  'left2Cell',
  'left3Word',
  'left3Cell',
  'left4Word',
  'left4Cell',
  'across4',
  'across4Odds',
  'across6',
  'across6Odds',
  'wordRight',
  'wordRightCount',
  'wordRightWhole',
  'wordLeft',
  'wordLeftCount',
  'wordLeftWhole',
  'tokenKnown',
  'docRight3',
  'docRight4',
  'docLeft3',
  'docLeft4',
  'docAcross4',
  'docAcross6',
  'docAcross6Parted',
  'docWordRight',
  'docWordRightWhole',
  'docWordLeft',
  'docWordLeftWhole',
  'docTokenKnown',
  'documentLength',
  'capitalsLeft',
  'rightUpperLower',
  'across2',
  'across2Odds',
  'docAcross2',
  'docAcross2Share',
  ...NUMBER_FEATURES,
  ...CROSSING_FEATURES,
] as const;

const UNKNOWN = -20;
const LONGEST_WORD = 16;

/** One row of features for each of the places, one after the other. */
export function seamFeatures(
  block: Block,
  rowIndex: number,
  habits: Habits,
  words: WordModel | undefined,
  places: Int32Array = (block.rows[rowIndex] as Row).places,
): Float32Array {
  const row = block.rows[rowIndex] as Row;
  const width = SEAM_FEATURES.length;
  const out = new Float32Array(places.length * width);
  const atoms = atomsOf(row.text);
  const depths = bracketDepths(row.text);
  const beginnings = edgeHashes(row.codes, false);
  const endings = edgeHashes(row.codes, true);
  const pairs = new Map<number, number>();
  for (const place of row.places) pairs.set(pairAt(row, place), (pairs.get(pairAt(row, place)) ?? 0) + 1);
  const window = new Uint16Array(6);
  const known = new Uint8Array(OWN_WORDS + 5);
  // Where cells are joined by a blank no place is inside a word.
  const crossing = block.joint === 'glued' ? crossingWords(row, words, habits) : undefined;
  const { codes, classes } = row;
  const { length } = codes;
  let to = 0;
  const put = (value: number) => {
    out[to] = value;
    to += 1;
  };
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] as number;
    to = index * width;
    const left = leftOf(row, place);
    // Cells joined by a blank: what touches the place on the left ends before the blank.
    const leftEnd = block.joint === 'space' ? trimmedEnd(classes, place) : place;
    const leftClass = left < 0 ? 0 : (classes[left] as number);
    const rightClass = classes[place] as number;
    put(block.joint === 'space' ? 1 : 0);
    put(leftClass);
    put(rightClass);
    put(left < 1 ? 0 : (classes[left - 1] as number));
    put(place + 1 < length ? (classes[place + 1] as number) : 0);
    put(left < 0 ? 0 : scriptOf(codes[left] as number));
    put(scriptOf(codes[place] as number));
    put(leftEnd - 1 > left ? 1 : 0);
    put(runLeft(classes, leftEnd, (value) => value === CLASS.digit));
    put(runRight(classes, place, (value) => value === CLASS.digit));
    const lettersLeft = runLeft(classes, leftEnd, isLetterClass);
    const lettersRight = runRight(classes, place, isLetterClass);
    put(lettersLeft);
    put(lettersRight);
    put(runLeft(classes, leftEnd, (value) => value !== CLASS.blank));
    put(runRight(classes, place, (value) => value !== CLASS.blank));
    put(Math.min(400, place));
    put(Math.min(400, length - place));
    const pair = leftClass * CLASSES + rightClass;
    const unbroken = habits.unbroken[pair] as number;
    const parted = habits.parted[pair] as number;
    put(Math.log2((unbroken + 0.5) / (parted + 0.5)));
    put(Math.min(5, Math.log2(unbroken + 1)));
    put(Math.min(6, Math.log2(parted + 1)));
    put(Math.min(5, pairs.get(pair) ?? 0));
    const rowsWithPair = block.rowsWithPair[pair] as number;
    put(Math.min(6, rowsWithPair));
    put(rowsWithPair / block.rows.length);
    put(Math.min(8, block.rows.length));
    put(Math.min(5, rowIndex));
    put(Math.min(4, (block.beginnings.get(beginnings[place] ?? 0) ?? 1) - 1));
    put(Math.min(4, (block.endings.get(endings[length - place] ?? 0) ?? 1) - 1));
    put(((block.rowsWithFour.get(fourAt(codes, place)) ?? 1) - 1) / block.rows.length);
    put(((block.rowsWithFour.get(fourAt(codes, leftEnd - 4)) ?? 1) - 1) / block.rows.length);
    put(depths[place] as number);
    put(atoms[place] === 1 ? 1 : 0);
    put(atoms[place] === 2 ? 1 : 0);
    put(repeatAt(codes, place));
    for (let size = 1; size <= 4; size += 1) {
      const grades = words === undefined ? -1 : gradesOf(words, hashGram(GRAM.right, codes, place, place + size));
      if (size > 1) put(grades < 0 ? UNKNOWN : (grades >> 4) - 8);
      put(grades < 0 ? UNKNOWN : (grades & 15) - 12);
    }
    for (let size = 1; size <= 4; size += 1) {
      const grades = words === undefined ? -1 : gradesOf(words, hashGram(GRAM.left, codes, leftEnd - size, leftEnd));
      if (size > 1) put(grades < 0 ? UNKNOWN : (grades >> 4) - 8);
      put(grades < 0 ? UNKNOWN : (grades & 15) - 12);
    }
    let four = -1;
    let six = -1;
    for (let size = 2; size <= 3; size += 1) {
      for (let step = 0; step < size; step += 1) {
        window[step] = codes[leftEnd - size + step] ?? 32;
        window[size + step] = codes[place + step] ?? 32;
      }
      const hash = hashGram(GRAM.across, window, 0, size * 2);
      if (size === 2) four = slotOf(habits.grams, hash);
      else six = slotOf(habits.grams, hash);
      const grades = words === undefined ? -1 : gradesOf(words, hash);
      put(grades < 0 ? -1 : grades >> 4);
      put(grades < 0 ? UNKNOWN : (grades & 15) - 8);
    }
    wordsAround(row, leftEnd, place, words, habits, known);
    for (let at = 0; at < OWN_WORDS; at += 1) put(known[at] as number);
    put(borderOdds(habits, hashGram(GRAM.right, codes, place, place + 3)));
    put(borderOdds(habits, hashGram(GRAM.right, codes, place, place + 4)));
    put(borderOdds(habits, hashGram(GRAM.left, codes, leftEnd - 3, leftEnd)));
    put(borderOdds(habits, hashGram(GRAM.left, codes, leftEnd - 4, leftEnd)));
    put(four < 0 ? 0 : oneOf(habits.grams, four));
    put(six < 0 ? 0 : oneOf(habits.grams, six));
    put(six < 0 ? 0 : allOf(habits.grams, six) - oneOf(habits.grams, six));
    for (let at = OWN_WORDS; at < known.length; at += 1) put(known[at] as number);
    put(Math.min(12, Math.log2(habits.characters + 1)));
    put(runLeft(classes, leftEnd, (value) => value === CLASS.upper));
    put(rightClass === CLASS.upper && classes[place + 1] === CLASS.lower ? 1 : 0);
    for (const value of syllablesAround(row, leftEnd, place, words, habits)) put(value);
    putNumberContext(row, leftEnd, place, out, to);
    if (crossing !== undefined) putCrossing(crossing, row, place, out, to + NUMBER_FEATURES.length);
  }
  return out;
}

function trimmedEnd(classes: Uint8Array, place: number): number {
  let end = place;
  while (end > 0 && classes[end - 1] === CLASS.blank) end -= 1;
  return end;
}

/** Log-odds that the document has an edge of a word at these letters. */
function borderOdds({ grams }: Habits, hash: number): number {
  const slot = slotOf(grams, hash);
  if (slot < 0) return UNKNOWN;
  const one = oneOf(grams, slot);
  return Math.log2((one + 0.5) / (allOf(grams, slot) - one + 0.5));
}

/** What is known of words around a place: seven numbers from the language, then five from the document. */
const OWN_WORDS = 7;

/** The longest known word that begins, and that ends, at a place, and whether the whole run of letters is known. */
function wordsAround(
  { codes, classes }: Row,
  leftEnd: number,
  place: number,
  words: WordModel | undefined,
  habits: Habits,
  known: Uint8Array,
): void {
  const right = Math.min(LONGEST_WORD, runRight(classes, place, isWordClass));
  const left = Math.min(LONGEST_WORD, runLeft(classes, leftEnd, isWordClass));
  known.fill(0);
  const look = (from: number, to: number, run: number, side: 0 | 1) => {
    const ofLanguage = side * 3;
    const own = OWN_WORDS + side * 2;
    const hash = hashGram(GRAM.word, codes, from, to);
    const size = to - from;
    const grades = words === undefined || known[ofLanguage] !== 0 ? -1 : gradesOf(words, hash);
    if (grades >= 0) {
      known[ofLanguage] = size;
      known[ofLanguage + 1] = grades >> 4;
      known[ofLanguage + 2] = size === run ? 1 : 0;
    }
    if (known[own] === 0 && slotOf(habits.grams, hash) >= 0) {
      known[own] = size;
      known[own + 1] = size === run ? 1 : 0;
    }
    return known[ofLanguage] !== 0 && known[own] !== 0;
  };
  for (let size = right; size >= 2; size -= 1) if (look(place, place + size, right, 0)) break;
  for (let size = left; size >= 2; size -= 1) if (look(leftEnd - size, leftEnd, left, 1)) break;
  if (leftEnd !== place || left + right > LONGEST_WORD || left === 0 || right === 0) return;
  const hash = hashGram(GRAM.word, codes, place - left, place + right);
  known[OWN_WORDS - 1] = words === undefined ? 0 : Math.max(0, gradesOf(words, hash)) >> 4;
  const slot = slotOf(habits.grams, hash);
  known[OWN_WORDS + 4] = slot < 0 ? 0 : Math.min(255, allOf(habits.grams, slot));
}

const NO_SYLLABLES = [-2, UNKNOWN, -1, -1] as const;

/** How firmly the two characters at a place belong together, in the language and in the document. */
function syllablesAround(
  { codes }: Row,
  leftEnd: number,
  place: number,
  words: WordModel | undefined,
  { grams }: Habits,
): readonly number[] {
  const [left, right] = [codes[leftEnd - 1] ?? 32, codes[place] as number];
  if (!isSyllable(left) || !isSyllable(right)) return NO_SYLLABLES;
  const hash = hashGram(GRAM.across, Uint16Array.of(left, right), 0, 2);
  const grades = words === undefined ? -1 : gradesOf(words, hash);
  const countOf = (gram: number): number => {
    const slot = slotOf(grams, gram);
    return slot < 0 ? 0 : allOf(grams, slot);
  };
  const together = countOf(hash);
  const rarer = Math.min(
    countOf(hashGram(GRAM.right, codes, leftEnd - 1, leftEnd)),
    countOf(hashGram(GRAM.right, codes, place, place + 1)),
  );
  return [
    grades < 0 ? -1 : grades >> 4,
    grades < 0 ? UNKNOWN : (grades & 15) - 8,
    Math.min(20, together),
    rarer === 0 ? -1 : together / rarer,
  ];
}

const ATOM =
  /https?:\/\/\S{1,300}|[\w.+-]{1,60}@[\w-]{1,60}\.[\w.]{1,60}|:[a-z_]{2,30}:|[{<]\w{1,30}[}>]|\p{Nd}{1,4}([-/.:])\p{Nd}{1,2}(?:\1\p{Nd}{1,4})?|\p{Nd}{1,3}(?:[.,\u00a0\u202f]\p{Nd}{3})+|\p{Nd}[.,]\p{Nd}+/giu;

/** 1 inside what is never cut, 2 at the edge of it. */
function atomsOf(text: string): Uint8Array {
  const marks = new Uint8Array(text.length + 1);
  for (const { 0: atom, index } of text.matchAll(ATOM)) {
    marks[index] = 2;
    marks.fill(1, index + 1, index + atom.length);
    marks[index + atom.length] = 2;
  }
  return marks;
}

function bracketDepths(text: string): Int8Array {
  const depths = new Int8Array(text.length + 1);
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    depths[at] = depth;
    const character = text[at] as string;
    if ('([{（「『【«“'.includes(character)) depth = Math.min(9, depth + 1);
    else if (')]}）」』】»”'.includes(character)) depth = Math.max(0, depth - 1);
  }
  return depths;
}

/** The length of a text that stands directly before a place and again after it. */
function repeatAt(codes: Uint16Array, place: number): number {
  const most = Math.min(40, place, codes.length - place);
  for (let size = most; size >= 1; size -= 1) {
    let step = 0;
    while (step < size && codes[place - size + step] === codes[place + step]) step += 1;
    if (step === size) return size;
  }
  return 0;
}
