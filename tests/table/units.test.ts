import { expect, test } from 'vitest';
import { partAnswers } from '../../src/plain/table/seams/answers.ts';
import { readBlock } from '../../src/plain/table/seams/block.ts';
import type { Joint } from '../../src/plain/table/seams/row.ts';
import { keepUnits } from '../../src/plain/table/seams/units.ts';

/** Rows with bars where one of the two speaks for a cut, and underscores where it speaks against one. */
function marked(read: typeof keepUnits, rows: readonly string[], joint: Joint): string[] {
  const block = readBlock(rows, joint);
  const scores = block.rows.map(({ places }) => new Float32Array(places.length));
  read(block, scores);
  return block.rows.map(({ text, places }, row) => {
    const signs = new Map([...places].map((place, at) => [place, scores[row]?.[at] ?? 0]));
    return Array.from(text, (character, at) => {
      const score = signs.get(at) ?? 0;
      return `${score > 0 ? '|' : score < 0 ? '_' : ''}${character}`;
    }).join('');
  });
}

test('what all rows write behind their numbers is a unit, behind which the next cell begins', () => {
  expect(
    marked(keepUnits, ['湯宿代風呂', '白峰温泉14,800円あり', '鷹ノ湯11,500円なし', '奥川18,200円あり'], 'glued'),
  ).toEqual(['湯宿代風呂', '白峰温泉14,800_円|あり', '鷹ノ湯11,500_円|なし', '奥川18,200_円|あり']);
  expect(marked(keepUnits, ['ទូកតម្លៃ', 'ស 25 ដុល្លារមាន', 'ក 18 ដុល្លារគ្មាន', 'ព 40 ដុល្លារមាន'], 'glued')[1]).toBe(
    'ស 25 ដុល្លារ|មាន',
  );
  expect(
    marked(
      keepUnits,
      ['Szőlő Nap', 'Furmint szeptember 24.', 'Kadarka szeptember 28.', 'Rizling szeptember 2.'],
      'space',
    )[1],
  ).toBe('Furmint szeptember _24.');
});

test('thousands parted by a blank belong to the number before their unit, and a sign before a number to it', () => {
  expect(marked(keepUnits, ['Post Pris', 'Hyra 1 240 kr', 'Mat 2 150 kr', 'Båt 395 kr'], 'space').slice(1)).toEqual([
    'Hyra 1 _240 _kr',
    'Mat 2 _150 _kr',
    'Båt 395 _kr',
  ]);
  expect(
    marked(
      keepUnits,
      ['Nafasi Zawadi', 'Ya kwanza Sh 50 Sh 30', 'Ya pili Sh 30 Sh 20', 'Ya tatu Sh 20 Sh 10'],
      'space',
    )[1],
  ).toBe('Ya kwanza Sh _50 Sh _30');
});

test('one letter is a unit where different words follow it, or it ends a row', () => {
  expect(
    marked(
      keepUnits,
      ['ТрассаПерепадВид', 'Круг18 млёгкая', 'Просека65 мсредняя', 'Берёзовая42 мобычная'],
      'glued',
    ).slice(1),
  ).toEqual(['Круг18 м|лёгкая', 'Просека65 м|средняя', 'Берёзовая42 м|обычная']);
  expect(
    marked(keepUnits, ['MónGiáGhi chú', 'Phở35.000 đcó chay', 'Bún30.000 đ', 'Cháo15.000 đbán sớm'], 'glued')[1],
  ).toBe('Phở35.000 đ|có chay');
});

test('words of other cells are no units', () => {
  for (const rows of [
    ['TownVotes', 'Oslo12Anne', 'Voss9Marit', 'Bergen7Kari'],
    ['Stand Version Bis', '1.0.2TBD', '1.0.3TBD', '1.0.9TBD'],
  ])
    expect(marked(keepUnits, rows, 'glued')).toEqual(rows);
  expect(marked(keepUnits, ['Burg Groß Klein', 'A 120 Kč 80 Kč', 'B 110 Kč 70 Kč', 'C 90 Kč 60 Kč'], 'space')[1]).toBe(
    'A 120 _Kč 80 _Kč',
  );
});

test('two short words that end the rows, each behind different words, are a column', () => {
  const rows = ['Trail Level Lit', 'Umbra easy yes', 'Beech hard yes', 'Mill hard no', 'Ridge easy no'];
  expect(marked(partAnswers, rows, 'space').slice(1, 3)).toEqual(['Umbra easy |yes', 'Beech hard |yes']);
  expect(
    marked(partAnswers, ['Ware', 'Rye own farm', 'Oat own farm', 'Pea own shop', 'Bean own shop'], 'space')[1],
  ).toBe('Rye own farm');
});

test('rows that end in the same two words are parted by them', () => {
  const rows = ['AusstattungMöweKraxlerWind', 'Regenverdeckjaneinja', 'Sitzbankjajaja', 'Feststellbremseneinneinja'];
  expect(marked(partAnswers, rows, 'glued').slice(1)).toEqual([
    'Regenverdeck|j_a|n_e_i_n|j_a',
    'Sitzbank|j_a|j_a|j_a',
    'Feststellbremse|n_e_i_n|n_e_i_n|j_a',
  ]);
  const verse = ['Abend', 'wir wollen leben', 'und haben gegeben', 'was wir erleben', 'und wieder geben'];
  expect(marked(partAnswers, verse, 'glued')).toEqual(verse);
});
