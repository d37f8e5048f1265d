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

test('a wish below the text is no heading, be there a sentence under it', async () => {
  const text = [
    'Beginnersgids voor Stormhaven',
    'Stormhaven legt weinig uit. Wie zonder hulp begint, verdrinkt waarschijnlijk al in de eerste baai.',
    'De eerste storm',
    'Na ongeveer drie uur spelen slaat het weer om. Ga meteen voor anker en wacht. Wie doorvaart verliest zijn lading.',
    'Let op: je kunt tijdens een storm niet opslaan.',
    'Geld verdienen',
    'Vis verkopen levert in het begin het meeste op. Zodra je een tweede ruim hebt, wordt handel in specerijen interessanter.',
    'Geheimen',
    'In de vuurtoren van Kaap Grijs ligt een sleutel. Waar hij op past, laten we je zelf ontdekken.',
    'Veel plezier op zee!',
    'Wat vind jij van Stormhaven? Laat het weten in de reacties.',
    'Reacties (12)',
    'Meer gidsen',
    'Alle schepen in Stormhaven op een rij',
    'Deepfrost: zo versla je de koning',
  ].join('\n\n');
  const headings = (await markdownOf(text)).split('\n').filter((line) => line.startsWith('## '));
  expect(headings).toEqual(['## De eerste storm', '## Geld verdienen', '## Geheimen']);
});
