import { expect, test } from 'vitest';
import { thinHeadings } from '../../src/plain/headings/among-short-lines.ts';
import { readLines } from '../../src/plain/lines/line.ts';
import type { Role } from '../../src/plain/roles/role.ts';
import { markdownOf } from './markdown-of.ts';

const parted = (text: string): string => text.trim().split('\n').join('\n\n');
const wordsOf = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();

const RESULTS = `
Järvisarjan loppukatsaus
Kausi päättyi sunnuntaina sateeseen. Mestaruus ratkesi vasta viimeisellä kierroksella.
Mitalistit
Kultaa
Vesalan Veto
Hopeaa
Niemen Nopsa
Maalintekijät
Eero Salmela 19
Onni Haapala 16
Tuomarit
Heikki Lampi
Sanna Virta
Kari Nurmi
Ensi kausi
Ilmoittautuminen 1.–15.2.
Arvonta 3.3.
Ensimmäinen kierros 27.4.`;

const CREDITS = `
ორი მეზობელი
პიესა ერთ მოქმედებად
მოქმედი პირნი
ვანო, მევენახე
ქეთო, მისი ცოლი
საშა, მეზობელი
ფოსტალიონი
სურათი პირველი
ეზოს შუაში თუთის დიდი ხე დგას, ღობის მიღმა კი საშას თავი ჩანს.
დადგმის ჯგუფი
ნანა ბერიძე
გია ლომიძე
თამარ კვესელავა
მადლობა
სოფლის სკოლას
ბებია მარგოს`;

const CATALOGUE = `
Šolska zbirka kamnin
Prvi predal
Apnenec
Dolomit, bel
Peščenjak
Drugi predal
Skrilavec
Gnajs, Pohorje
Marmor
Tretji predal
Žveplo
Kamena sol
Kremen, 3 kosi
Zbrali
Ivanka Zupan
Tretji razred
Zbirko smo uredili pozimi, ko zunaj ni bilo mogoče delati. Vsak kamen ima svojo številko.
Hranita
Šola
Muzej, klet`;

test.each([
  ['who won', RESULTS],
  ['a play', CREDITS],
  ['a catalogue above its first sentence', CATALOGUE],
])('a text made of short lines without a frame around it stays whole: %s', async (_, text) => {
  expect(wordsOf(await markdownOf(parted(text)))).toBe(wordsOf(text));
});

const PICTURES = `
คนต่อเรือคนสุดท้าย
ลุงสมานต่อเรือมาตั้งแต่อายุสิบหก เรือทุกลำใช้ไม้ตะเคียนจากป่าหลังวัด และไม่มีตะปูเหล็กแม้แต่ตัวเดียว
ปีหนึ่งลุงต่อได้เพียงสองลำ คนสั่งต้องรอนานถึงสามปี แต่ไม่มีใครบ่น
ภาพ
โรงต่อเรือริมคลอง
© วิชัย ทองดี
เครื่องมือเก่า
© อรุณี แก้วใส
เรือลำใหม่
© วิชัย ทองดี`;

test('pictures below the text stay with who took them', async () => {
  expect(wordsOf(await markdownOf(parted(PICTURES)))).toBe(wordsOf(PICTURES));
});

const FRAMED = `
முகப்பு
கடைகள்
சலுகைகள்
உதவி
உள்நுழை
கீழத்தெரு அச்சகம்: விலைப்பட்டியல்
எங்கள் அச்சகம் நாற்பது ஆண்டுகளாக இயங்குகிறது. கீழே உள்ள விலைகள் ஏப்ரல் முதல் நடைமுறைக்கு வரும்.
அழைப்பிதழ்
சாதாரணம் ₹8
நடுத்தரம் ₹15
சிறப்பு ₹32
காகித வகைகள்
வெள்ளை
பளபளப்பு
கையால் செய்தது
பணியாளர்கள்
முருகன், அச்சு
செல்வி, வடிவமைப்பு
மீனா, கணக்கு
நேரம்
திங்கள் – சனி
காலை 9 – இரவு 8
தொடர்புடையவை
நகலகம்
புத்தகக் கட்டு
எங்களைப் பற்றி
விதிமுறைகள்`;

test('with a frame around them only the run at the end goes that is as likely clutter as the last lines', async () => {
  const text = wordsOf(FRAMED);
  const [start, end] = [text.indexOf('கீழத்தெரு'), text.indexOf('தொடர்புடையவை')];
  expect(wordsOf(await markdownOf(parted(FRAMED)))).toBe(text.slice(start, end).trim());
});

test('of lines right below each other that look like headings the first one is, and one over entries of another form', () => {
  const lines = readLines(parted('Volunteers\nDot Hanley\nThe night shift\nDrinks\nTea 1.20\nMilk, warm\nSoup 3.40'));
  const roles: Role[] = ['heading', 'heading', 'heading', 'heading', 'prose', 'heading', 'heading'];
  thinHeadings(lines, roles, () => false);
  expect(roles).toEqual(['heading', 'prose', 'prose', 'heading', 'prose', 'prose', 'prose']);
});
