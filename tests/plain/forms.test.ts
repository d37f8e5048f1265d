import { expect, test } from 'vitest';
import { convert, loadParts, writers } from '../../src/index.ts';

const parts = await loadParts();

const markdown = (text: string) =>
  writers.markdown.write(convert({ id: 'x.txt', body: text }, { from: 'text' }, parts));

test('a number that a wrap put at the beginning of a line begins no item', () => {
  const text =
    'The gauge in the old well\n\nThe gauge writes one number a minute. The value is a share of the full\nheight of the well, so every number that it prints must lie between 0 and\n1. Values above that mean that the float hangs on its chain, and the\nkeeper has to go down with a lamp in the dark.\n';
  expect(markdown(text)).toContain('must lie between 0 and 1. Values above');
});

test('a letter ends with its signature, of which nothing is cut', () => {
  const text =
    'The key of the hall\n\nI have counted all keys on Saturday, and one of them is missing.\n\nYours\nJon\n\n-- \nJon Petersen\nBrass band of Hohenfelde\nPhone 04821 55 01 23\n';
  expect(markdown(text)).toMatch(/---\n\nJon Petersen\\\nBrass band of Hohenfelde\\\nPhone 04821 55 01 23\n$/);
});

test('subtitles keep their lines', () => {
  const text =
    '1\n00:00:01,200 --> 00:00:04,000\nWelcome to the boat yard.\n\n2\n00:00:04,300 --> 00:00:07,850\n- Does it float?\n- It does.\n';
  expect(markdown(text)).toBe(
    '1\\\n00:00:01,200 --> 00:00:04,000\\\nWelcome to the boat yard.\n\n2\\\n00:00:04,300 --> 00:00:07,850\\\n\\- Does it float?\\\n\\- It does.\n',
  );
});

test('a log is no table, whatever stands in its columns', () => {
  const text =
    'These lines were found:\n\n2024-02-03T02:14:07Z INFO  bridge: sensor reports vessel\n2024-02-03T02:14:08Z WARN  bridge: no signal\n2024-02-03T02:14:09Z INFO  bridge: opening\n\nA gull had built its nest in front of the sensor.\n';
  expect(markdown(text)).not.toContain('|');
});

test('lines that are bold as a whole head what stands below them', () => {
  const text =
    '**How does one begin?**\n\nWith wood. I planed boards for two years, and nobody gave me a pipe to hold.\n\n**And then?**\n\nThen the first pipe spoke, and I have stayed since that day.\n';
  expect(markdown(text)).toMatch(/How does one begin\?\n\nWith wood[^\n]*\n\n## And then\?\n\nThen/);
});

test('sections below numbered ones are headings and stay', () => {
  const text =
    'How to lay a pump\n\nThis is for all who have a garden on the roof and no tap there.\n\n3. The work\n3.1 The pipe\nPut the pipe over the nozzle and close the clamp. The other end goes to the bed.\n3.2 The test\nLet the pump run for five minutes and look for drops.\n';
  expect(markdown(text)).toMatch(/#+ 3\.1 The pipe\n\nPut[^\n]*\n\n#+ 3\.2 The test\n\nLet the pump/);
});

test('numerals count sections', () => {
  const text =
    '灯台守の手紙\n\n一　出発\n\nその冬、わたしは北の岬にある小さな灯台で働くことになった。\n\n二　灯\n\n灯台の明かりは思っていたより弱かった。油の質が悪いのだという。\n';
  expect(markdown(text)).toMatch(/## 一　出発\n\nその[^\n]*\n\n## 二　灯\n/);
});

test('who speaks in a play is no heading', () => {
  const text =
    'THE PAPER LIGHT\n\nACT ONE\n\nA kitchen. Evening. It rains.\n\nBRUNO\nDid you close the window?\n\nAMALIA\nThree times. It opens by itself.\n\nBRUNO\nThat is the wind.\n\nAMALIA\nThen talk to the wind.\n';
  expect(markdown(text)).toContain('BRUNO\\\nThat is the wind.\n\nAMALIA\\\nThen talk to the wind.');
});

test('a manual sets its headings out', () => {
  const text =
    'NAME\n       tideplan - print the times of high water\n\nSYNOPSIS\n       tideplan [-d DAYS] STATION\n\nOPTIONS\n       -d DAYS\n              Print so many days, at most 30.\n\nEXAMPLES\n       A week for one harbour:\n\n           $ tideplan -d 7 bremerhaven\n\nSEE ALSO\n       cal(1), date(1)\n';
  const said = markdown(text);
  expect(said.match(/^#+ .*/gm)?.map((heading) => heading.replace(/^#+ /, ''))).toEqual([
    'NAME',
    'SYNOPSIS',
    'OPTIONS',
    'EXAMPLES',
    'SEE ALSO',
  ]);
  expect(said).toMatch(/-d DAYS\\?\n+Print so many days/);
  expect(said).toContain('```\n$ tideplan -d 7 bremerhaven\n```');
});

test('what is printed over the width of each page goes', () => {
  const page = (number: number, text: string) =>
    `${text}\n\n\n\nMorrow                       Informational                      [Page ${number}]\n\nRFR 4021                     Tin Can Lines                    April 2009\n\n\n`;
  const text = `                 Letters over Tin Can Lines\n\n1.  Introduction\n\n   Children have used cans and string for a long time.  The string has\n   to be tight, and the cans must not touch anything.\n\n2.  Terms\n\n   A can is a vessel of tin with a small hole in its bottom.\n\n${page(1, '   A line is a string of at most forty metres.')}3.  Procedure\n\n   The speaker says the word "ready" and waits.  If no answer comes\n   within ten seconds, the speaker MUST pull the string twice.\n\n4.  Errors\n\n   A broken string is a fatal error, and the speaker SHOULD walk over.\n\n${page(2, '   Nobody has to pay for the string.')}`;
  const said = markdown(text);
  expect(said).toMatch(/^# Letters over Tin Can Lines\n/);
  expect(said).not.toMatch(/Page|RFR/);
});

test('words between the marks that other languages quote with are a quotation', () => {
  expect(
    markdown(
      'Vanha silta\n\nSilta avattiin maanantaina, ja ensimmäiset autot ajoivat yli heti aamulla.\n\n”Odotimme tätä kuusi kuukautta, ja nyt se on valmis.”\n\nKävelijöille on oma kaista molemmilla puolilla siltaa.\n',
    ),
  ).toContain('> ”Odotimme');
});

test('a day at the beginning of a line is no item', () => {
  expect(
    markdown(
      'Warum mein Brot nie aufging\n\n15. Februar 2022 von Marta Keller\n\nDrei Monate lang habe ich Steine gebacken, und jeder hat sie gegessen.\n',
    ),
  ).toContain('15\\. Februar 2022');
});

test('counted headings need no blank line below them, and may end with a stop', () => {
  const text =
    'Reglamento de la biblioteca\n\nArtículo 1. Objeto.\nEl presente reglamento regula el préstamo de herramientas a los vecinos.\n\nArtículo 2. Plazos.\nEl plazo será de siete días. Las máquinas se prestan por dos días.\n\nArtículo 3. Infracciones.\nSon infracciones leves:\na) El retraso.\nb) La suciedad.\n';
  expect(markdown(text).match(/^## .*/gm)).toEqual([
    '## Artículo 1. Objeto.',
    '## Artículo 2. Plazos.',
    '## Artículo 3. Infracciones.',
  ]);
});

test('comments with name and hour below an article go, the posts of a forum stay', () => {
  const comments =
    '2 thoughts on this\n\nInes\n16 February 2022 at 08:12\n\nWith me it was the yeast, which was three years old.\n\nTom\n17 February 2022 at 21:40\n\nThank you, I will try that with the lamp tonight.\n';
  const article =
    'Why my bread never rose\n\nFor three months I baked stones, and everybody was polite about it.\n\nThe draught\n\nYeast likes it warm, and our kitchen window has never closed.\n\n';
  expect(markdown(article + comments)).not.toMatch(/Ines|yeast, which/);
  expect(markdown(`Why bread does not rise\n\n${comments}`)).toMatch(/Ines[\s\S]*lamp tonight/);
});

test('an item ends where the next word would have had room', () => {
  const text =
    'کتری برقی مدل آرام\nکتری آرام یک لیتر و نیم گنجایش دارد و آب را در چهار دقیقه به جوش می‌آورد. بدنه آن از فولاد است.\nویژگی‌ها\n۱- قطع خودکار پس از جوش آمدن\n۲- دسته عایق\nمشخصات فنی\nتوان: ۲۰۰۰ وات\nوزن: ۱٫۱ کیلوگرم\n';
  expect(markdown(text)).toMatch(/2\. دسته عایق\n\n/);
});

test('a name and a day under a notice stay', () => {
  const text =
    '关于调整开放时间的通知\n\n为方便居民借阅，经研究决定自下月起调整图书室开放时间。现将有关事项通知如下。\n\n周二至周五每天下午两点至晚上八点开放，周六全天开放。\n\n桂花社区居委会\n2023年4月20日\n';
  expect(markdown(text)).toMatch(/桂花社区居委会\\?\n+2023年4月20日\n$/);
});

test('a title of two lines is one, and stands there once', () => {
  const text =
    'A short history of the harbour clock and of the three people who\nwound it by hand between 1874 and 1951\n\nThe clock in the harbour office has two faces. One looks at the sea, and\nthe other one at the tavern, which its builder owned.\n';
  expect(markdown(text)).toMatch(
    /^# A short history of the harbour clock and of the three people who wound it by hand between 1874 and 1951\n\nThe clock/,
  );
});

test('a greeting is no title', () => {
  expect(markdown('Bonjour à tous,\n\nje prends les clés pendant tout le mois d’août.\n\nNadia\n')).not.toContain('#');
});

test('items behind a number and one tab are no table', () => {
  expect(
    markdown('The call\n\nThis is how one calls the ferry:\n\n\t1.\tWait.\n\t2.\tRing the bell.\n\t3.\tWave.\n'),
  ).toContain('1. Wait.\n2. Ring the bell.\n3. Wave.');
});

test('marks that nobody sees hide no number', () => {
  expect(markdown('\u200fשלבים:\n\n\u200f1. בחרו עציץ.\n\u200f2. מלאו אדמה.\n')).toMatch(/1\. בחרו עציץ\.\n2\. מלאו/);
});

test('what is drawn with signs keeps its blanks', () => {
  const drawn = '.--.\n/    \\\n\\_.  /   <- end\n  |  |\n';
  expect(
    markdown(`The knot that holds\n\nPull slowly, and it looks like this:\n\n${drawn}\nElse begin again.\n`),
  ).toContain(`\`\`\`\n${drawn}`);
});

test('buttons below a dense text go together', () => {
  const text =
    'Jak naprawić cieknący kran\nCieknący kran potrafi zmarnować kilkadziesiąt litrów wody na dobę. Wystarczy wymienić uszczelkę.\nKiedy wezwać hydraulika\nJeśli kran nadal cieknie, prawdopodobnie zużyła się głowica. Wtedy lepiej poprosić fachowca.\nPodziel się\nWydrukuj\n3 komentarze\n';
  expect(markdown(text)).toMatch(/fachowca\.\n$/);
});

test('pages that count themselves go', () => {
  const text =
    'The school garden\n\nFor ten years nobody dug it. Last spring the parents turned the ground, and each class has now\n\nPage 1 / 2\n\na bed of its own, and waters it in turns.\n\nWe planted beans. The pumpkins grew so large that one needed\n\nPage 2 / 2\n\na barrow for them.\n';
  expect(markdown(text)).toContain('each class has now a bed of its own');
  expect(markdown(text)).not.toContain('Page');
});

test('a Thai text keeps the one sentence under its last heading', () => {
  const text =
    'ตลาดเช้าริมคลอง\n\nตลาดเช้าริมคลองกลับมาเปิดอีกครั้งในวันเสาร์นี้ หลังจากปิดไปนานเพราะน้ำท่วม และคนขายก็กลับมาครบทุกร้าน\n\nของที่ขาย\n\n• ผักสด\n• ปลาจากคลอง\n• ขนมครก\n\nวันต่อไป\n\nตลาดครั้งหน้าจะเปิดในวันเสาร์แรกของเดือนตุลาคมตั้งแต่เช้ามืด\n';
  expect(markdown(text)).toContain('## วันต่อไป\n\nตลาดครั้งหน้าจะเปิด');
});
