import { expect, test } from 'vitest';
import { decode } from '../../src/decode/decode.ts';
import { detectKind } from '../../src/decode/kind.ts';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const page = (body: Uint8Array | string, more = {}) => ({ id: 'page', body, ...more });

test('a byte-order mark outranks what the transport says', () => {
  const source = decode(
    page(bytes('\xef\xbb\xbfna\xc3\xafve text'), { contentType: 'text/plain; charset=windows-1251' }),
    {},
  );
  expect(source).toMatchObject({ text: 'naïve text', charset: { name: 'utf-8', from: 'bom' } });
});

test('the caller outranks the page, the transport the meta element', () => {
  const body = bytes('<meta charset=windows-1252><p>\xcf\xf0\xe8\xe2\xe5\xf2');
  expect(decode(page(body), { charset: 'cp1251' }).text).toContain('Привет');
  expect(decode(page(body, { contentType: 'text/html; charset=windows-1251' }), {}).charset.from).toBe('header');
  expect(decode(page(body), {}).charset).toEqual({ name: 'windows-1252', from: 'meta' });
});

test('windows-1252 maps its upper controls to signs', () => {
  expect(decode(page(bytes('\x93quoted\x94 \x96 it costs 5 \x80')), {}).text).toBe('“quoted” – it costs 5 €');
});

test('characters of a page that were encoded twice are read once, and controls as the signs of windows-1252', () => {
  const twice = '<p>don\xc3\xa2\xc2\x80\xc2\x99t, caf\xc3\x83\xc2\xa9, na\xc3\xafve</p>';
  expect(decode(page(bytes(twice)), {}).text).toBe('<p>don’t, café, naïve</p>');
  expect(decode(page(bytes('<p>don\xc2\x92t \xc2\xab\xc3\x83\xc2\xa9\xc2\xbb</p>')), {}).text).toBe(
    '<p>don’t «Ã©»</p>',
  );
});

test('UTF-16 without a mark is seen by its NULs', () => {
  expect(decode(page(bytes([...'plain words'].map((letter) => `${letter}\0`).join(''))), {}).text).toBe('plain words');
});

test('an unknown label, an empty body and noise have reasons of their own', () => {
  expect(() => decode(page(bytes('x')), { charset: 'klingon' })).toThrow(/klingon/);
  expect(() => decode(page(new Uint8Array()), {})).toThrow(expect.objectContaining({ reason: 'empty' }));
  expect(() => decode(page(bytes('\x01\x02\x03\x04\x05\0\0\x06a')), {})).toThrow(
    expect.objectContaining({ reason: 'binary' }),
  );
});

test('content decides between HTML and text before the name does', () => {
  expect(detectKind('<!doctype html><p>x', { id: 'a.txt' })).toBe('html');
  expect(detectKind('Some words, and <b>one</b> tag in a long enough line of them.', { id: 'a.md' })).toBe('text');
  expect(detectKind('No tags at all', { id: 'a.html' })).toBe('html');
});

test('a lead byte at the very end does not make Latin text UTF-8, a cut sequence in UTF-8 text stays UTF-8', () => {
  expect(decode(page(bytes('a word: caf\xe9')), {})).toMatchObject({
    text: 'a word: café',
    charset: { name: 'windows-1252' },
  });
  expect(decode(page(bytes('na\xc3\xafve and caf\xc3')), {})).toMatchObject({
    text: 'naïve and caf\ufffd',
    charset: { name: 'utf-8' },
  });
});

test('a byte that is not UTF-8 is seen wherever it stands among ASCII', () => {
  const buffer = new Uint8Array(120).fill(97);
  for (let start = 0; start < 4; start += 1) {
    for (let at = 0; at < 80; at += 1) {
      const latin = buffer
        .slice()
        .fill(0xe9, start + at, start + at + 1)
        .subarray(start, start + 100);
      expect(decode(page(latin), {}).charset.name).not.toBe('utf-8');
      const wide = buffer.slice();
      wide.set([0xc3, 0xa9], start + at);
      expect(decode(page(wide.subarray(start, start + 100)), {}).charset.name).toBe('utf-8');
    }
  }
});

test('a page that opens with thousands of comments is told from text at once', () => {
  expect(detectKind(`${'<!-- -->'.repeat(400)}<p>x`, { id: '-' })).toBe('html');
  expect(detectKind('<!-- -->'.repeat(5000), { id: 'a.txt' })).toBe('text');
});

const encoded = (text: string, label: string): Uint8Array => {
  const table = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) table.set(new TextDecoder(label).decode(Uint8Array.of(byte)), byte);
  return Uint8Array.from(text, (letter) => table.get(letter) ?? 0x3f);
};

test.each([
  ['windows-1251', 'Паром выходит из гавани в восемь часов утра и возвращается вечером, когда стемнеет.'],
  ['koi8-r', 'Паром выходит из гавани в восемь часов утра и возвращается вечером, когда стемнеет.'],
  ['windows-1256', 'تغادر العبارة الميناء في الساعة الثامنة صباحا وتعود في المساء عندما يحل الظلام على المدينة.'],
  ['iso-8859-7', 'Το πλοίο φεύγει από το λιμάνι στις οκτώ το πρωί και επιστρέφει το βράδυ όταν σκοτεινιάσει.'],
  [
    'iso-8859-2',
    'Pierwsza łódź wypływa z przystani o ósmej rano, a ostatnia wraca wieczorem, gdy już ściemni się całkiem.',
  ],
  ['koi8-u', 'Пором виходить із гавані о восьмій ранку і повертається ввечері, коли їх чекає вечеря в її домі.'],
  ['ibm866', 'Паром выходит из гавани в восемь часов утра и возвращается вечером, когда стемнеет.'],
  ['windows-874', 'เรือข้ามฟากออกจากท่าแปดโมงเช้า และกลับมาในตอนเย็นเมื่อฟ้ามืดแล้ว'],
])('bytes that declare nothing are read as %s', (label, text) => {
  const source = decode({ id: 'page.txt', body: encoded(text, label) }, {});
  expect(source).toMatchObject({ text, charset: { name: label, from: 'guess' } });
});

test('UTF-16 without a mark is known in Cyrillic too', () => {
  const text = 'Паром выходит из гавани в восемь часов утра.';
  expect(decode({ id: 'page.txt', body: Buffer.from(text, 'utf16le') }, {}).text).toBe(text);
});

test('words that begin like a media file are words', () => {
  for (const text of [
    'RIFF is a format of files, and so on.',
    'ID3 tags say who sings.',
    'GIF8 is half a signature.',
  ]) {
    expect(decode({ id: 'page.txt', body: Buffer.from(text) }, {}).text).toBe(text);
  }
});

test('a charset that nobody knows is said, even where a mark decides', () => {
  const body = Buffer.from('\ufeffwords');
  expect(() => decode({ id: 'page.txt', body }, { charset: 'klingon' })).toThrow('klingon');
});

test('bytes that are UTF-8 throughout outrank a meta element that says otherwise, and no header', () => {
  const body = bytes('<meta charset=iso-8859-1><p>Caf\xc3\xa9 \xc3\xbcber der Br\xc3\xbccke');
  expect(decode(page(body), {})).toMatchObject({ charset: { name: 'utf-8', from: 'utf-8' } });
  expect(decode(page(body, { contentType: 'text/html; charset=iso-8859-1' }), {}).charset.from).toBe('header');
  expect(decode(page(bytes('<meta charset=iso-8859-1><p>Caf\xe9 \xc3\xbc \xc3\xa9')), {}).charset.from).toBe('meta');
});

test('a page that says UTF-8 is UTF-8 though a byte is broken, and another encoding where most bytes are', () => {
  const said = Buffer.from('<meta charset="utf-8"><p>Vågorna räknas från stranden, och den sjunde är störst. B');
  const broken = Buffer.concat([said, Buffer.of(0xe5), Buffer.from('r den ett namn?')]);
  expect(decode(page(broken), { from: 'html' })).toMatchObject({ charset: { name: 'utf-8', from: 'meta' } });
  const other = Buffer.from(
    '<meta charset="utf-8"><p>Vågorna räknas från stranden, och den sjunde är störst.',
    'latin1',
  );
  expect(decode(page(other), { from: 'html' }).text).toContain('Vågorna räknas');
});

test('a page that says UTF-8 is UTF-8 though one of its lines is not', () => {
  const body = Buffer.concat([
    Buffer.from('<meta charset=utf-8><p>Größe, Öfen, Töpfe, Schüsseln, Krüge, für später.</p>'),
    Buffer.from('<p>Grüße</p>', 'latin1'),
  ]);
  expect(decode({ id: 'a.html', body }, {})).toMatchObject({ charset: { name: 'utf-8' } });
});
