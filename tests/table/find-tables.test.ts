import { expect, test } from 'vitest';
import { findTables } from '../../src/plain/table/find-tables.ts';
import { isFull, wrappingOf } from '../../src/plain/table/rows/unwrap.ts';

const isItem = (lines: readonly string[]) => (at: number) => /^\s*[-*•] /.test(lines[at] as string);

const rowsIn = (text: string) => {
  const lines = text.split('\n');
  return findTables(lines, isItem(lines)).map(({ rows }) => rows.map((row) => row.join(' / ')));
};

test('a row under a rule of pipes goes on over lists and line breaks until it has all its cells', () => {
  const text = [
    'Kind | Forms | Views  ',
    '---|---|---  ',
    'Boat | - Sloop  ',
    '- Yawl | - All boats  ',
    '- My boats  ',
    'Pier | None |   ',
    '  ',
    'After it.',
  ].join('\n');
  expect(rowsIn(text)).toEqual([
    ['Kind / Forms / Views', 'Boat / - Sloop - Yawl / - All boats - My boats', 'Pier / None / '],
  ]);
});

test('a dash in the first cell of a row of pipes is no item', () => {
  expect(rowsIn('Day | Sum\n---|---\nMay 1 | 20\n- | 30\n')).toEqual([['Day / Sum', 'May 1 / 20', '- / 30']]);
});

test('rows of tabs that all lack cells are put together to the width that fits all', () => {
  const text = 'Kind\tForms\tViews\nBoat\t- Sloop\n- Yawl\t- All\nPier\t- Old\n- New\t- Some\nDock\tA\n- B\tC\n';
  expect(rowsIn(text)).toEqual([
    ['Kind / Forms / Views', 'Boat / - Sloop - Yawl / - All', 'Pier / - Old - New / - Some', 'Dock / A - B / C'],
  ]);
});

test('a line over rows of fewer tabs is the title of another table', () => {
  const text = 'Castle\tAdults\tChildren\nKost\t180\t130\nTrosky\t110\t70\nDistances\nLeg\tKilometres\nKost\t14\n';
  expect(rowsIn(text)).toEqual([
    ['Castle / Adults / Children', 'Kost / 180 / 130', 'Trosky / 110 / 70'],
    ['Leg / Kilometres', 'Kost / 14'],
  ]);
});

test('paragraphs in the first cell of a row of tabs belong to the row that begins with a tab', () => {
  const text =
    'Field\tLite\tFull\nName\tyes\tyes\nSize\tno\tyes\n\nStart\n\nNote: by hand.\n\n\tno\tyes\nEnd\tno\tno\n';
  expect(rowsIn(text)).toEqual([
    ['Field / Lite / Full', 'Name / yes / yes', 'Size / no / yes', 'Start Note: by hand. / no / yes', 'End / no / no'],
  ]);
});

test('two tables of tabs with a title between them stay two', () => {
  expect(
    rowsIn('Term\tWeeks\tDates\nFirst\t9\tMarch\nBreaks of the year\nBreak\tWeeks\tDates\nSpring\t1\tMay\n'),
  ).toEqual([
    ['Term / Weeks / Dates', 'First / 9 / March'],
    ['Break / Weeks / Dates', 'Spring / 1 / May'],
  ]);
});

test('rows that lost their empty first cell get it back where the other rows show its column', () => {
  const text = 'Event\tSource\tKind\nSend\tnote\topen\nnote\topen\t\nBill\tnote\topen\n';
  expect(rowsIn(text)).toEqual([
    ['Event / Source / Kind', 'Send / note / open', ' / note / open', 'Bill / note / open'],
  ]);
});

test('aligned rows are found under a sentence of the same run', () => {
  const text = [
    'The boats of the harbour by size and by the pier at which they lie are these.',
    'Boat    Pier   Size',
    'Sloop   North  12',
    'Yawl    South  9',
  ].join('\n');
  expect(rowsIn(text)).toEqual([['Boat / Pier / Size', 'Sloop / North / 12', 'Yawl / South / 9']]);
});

test('one blank parts columns where the longest cells leave no more', () => {
  expect(rowsIn('  Key    Worth\nUnderway 0\nFinished 1\n')).toEqual([['Key / Worth', 'Underway / 0', 'Finished / 1']]);
});

test('one blank parts aligned cells of one length where the names over them stand apart, too', () => {
  const text = [
    '       Stop      Leaves Ticket  Note',
    'Harbour          17:30 12 crowns',
    'Old Town, square 09:05 8 crowns not on Sunday',
    'Mill             11:40 8 crowns',
  ].join('\n');
  const aligned = [
    '       Stop       Time  Ticket',
    'Harbour          17:30 12 crowns',
    'Old Town, square 09:05 8 crowns',
    'Mill             11:40 9 crowns',
  ].join('\n');
  expect(rowsIn(aligned)).toEqual([
    [
      'Stop / Time / Ticket',
      'Harbour / 17:30 / 12 crowns',
      'Old Town, square / 09:05 / 8 crowns',
      'Mill / 11:40 / 9 crowns',
    ],
  ]);
  expect(rowsIn(text).flat().join()).not.toContain('8 / crowns');
});

test('cells that begin with the same word are whole, and one name stands over them', () => {
  const text = [
    '      Dish       Boat       Price     Note',
    '   Noodles    Boat Bay   35.000 d vegan, too',
    '   Porridge   Boat Lan   30.000 d',
    '   Black rice Boat Seven 15.000 d until eight',
  ].join('\n');
  expect(rowsIn(text)[0]?.slice(0, 2)).toEqual([
    'Dish / Boat / Price / Note',
    'Noodles / Boat Bay / 35.000 d / vegan, too',
  ]);
});

test('a word for money before figures begins a cell that is one blank away', () => {
  const text = [
    '     Bean          From       Weight   Price',
    'Gayo            Central Aceh  200 g Rp 68.000',
    'Kintamani       Bali          200 g Rp 75.000',
    'Robusta Lampung West Lampung  500 g Rp 55.000',
  ].join('\n');
  expect(rowsIn(text)[0]?.[1]).toBe('Gayo / Central Aceh / 200 g / Rp 68.000');
});

test('in a narrow table a row that lacks its last cell does not go on with the one above', () => {
  const text = [
    'Place       Street    Open     Note            ',
    'Town hall   Lime 4    10-18    by the back door',
    'School      Field 12  8-15     school days only',
    'Letter box  Wolf 31   any time                 ',
  ].join('\n');
  expect(rowsIn(text)[0]?.at(-1)).toBe('Letter box / Wolf 31 / any time / ');
});

test('names of columns that a program has centred by another width stand over their columns', () => {
  const text = [
    'वर्ष   परीक्षार्थी   उत्तीर्ण   प्रतिशत',
    '2022 8,45,210 6,59,264 78.0%',
    '2023 8,71,334 6,97,067 80.0%',
    '2024 9,02,118 7,39,737 82.0%',
  ].join('\n');
  expect(rowsIn(text)[0]?.slice(0, 2)).toEqual([
    'वर्ष / परीक्षार्थी / उत्तीर्ण / प्रतिशत',
    '2022 / 8,45,210 / 6,59,264 / 78.0%',
  ]);
});

test('names of columns may begin as an item of a list does', () => {
  const lines = [
    'M.      Player      Goals',
    '1  Ola Nordmann      12',
    '2  Kari Lund         9',
    '3  Per Berg          7',
  ];
  const tables = findTables(lines, (at) => at === 0);
  expect(tables.map(({ rows }) => rows.map((row) => row.join(' / ')))).toEqual([
    ['M. / Player / Goals', '1 / Ola Nordmann / 12', '2 / Kari Lund / 9', '3 / Per Berg / 7'],
  ]);
});

test('the same three blanks everywhere part cells, but no marks of a list from its items', () => {
  expect(rowsIn('#   Lesson   Time\n1   How a bell is hung   45 min\n2   Rope   30 min\n')).toEqual([
    ['# / Lesson / Time', '1 / How a bell is hung / 45 min', '2 / Rope / 30 min'],
  ]);
  expect(rowsIn('-   Rope\n-   Bell\n-   Tower\n-   Clock\n')).toEqual([]);
});

test('a row that lacks the hard break of the others goes on in the next line', () => {
  const text =
    'Name| Role| Mail  \n---|---|---  \nPriya Nair| Repairs|\npriya@shed.example  \nTom| Keys| tom@shed.example  \n';
  expect(rowsIn(text)).toEqual([
    ['Name / Role / Mail', 'Priya Nair / Repairs / priya@shed.example', 'Tom / Keys / tom@shed.example'],
  ]);
});

test('what says the same in its first cell again and again is the output of a program', () => {
  expect(rowsIn('bell:\t35%\t{"left":0.3}\nbell:\t34%\t{"left":0.7}\nbell:\t36%\t{"left":0.5}\n')).toEqual([]);
});

test('two lines of links with bars between them are no table', () => {
  expect(rowsIn('Privacy policy | Cookies | Terms\nImprint | Contact | Site map\n')).toEqual([]);
  expect(rowsIn('Boat | Crew\nYawl | 4\n')).toEqual([['Boat / Crew', 'Yawl / 4']]);
});

test('titles of pages with the names of their sites are no rows of bars among others', () => {
  expect(
    rowsIn('How to keep a boat dry | Harbour News\nTen boats (harbour.example)\nLamps and oil | The Keeper\n'),
  ).toEqual([]);
});

test('fields of a form are no cells', () => {
  expect(rowsIn('E-mail *   [                ]\nWeb site   [                ]\nYour name  [              ]\n')).toEqual(
    [],
  );
});

test('a list inside an aligned cell does not end the table', () => {
  const text = [
    'Kind   Tab      Meaning',
    'Boat   General  One of these',
    '                - sloop',
    '                - yawl',
    'Pier   Details  Where it lies.',
  ].join('\n');
  expect(rowsIn(text)[0]?.at(-1)).toBe('Pier / Details / Where it lies.');
});

test('aligned rows with blank lines between are one table', () => {
  expect(rowsIn('Shop       Best for   Why\n\nBaker      bread      warm\n\nFishmonger herring    fresh\n')).toEqual([
    ['Shop / Best for / Why', 'Baker / bread / warm', 'Fishmonger / herring / fresh'],
  ]);
});

test('cells under each other without blank lines are rows where figures come again at one distance', () => {
  const cells = ['Pier', 'Depth', 'Berths', 'North', '4.5 m', '12', 'East', '6 m', '30', 'Old mole', '2.5 m', '8'];
  const rows = ['Pier / Depth / Berths', 'North / 4.5 m / 12', 'East / 6 m / 30', 'Old mole / 2.5 m / 8'];
  expect(rowsIn(cells.join('\n'))).toEqual([rows]);
  expect(rowsIn(['All boats pay at the office.', ...cells, 'Ask there for a key.'].join('\n'))).toEqual([rows]);
});

test.each([
  ['names with figures that come at no fixed distance', ['Anna', 'Bo', '12', 'Cleo', '7', 'Dag', 'Eva', '31']],
  ['an address', ['Harbour Office', 'Quay Street 7', '4021 Stavanger', 'Norway', '+47 51 00 00 00', 'Mon to Fri']],
  [
    'verse',
    ['The tide goes out', 'at seven in the night', 'and leaves the boats', 'like cattle in the light', 'a', 'b'],
  ],
  ['days set in by tabs under what they are', ['Printed on', '\t  19 May 2020', '', 'Changed on', '\t  20 May 2020']],
  ['figures alone', ['12', '40', '7', '13', '41', '9']],
])('%s: no table', (_, lines) => {
  expect(rowsIn(lines.join('\n'))).toEqual([]);
});

test('a text broken to fit a page shows its width, one of short lines does not', () => {
  const words = 'the ferry leaves the old pier at noon and comes back before the lamps are lit on the quay'.split(' ');
  const lines: string[] = [];
  for (let at = 0, line = ''; at < 160; at += 1) {
    const next = `${line} ${words[(at * 7) % words.length]}`.trim();
    if (next.length > 60) lines.push(line);
    line = next.length > 60 ? (words[(at * 7) % words.length] as string) : next;
  }
  const wrapping = wrappingOf(lines);
  expect(wrapping?.width).toBeGreaterThan(55);
  expect(wrapping !== undefined && isFull(lines[0] as string, lines[1] as string, wrapping)).toBe(true);
  expect(wrappingOf(['Oslo and more', 'Bergen', 'Tromsø', 'Narnia', 'Bodø in the north', 'Alta'])).toBeUndefined();
});

test('boxes that touch are two tables, and a bar between drawn lines is text', () => {
  const boxes = [
    '+----+----+',
    '| a  | b  |',
    '+----+----+',
    '| 1  | 2  |',
    '+----+----+',
    '+-----+-----+-----+',
    '| c   | d   | e   |',
    '+-----+-----+-----+',
    '| 3   | 4   | 5   |',
    '+-----+-----+-----+',
  ];
  expect(rowsIn(boxes.join('\n'))).toEqual([
    ['a / b', '1 / 2'],
    ['c / d / e', '3 / 4 / 5'],
  ]);
  const drawn = ['┌─────┬─────┐', '│cmd  │does │', '├─────┼─────┤', '│ls|wc│count│', '└─────┴─────┘'];
  expect(rowsIn(drawn.join('\n'))).toEqual([['cmd / does', 'ls|wc / count']]);
});

test('under a double rule whole lines are rows, torn ones are one', () => {
  const box = (...body: string[]) =>
    ['+------+-----+', '| Day  | At  |', '+======+=====+', ...body, '+------+-----+'].join('\n');
  expect(rowsIn(box('| Mon  | 9   |', '| Tue  | 10  |'))).toEqual([['Day / At', 'Mon / 9', 'Tue / 10']]);
  expect(rowsIn(box('| Mon, | 9   |', '| Tue  |     |'))).toEqual([['Day / At', 'Mon, Tue / 9']]);
});

test('the last field of a row may be empty', () => {
  expect(rowsIn('name,town,phone\nAnna,Oslo,123\nBen,Bergen,\n"Carl","Narvik",\nDora,,9')).toEqual([
    ['name / town / phone', 'Anna / Oslo / 123', 'Ben / Bergen / ', 'Carl / Narvik / ', 'Dora /  / 9'],
  ]);
  expect(rowsIn('one,two,three,\nfour,five,six,\nseven,eight,nine,')).toEqual([]);
});

test('clauses that commas part in a script without blanks are no fields, but for figures among them', () => {
  expect(
    rowsIn('今天天气很好,我们去公园,看见了花\n第二天下雨,我们在家,做了一锅汤\n第三天晴,邻居来了,送了苹果'),
  ).toEqual([]);
  expect(rowsIn('姓名,职务,电话\n李明,馆长,123\n王芳,馆员,\n赵强,义工,456')).toEqual([
    ['姓名 / 职务 / 电话', '李明 / 馆长 / 123', '王芳 / 馆员 / ', '赵强 / 义工 / 456'],
  ]);
});

test('dots lead to a value; a few of them are a voice that breaks off', () => {
  expect(rowsIn('我……不知道\n他……走了吗\n你……是谁')).toEqual([]);
  expect(rowsIn('I was . . . tired\nShe was . . . gone')).toEqual([]);
  expect(rowsIn('Well.... maybe\nHm.....yes')).toEqual([]);
  expect(rowsIn('第一章……3\n第二章……第12页')).toEqual([['第一章 / 3', '第二章 / 第12页']]);
  expect(rowsIn('The king .......... Ove\nThe old gravedigger .... Ada')).toEqual([
    ['The king / Ove', 'The old gravedigger / Ada'],
  ]);
});

test('a long rule with a word behind it takes no time', () => {
  expect(rowsIn(`Boat  Size\n${'-'.repeat(200)} x`)).toEqual([]);
  expect(rowsIn(`| a | b |\n${'-'.repeat(200_000)}x`)).toEqual([]);
});

test('a minus of its own is a part of a number', () => {
  expect(rowsIn('Boat\nDepth\n\nSloop\n−5\n\nYawl\n−7')).toEqual([['Boat / Depth', 'Sloop / −5', 'Yawl / −7']]);
});
