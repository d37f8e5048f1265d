/** Names of people and days, as they stand below a title and at the end of a letter. */

//   Ines Holt     By Ines Holt     Ines M. Holt
const NAME = /^(?!.*\p{Lu}{2})(?:\p{L}{1,8} )?\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}\.)?(?: \p{Lu}[\p{L}\p{M}'’-]+){1,2}$/u;

/** Two or three words with capitals, maybe behind another one. */
export const isName = (text: string): boolean => text.length <= NAME_LENGTH && NAME.test(text);
const NAME_LENGTH = 40;

//   Sunday, 8 October 2023     2024年2月8日     12.5.2019, 08:15
const YEAR = /(?<!\p{Nd})\p{Nd}{4}(?!\p{Nd})/u;
const NUMBERS = /\p{Nd}+\P{Nd}+\p{Nd}+/u;
const DAY_LENGTH = 48;

/** A year and another number, and few words. */
export const isDay = (text: string): boolean => text.length <= DAY_LENGTH && NUMBERS.test(text) && YEAR.test(text);
