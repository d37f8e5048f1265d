import { expect, test } from 'vitest';
import { readBlock } from '../../src/plain/table/seams/block.ts';
import { partNumbers } from '../../src/plain/table/seams/number-columns.ts';

/** Rows with bars where numbers are parted, printed without them and parted again. */
function partAgain(rows: readonly string[]): string[] {
  const block = readBlock(
    rows.map((row) => row.replaceAll('|', '')),
    'glued',
  );
  const scores = block.rows.map(({ places }) => new Float32Array(places.length));
  partNumbers(block, scores);
  return block.rows.map(({ text, places }, row) => {
    const cuts = new Set([...places].filter((_, at) => (scores[row]?.[at] ?? 0) > 0));
    return Array.from(text, (character, at) => (cuts.has(at) ? `|${character}` : character)).join('');
  });
}

test.each([
  [
    'groups of thousands and shares',
    ['ŞubeÜyeKitapArtış', 'Çınar1.240|18.500|%12', 'Yıldız980|9.300|%7,5', 'Kale2.015|22.100|%3'],
  ],
  [
    'hours of two figures behind the numbers of houses',
    ['AdressVonBis', 'Weg 5|08:30|22:00', 'Weg 12|09:00|21:00', 'Weg 77|10:00|20:30'],
  ],
  [
    'amounts, decimals and years',
    ['TownCostRateYear', 'Oslo$1,234|12.5|2019', 'Bergen$987|3.5|2020', 'Turku$12,001|22.4|2021'],
  ],
  ['lakhs and crores', ['वर्षपरीक्षार्थीप्रतिशत', '2022|8,45,210|78.0%', '2023|8,71,334|80.0%', '2024|9,02,118|82.0%']],
  ['Persian figures', ['گروهجلدفروشرشد', 'کودک۱۲٬۴۰۰|۸۶۵|۱۸٪', 'هنر۹٬۷۵۰|۷۱۲|۶٪', 'تاریخ۴٬۳۲۰|۵۰۸|۱۱٪']],
  [
    'the same number in all rows, and results',
    ['TeamPlayedPointsGoals', 'Orzeł13|31|34-12', 'Dalin13|29|28-15', 'Skawa13|9|30-19', 'Rudnik13|8|11-38'],
  ],
  ['days of a month', ['TownDayRain', 'Oulu22.6.|34 mm', 'Kevo3.6.|7 mm', 'Inari25.6.|96 mm']],
  ['one decimal each', ['SortOstWest', 'Roggen12.5|53.1', 'Hafer2.4|7.9', 'Hirse30.2|8.8']],
])('numbers that run together are parted by their form: %s', (_, rows) => {
  expect(partAgain(rows)).toEqual(rows);
});

test('whole numbers, telephone numbers and one number a row stay as they are', () => {
  for (const rows of [
    ['MatchesWonLost', 'Oslo1073', 'Voss1064', 'Bergen1055'],
    ['NamePhoneHours', 'Lae495 123-45-6710:00', 'War495 765-43-219:00', 'Lien495 222-11-0011:00'],
    ['TownVotes', 'Oslo12,040', 'Voss998', 'Bergen7,120'],
    ['PartSize', 'Pin KL031.6 mm', 'Pin KL052.4 mm', 'Pin KL093.1 mm'],
    ['TownShare', 'Oslo60-80%', 'Voss20-40%', 'Bergen5-15%'],
    ['TownShare', 'Oslo60−80%', 'Voss20−40%', 'Bergen5−15%'],
  ])
    expect(partAgain(rows)).toEqual(rows);
});
