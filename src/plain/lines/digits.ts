/** The value of decimal digits of any script: each block of ten starts at a multiple of ten above its zero. */
export function valueOfDigits(digits: string): number {
  let total = 0;
  for (const digit of digits) {
    const code = digit.codePointAt(0) as number;
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1;
    total = total * 10 + code - zero;
  }
  return total;
}
