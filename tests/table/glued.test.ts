import { expect, test } from 'vitest';
import { convert, loadParts, needs } from '../../src/index.ts';

async function tablesOf(body: string): Promise<string[][][]> {
  const page = { id: 'x.txt', body };
  const document = convert(page, { from: 'text' }, await loadParts(needs(page, { from: 'text' })));
  return document.body.children.flatMap((block) =>
    block.type === 'table'
      ? [
          block.children.map((row) =>
            row.children.map((cell) => cell.children.map((text) => ('value' in text ? text.value : '')).join('')),
          ),
        ]
      : [],
  );
}

const PROSE: Readonly<Record<string, string>> = {
  en: 'The library of our town opened a new reading room in spring, and the people who use it most are children after school. Every week a few of them borrow books about animals, ships and the stars.',
  de: 'Die Bücherei unserer Stadt hat im Frühling einen neuen Lesesaal eröffnet, und am meisten nutzen ihn Kinder nach der Schule. Jede Woche leihen einige von ihnen Bücher über Tiere, Schiffe und die Sterne aus.',
  ar: 'افتتحت مكتبة المدينة في الربيع قاعة قراءة جديدة، وأكثر من يستخدمها هم الأطفال بعد المدرسة. وفي كل أسبوع يستعير بعضهم كتبًا عن الحيوانات والسفن والنجوم.',
  ru: 'Городская библиотека открыла весной новый читальный зал, и чаще всего туда приходят дети после школы. Каждую неделю некоторые из них берут книги о животных, кораблях и звёздах.',
};

const article = (language: string, lines: readonly string[]): string =>
  `${PROSE[language]}\n\n${PROSE[language]}\n\n${lines.join('\n')}\n\n${PROSE[language]}\n`;

test.each([
  [
    'en',
    [
      ['Room', 'Keeper', 'Seats'],
      ['North hall', 'Ada Finch', '24'],
      ['Garden room', 'Tom Hale', '12'],
      ['Attic', 'Ines Roe', '8'],
    ],
  ],
  [
    'de',
    [
      ['Saal', 'Leitung', 'Plätze'],
      ['Nordsaal', 'Ada Fink', '24'],
      ['Gartenzimmer', 'Tom Heller', '12'],
      ['Dachboden', 'Ines Roth', '8'],
    ],
  ],
  [
    'ru',
    [
      ['Зал', 'Хранитель', 'Места'],
      ['Северный зал', 'Анна Белова', '24'],
      ['Садовая комната', 'Олег Котов', '12'],
      ['Чердак', 'Инна Рогова', '8'],
    ],
  ],
] as const)('rows glued together are cut: %s', async (language, rows) => {
  expect(
    await tablesOf(
      article(
        language,
        rows.map((row) => row.join('')),
      ),
    ),
  ).toEqual([rows]);
});

test.each([
  [
    'camel-case prose',
    'en',
    [
      'The readingRoom class opens the door when bookShelf is full.',
      'Then lampSwitch turns the light on and doorBell rings twice.',
      'A closedRoom never answers, so callers of openRoom must wait.',
    ],
  ],
  [
    'chat',
    'en',
    [
      '[10:02] anna: helloWorld is ready',
      '[10:03] tom: great, I will try it now',
      '[10:05] anna: tell me if buildAll fails',
      '[10:09] tom: it works here',
    ],
  ],
  ['opening hours', 'en', ['Monday  9:00–17:00', 'Tuesday  9:00–17:00', 'Saturday  10:00–14:00']],
  ['opening hours of one width', 'en', ['Mon  9:00–17:00', 'Tue  9:00–17:00', 'Wed  9:00–17:00']],
  ['an address', 'de', ['Stadtbücherei Nord', 'Reiherweg 4', '24937 Flensburg', 'Deutschland']],
  ['verse', 'ru', ['Над тихой рекою', 'склонилась ветла,', 'и лодка чужая', 'всю ночь проплыла.']],
  ['verse', 'ar', ['يا نهر قف قليلا', 'واسمع حديث المساء', 'فالريح مرت هنا', 'وتركت لنا الغناء']],
] as const)('%s is no table: %s', async (_, language, lines) => {
  expect(await tablesOf(article(language, lines))).toEqual([]);
});

test('cells one a line, with blank lines between rows, are a table where a column holds numbers', async () => {
  const lines = ['Room', 'Seats', '', 'North hall', '24', '', 'Attic', '8', '', 'Garden room', '12'];
  expect(await tablesOf(article('en', lines))).toEqual([
    [
      ['Room', 'Seats'],
      ['North hall', '24'],
      ['Attic', '8'],
      ['Garden room', '12'],
    ],
  ]);
});

test('a list inside a cell of a row of tabs belongs to the cell', async () => {
  const lines = [
    'Field\tMeaning\tEffect',
    'Kind\tOne of these:',
    '- open',
    '- shut\tnone',
    'Name\tWhat it is called\tsome',
  ];
  expect(await tablesOf(article('en', lines))).toEqual([
    [
      ['Field', 'Meaning', 'Effect'],
      ['Kind', 'One of these: - open - shut', 'none'],
      ['Name', 'What it is called', 'some'],
    ],
  ]);
});

test('two tables of pipes in one run are two', async () => {
  const lines = ['a | b', '---|---', '1 | 2', 'c | d | e', '---|---|---', '| 4 | 5'];
  expect(await tablesOf(article('en', lines))).toEqual([
    [
      ['a', 'b'],
      ['1', '2'],
    ],
    [
      ['c', 'd', 'e'],
      ['', '4', '5'],
    ],
  ]);
});

test('cells under each other are joined again where they were wrapped', async () => {
  const lines = [
    'Room         Keeper      Remark',
    'North hall   Ada Finch   opened again in the spring of',
    '                         last year',
    'Garden room  Tom Hale    closed on the days of the fair',
  ];
  expect(await tablesOf(article('en', lines))).toEqual([
    [
      ['Room', 'Keeper', 'Remark'],
      ['North hall', 'Ada Finch', 'opened again in the spring of last year'],
      ['Garden room', 'Tom Hale', 'closed on the days of the fair'],
    ],
  ]);
});

test('a list right below glued rows stays a list', async () => {
  const rows = [
    ['Room', 'Keeper', 'Seats'],
    ['North hall', 'Ada Finch', '24'],
    ['Garden room', 'Tom Hale', '12'],
    ['Attic', 'Ines Roe', '8'],
  ];
  const lines = [...rows.map((row) => row.join('')), '- Bring a card.', '- Leave the coat.'];
  expect(await tablesOf(article('en', lines))).toEqual([rows]);
});

test('a whole table on one line, alone between blank lines, does not teach the habits by which it is read', async () => {
  const rows = [
    ['Работа', 'Срок', 'Цена'],
    ['Замена цепи', '1 день', '900 ₽'],
    ['Регулировка тормозов', '30 минут', '450 ₽'],
    ['Правка колеса', '2 дня', '700 ₽'],
  ];
  expect(await tablesOf(article('ru', [rows.flat().join('')]))).toEqual([rows]);
});
