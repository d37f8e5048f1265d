import { expect, test } from 'vitest';
import { haveAlikeFigures } from '../../src/plain/table/rows/alike-figures.ts';

test('rows below names show the same figures in the same order', () => {
  const rows = [
    'Musée du lin Bégard 4,50 € 2,50 €',
    'Maison du sel Batz 6,00 € 4,00 €',
    'Musée des phares 12,50 € 5,50 €',
  ];
  expect(haveAlikeFigures(['Musée Ville Plein tarif Tarif réduit', ...rows])).toBe(true);
  expect(haveAlikeFigures(rows)).toBe(false);
  expect(haveAlikeFigures(['Musée Ville', ...rows.slice(0, 2), 'Ouvert depuis 1998'])).toBe(false);
});
