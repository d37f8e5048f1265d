import { expect, test } from 'vitest';
import { markdownOf } from './markdown-of.ts';

test('questions over their answers are headings without blank lines, too', async () => {
  const text = [
    '川の渡し守の話',
    '町のはずれに渡し場がある。三代目の渡し守、高橋さんは五年前まで役所に勤めていた。',
    '役所を辞めて戻ったきっかけは何ですか?',
    '父が倒れたことです。ただ、戻ってみたら川の仕事が思ったより好きだったと気づきました。',
    'ご家族の反応は?',
    '妻は笑っていました。いつか言い出すと思っていたそうです。',
    '客は増えていますか?',
    '正直に言うと、船だけでは厳しいです。冬のあいだは網を直して暮らしています。',
  ].join('\n');
  const headings = (await markdownOf(text)).split('\n').filter((line) => line.startsWith('## '));
  expect(headings).toHaveLength(3);
});

test('a title may tell something before it asks', async () => {
  const text = [
    'Piłka nożna',
    'Siatkówka',
    'Żużel',
    'Wyniki na żywo',
    'Derby regionu już w sobotę. Czy Orzeł wreszcie odleci?',
    'W sobotę o 17.00 na stadionie przy Wodnej Orzeł podejmie Gwardię. Gospodarze nie wygrali derbów regionu od sześciu lat.',
    'Trener Nowak nie skorzysta z bramkarza, który skręcił kostkę. Do składu wraca za to napastnik.',
  ].join('\n\n');
  expect(await markdownOf(text)).toMatch(/^# Derby regionu już w sobotę\. Czy Orzeł wreszcie odleci\?\n/);
});
