/** Figures of all scripts as ASCII has them: ۱۲٬۴۰۰٫۵٪ has the form of 12,400.5%. */
import { valueOfDigits } from '../../lines/digits.ts';

/** One UTF-16 unit each, so that no index moves. */
const FOREIGN = /[\u066a-\u066c]|(?=[\u0660-\uffff])\p{Nd}/gu;
const HAS_FOREIGN = new RegExp(FOREIGN, 'u');
const MARKS: Readonly<Record<string, string>> = { '٪': '%', '٫': '.', '٬': ',' };

/** As long as the text. */
export const withPlainFigures = (text: string): string =>
  HAS_FOREIGN.test(text) ? text.replace(FOREIGN, (sign) => MARKS[sign] ?? String(valueOfDigits(sign))) : text;
