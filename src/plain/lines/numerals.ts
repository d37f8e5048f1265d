/** Numbers that are not written in digits. */
const NUMERALS = '一二三四五六七八九';

/** 十二 is 12. */
export function valueOfHan(numeral: string): number {
  const [tens = '', ones] = numeral.includes('十') ? numeral.split('十') : ['0', numeral];
  const ten = tens === '' ? 1 : tens === '0' ? 0 : NUMERALS.indexOf(tens) + 1;
  return ten * 10 + (ones ? NUMERALS.indexOf(ones) + 1 : 0);
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** XIV is 14. */
export function valueOfRoman(numeral: string): number {
  let total = 0;
  for (const [at, letter] of [...numeral].entries()) {
    const value = ROMAN[letter] ?? 0;
    total += value < (ROMAN[numeral[at + 1] ?? ''] ?? 0) ? -value : value;
  }
  return total;
}
