/**
 * Whether all lines but the first have the same figures in the same order, two at least, and the first has none:
 *
 *   Musée Ville Plein tarif Tarif réduit
 *   Musée du lin Bégard 4,50 € 2,50 €
 *   Maison du sel Batz 6,00 € 4,00 €
 */
const FEWEST_ROWS = 3;
const FEWEST_FIGURES = 2;
const FIGURE = /\p{Nd}[\p{Nd}.,:٫٬]*/gu;

export function haveAlikeFigures([first = '', ...body]: readonly string[]): boolean {
  if (body.length < FEWEST_ROWS || /\p{Nd}/u.test(first)) return false;
  let forms: string | undefined;
  for (const line of body) {
    const figures = line.match(FIGURE) ?? [];
    if (figures.length < FEWEST_FIGURES) return false;
    const own = figures.map((figure) => figure.replace(/\p{Nd}+/gu, '0')).join(' ');
    if (forms !== undefined && forms !== own) return false;
    forms = own;
  }
  return true;
}
