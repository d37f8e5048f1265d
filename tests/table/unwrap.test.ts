import { expect, test } from 'vitest';
import { measuresOf, shownWidth, widthOf } from '../../src/plain/table/forms/width.ts';
import { isFull, type Wrapping, wrappingOf } from '../../src/plain/table/rows/unwrap.ts';

/** Words of many lengths, as many on a line as a page of 60 columns holds. */
function wrapped(lines: number): string[] {
  const words = ['the', 'lighthouse', 'keeper', 'saw', 'a', 'boat', 'beyond', 'harbour', 'and', 'waited'];
  const page: string[] = [];
  let line = '';
  for (let at = 0; page.length < lines; at += 1) {
    const word = words[(at * 7 + (at >> 3)) % words.length] as string;
    if (line.length + 1 + word.length > 60) {
      page.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return page;
}

test('lines broken to fit a page tell how wide it is', () => {
  expect(wrappingOf(wrapped(40))?.width).toBe(60);
});

test('and so they do where a few lines of many lengths are longer', () => {
  const longer = [3, 7, 12, 18, 25].map((more) => `${'beyond the harbour '.repeat(3)}${'a'.repeat(more)} boat`);
  const lines = wrapped(200);
  for (const [at, line] of longer.entries()) lines.splice(at * 30, 0, '', line, '');
  expect(wrappingOf(lines)?.width).toBe(60);
});

test('lines that end where a thought does were not broken', () => {
  const lines = Array.from({ length: 40 }, (_, at) => `${'row '.repeat(10 + ((at * 5) % 11))}home`);
  expect(wrappingOf(lines)).toBe(undefined);
});

test('nor does a phrase without blanks that is wider than the page hide how wide it is', () => {
  const phrases = [
    'แม่น้ำสายเล็กไหลผ่านหมู่บ้าน',
    'ชาวประมงออกเรือ',
    'และกลับมาพร้อมปลาตัวใหญ่ก่อนพระอาทิตย์ตกดินทุกวันในฤดูฝนเสมอมาตั้งแต่สมัยก่อน',
    'เด็กๆ',
    'รออยู่ที่ท่าน้ำ',
  ];
  const page: string[] = [];
  let line = '';
  for (let at = 0; page.length < 60; at += 1) {
    const phrase = phrases[(at * 3 + (at >> 2)) % phrases.length] as string;
    if (line !== '' && shownWidth(`${line} ${phrase}`) > 60) {
      page.push(line);
      line = phrase;
    } else line = line === '' ? phrase : `${line} ${phrase}`;
  }
  const found = wrappingOf(page) as Wrapping;
  expect(found).toBeDefined();
  expect(page.slice(1).every((next, at) => isFull(page[at] as string, next, found))).toBe(true);
});

test('marks of Devanagari take a column or none', () => {
  const words = ['नदी', 'के', 'किनारे', 'पुराना', 'पुल', 'कारीगर', 'हर', 'सुबह', 'तख्तों', 'को', 'जाँचता', 'है'];
  for (const measure of measuresOf(words)) {
    const page: string[] = [];
    let line = '';
    for (let at = 0; page.length < 40; at += 1) {
      const word = words[(at * 5 + (at >> 3)) % words.length] as string;
      if (widthOf(`${line} ${word}`, measure) > 60) {
        page.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    expect(wrappingOf(page)?.measure).toBe(measure);
  }
});

test('lines of Chinese that end at blanks alone are ragged', () => {
  const phrases = [
    '守塔人用',
    '记录每天的潮汐，再用',
    '保存，然后交给港口的',
    '处理并且发布。另外',
    '和',
    '里的灯光计划，由',
  ];
  const names = ['Python', 'CSV', 'API', 'Harbour', 'SQL'];
  const page: string[] = [];
  let line = '';
  for (let at = 0; page.length < 40; at += 1) {
    const part = (
      at % 2 === 0 ? phrases[(at * 7 + (at >> 3)) % phrases.length] : names[(at * 3) % names.length]
    ) as string;
    if (line !== '' && shownWidth(`${line} ${part}`) > 60) {
      page.push(line);
      line = part;
    } else line = line === '' ? part : `${line} ${part}`;
  }
  const found = wrappingOf(page) as Wrapping;
  expect(found?.atBlanks).toBe(true);
  expect(page.slice(1).every((next, at) => isFull(page[at] as string, next, found))).toBe(true);
  expect(isFull('灯塔的灯每天晚上都会亮', '守塔人从来没有离开过这里', found)).toBe(false);
});

test('a few paragraphs whose first lines are full tell it too, though rows of a table do not', () => {
  const rows = ['keeper harbour waited boat 12', 'beyond the harbour a boat 14', 'keeper saw a lighthouse 19'];
  const page = [0, 7, 14].flatMap((at) => [wrapped(40)[at] as string, 'lighthouse keeper', '']);
  expect(wrappingOf([...page, ...rows])).toBeDefined();
  expect(wrappingOf([...page.slice(3), ...rows])).toBe(undefined);
});
