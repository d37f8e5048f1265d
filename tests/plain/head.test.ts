import { expect, test } from 'vitest';
import { markdownOf } from './markdown-of.ts';

const SPOKEN = `
Kezdőlap
Gyógynövények
Rólunk
Kosár
Belépés
Citromfű teája
Nyomtatás
Megosztás
A citromfű levelét virágzás előtt szedjük, déltájban, amikor már felszáradt a harmat.
Egy csésze vízhez két kávéskanálnyi szárított levél kell. Tíz percig álljon lefedve.`;

const SHORT_SENTENCES = `
ホーム
お知らせ
買い物
検索
灯台の猫たち
印刷
保存
岬の灯台には、いま八匹の猫が住んでいます。
世話をしているのは、灯台守だった三浦さんです。`;

const UNSPOKEN = `
მთავარი
სიახლეები
კულტურა
კონტაქტი
სოფლის მეწისქვილე
ბეჭდვა
გაზიარება
ვანო ოთხმოცი წლისაა და დღემდე ყოველ დილით მდინარეზე ჩადის.
ფქვილს მეზობლებისთვის ფქვავს, ფულს კი იშვიათად იღებს.`;

test.each([
  ['the text speaks of it', SPOKEN, 'Citromfű teája'],
  ['the text speaks of it in short sentences', SHORT_SENTENCES, '灯台の猫たち'],
  ['it has more words than each of them', UNSPOKEN, 'სოფლის მეწისქვილე'],
])('a title as short as the buttons above and below it is found: %s', async (_, text, title) => {
  const markdown = await markdownOf(text.trim().split('\n').join('\n\n'));
  expect(markdown.startsWith(`# ${title}\n`)).toBe(true);
});
