import { expect, test } from 'vitest';
import { convert } from '../../src/convert.ts';
import { isoDate } from '../../src/metadata/date.ts';
import { writtenDate } from '../../src/metadata/written-date.ts';
import { parseHtml } from '../../src/tree/parse.ts';

const WORDS = '<p>Some words of an article that is long enough to be kept, with a comma, and then a full stop.</p>';

function read(head: string, body = WORDS, url?: string) {
  const page = {
    id: 'page.html',
    body: `<!doctype html><html><head>${head}</head><body><article>${body}</article></body></html>`,
  };
  return convert(page, { fullPage: true, ...(url === undefined ? {} : { url }) }, { parseHtml }).metadata;
}

test.each([
  ['2025-03-04', '2025-03-04'],
  ['2025-3-4T10:00:00+0100', '2025-03-04T10:00:00+01:00'],
  ['20250304', '2025-03-04'],
  ['Tue, 04 Mar 2025 10:00:00 GMT', '2025-03-04T10:00:00Z'],
  ['4th of March, 2025', '2025-03-04'],
  ['March 4, 2025', '2025-03-04'],
  ['2025-02-30', undefined],
  ['04/03/2025', undefined],
  ['1402-08-14', undefined],
  ['yesterday', undefined],
  ['1600000000000', '2020-09-13T12:26:40Z'],
  ['1600000000', '2020-09-13T12:26:40Z'],
  ['20150309103000', '2015-03-09'],
])('the date %s is %s', (written, iso) => {
  expect(isoDate(written)).toBe(iso);
});

test('JSON-LD that was escaped for HTML is read as it was meant', () => {
  const { title, authors } = read(
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Salt &amp; pepper","author":[{"name":"Ada L&#243;pez"},{"name":"Zo&euml; Kant"},{"name":"By Jo Lee"}]}</script>',
  );
  expect(title).toMatchObject({ value: 'Salt & pepper', from: 'json-ld' });
  expect(authors?.value).toEqual(['Ada López', 'Zoë Kant', 'Jo Lee']);
});

test('every citation author is named, in order', () => {
  const { authors } = read(
    '<meta name="citation_author" content="A. One"><meta name="citation_author" content="Two, B.">',
  );
  expect(authors).toEqual({ value: ['A. One', 'B. Two'], from: 'meta[citation_author]', confidence: 0.85 });
});

test('addresses are absolute, and those that are no web address are left out', () => {
  const { canonical, image } = read(
    '<link rel="shortlink canonical" href="/story"><meta property="og:image" content="javascript:alert(1)">',
    WORDS,
    'https://example.org/a?b=c',
  );
  expect(canonical?.value).toBe('https://example.org/story');
  expect(image).toBeUndefined();
});

test('keywords come from tags, or from the list in the head', () => {
  expect(read('<meta name="keywords" content="ferry, harbour,ferry; sea">').keywords?.value).toEqual([
    'ferry',
    'harbour',
    'sea',
  ]);
  expect(
    read('<meta property="article:tag" content="a, b"><meta property="article:tag" content="c">').keywords?.value,
  ).toEqual(['a, b', 'c']);
  expect(read('<meta name="keywords" content="budget,editor&amp;#39;s picks">').keywords?.value).toEqual([
    'budget',
    "editor's picks",
  ]);
});

test('a page that names no language is read for it', () => {
  const body =
    '<p>Der Hafen ist am Abend ruhig, und die Schiffe liegen mit dem Bug zu der Stadt, die nicht schläft.</p>';
  expect(read('', body).language).toMatchObject({ value: 'de', from: 'text' });
  expect(read('<meta http-equiv="content-language" content="de-AT">', body).language?.value).toBe('de-AT');
});

const story = (line: string, heading = 'Beta of the new timetable') =>
  `<h1>${heading}</h1><div>${line}</div>${WORDS.repeat(3)}`;

test('a date and a name in plain words stand between the headline and the text', () => {
  const { published, authors } = read('', story('Thursday September 19, 2019 4:45 pm by Ove Sandell'));
  expect(published).toEqual({ value: '2019-09-19', from: 'dateline', confidence: 0.5 });
  expect(authors).toEqual({ value: ['Ove Sandell'], from: 'dateline', confidence: 0.5 });
  expect(
    read('', story('<span>By</span> <a href="/a">Ada López</a> and Jo Lee | Photo by Max Mara')).authors?.value,
  ).toEqual(['Ada López', 'Jo Lee']);
});

test('a date that the text tells of is not when it was published', () => {
  expect(read('', `<h1>Ferry</h1>${WORDS}${WORDS}<p>It sank on 3 March 1998.</p>`).published).toBeUndefined();
  expect(read('', story('Photo by Max Mara')).authors).toBeUndefined();
});

test.each([
  ['en', 'Posted on July 4th, 2021 at noon', '2021-07-04'],
  ['en', '04/03/2025', undefined],
  ['en', '04/23/2025', '2025-04-23'],
  ['en-GB', '04/03/2025', '2025-03-04'],
  ['de', 'Stand: 4. März 2025', '2025-03-04'],
  ['fr', 'Publié le 1er août 2020', '2020-08-01'],
  ['es', '27 de julio de 2022', '2022-07-27'],
  ['ru', 'Размещено 8 января 2019 года', '2019-01-08'],
  ['pl', '3 września 2021', '2021-09-03'],
  ['hu', '2019. január 8.', '2019-01-08'],
  ['tr', '12 Ağustos 2023', '2023-08-12'],
  ['el', '5 Μαΐου 2022', '2022-05-05'],
  ['hi', '५ मई २०२२', '2022-05-05'],
  ['th', '8 มกราคม 2562', '2019-01-08'],
  ['ar', '٨ يناير ٢٠١٩', '2019-01-08'],
  ['he', '8 בינואר 2019', '2019-01-08'],
  ['zh', '临江市人民政府　　2019年1月8日　　来源', '2019-01-08'],
  ['ko', '2022년 7월 27일', '2022-07-27'],
  ['ja', '2022.07.27 09:12', '2022-07-27'],
  ['no-such-language-at-all', '8 January 2019', '2019-01-08'],
  ['constructor', '8 January 2019', '2019-01-08'],
  ['de-AT', '8. Jänner 2019', '2019-01-08'],
  ['no', '8. januar 2019', '2019-01-08'],
  ['sr', '8. јануар 2019', '2019-01-08'],
  ['sr-Latn', '8. avgust 2019', '2019-08-08'],
  ['ar', '8 شباط 2019', '2019-02-08'],
  ['en', '31 June 2020', undefined],
])('in %s the line "%s" says %s', (language, line, date) => {
  expect(writtenDate(line, language)).toBe(date);
});

test('a name that JSON-LD points to stands elsewhere in it', () => {
  const graph = {
    '@graph': [
      { '@type': 'Article', headline: 'Boats', author: [{ '@id': '#ada' }, { '@id': '#nobody' }] },
      { '@type': 'Person', '@id': '#ada', name: 'Ada López' },
    ],
  };
  expect(read(`<script type="application/ld+json">${JSON.stringify(graph)}</script>`).authors?.value).toEqual([
    'Ada López',
  ]);
});

test('a name that a class marks, or a label in a script without capitals, is the author', () => {
  expect(read('', story('<span class="author">Анна Лебедева</span> · 12 ноября 2019')).authors?.value).toEqual([
    'Анна Лебедева',
  ]);
  expect(read('', story('<span>بقلم: ليلى حداد</span>')).authors?.value).toEqual(['ليلى حداد']);
  expect(read('', story('<p class="byline">ავტორი: მარიამ კობახიძე</p>')).authors?.value).toEqual(['მარიამ კობახიძე']);
  expect(read('', story('<span>文：佐々木アリーナ</span>')).authors?.value).toEqual(['佐々木アリーナ']);
  expect(read('', story('By Lena Ostrom, Staff Writer')).authors?.value).toEqual(['Lena Ostrom']);
  expect(read('', story('<span class="author-note">The winner of two prizes.</span>')).authors).toBeUndefined();
});

test('a permalink is no part of a title, and a list of facts holds no date of publication', () => {
  expect(read('<title>Pumps</title>', `<h1>Pumps<a href="#pumps">¶</a></h1>${WORDS}`).title?.value).toBe('Pumps');
  expect(read('', story('<dl><dt>Date</dt><dd>14 June 2025</dd></dl>')).published).toBeUndefined();
});

test.each([
  ['<p class="post-author__name">Ada López</p>', ['Ada López']],
  ['<span class="authorName"><span>By</span> <a href="/x">Ada López</a><em>Staff writer</em></span>', ['Ada López']],
  ['<p>Text by <a href="/blog/author/ada-lopez/">Ada López</a></p>', ['Ada López']],
  [
    '<div itemprop="author"><img alt="Ada"><a itemprop="url"><b itemprop="name">ada9</b></a> 1,204 points</div>',
    ['ada9'],
  ],
  ['<p class="author-note">Ada López</p><a href="/authors">All of them</a>', undefined],
])('the markup %s names the author', (markup, names) => {
  expect(read('', `<h1>Salt</h1>${markup}${WORDS}`).authors?.value).toEqual(names);
});

test('several authors in one value are told apart; an office behind a name is none', () => {
  const authorsOf = (content: string) => read(`<meta name="author" content="${content}">`).authors?.value;
  expect(authorsOf('Ada López, Jo van Lee and Max Mara')).toEqual(['Ada López', 'Jo van Lee', 'Max Mara']);
  expect(authorsOf('Ada López, editor')).toEqual(['Ada López, editor']);
  expect(authorsOf('admin')).toBeUndefined();
});

test('who is named on the page comes before the site itself', () => {
  const site = '<meta property="og:site_name" content="The Daily Salt"><meta name="author" content="The Daily Salt">';
  expect(read(site, `<p class="author-name">Ada López</p>${WORDS}`).authors?.value).toEqual(['Ada López']);
  expect(read(site).authors?.value).toEqual(['The Daily Salt']);
});

test('a heading that names the site is not the title', () => {
  const title = (head: string, body: string) => read(head, body + WORDS).title?.value;
  expect(title('<title>How salt is made and kept - Salt Forum</title>', '<h1>Salt Forum</h1>')).toBe(
    'How salt is made and kept',
  );
  expect(title('<meta property="og:title" content="How salt is made">', '<h1><a href="/">Salt and more</a></h1>')).toBe(
    'How salt is made',
  );
  expect(title('<title>Salt Forum - How salt is made</title>', '<h1>How salt is made</h1>')).toBe('How salt is made');
});

test('the lines of a heading are parted', () => {
  expect(read('', `<h1>How salt<br>is made</h1>${WORDS}`).title?.value).toBe('How salt is made');
});

test("a date right before the headline, or alone in an element that is called so, is the page's", () => {
  const published = (body: string) => read('', body + WORDS).published?.value;
  expect(published('<p>News</p><p>4 March 2025</p><h1>Salt and more of it</h1>')).toBe('2025-03-04');
  const far = `<h1>Salt and more of it</h1>${WORDS}${WORDS}`;
  expect(published(`${far}<p class="post-date">4 March 2025</p>`)).toBe('2025-03-04');
  const lists = '<li class="date">4 March 2025</li><li class="date">5 March 2025</li>';
  expect(published(`${far}<ul>${lists}</ul>`)).toBeUndefined();
});

test('JSON-LD with a line break in a string and a comma too many is read; a person may be named by parts', () => {
  const { title, authors } = read(
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Salt\nand light","author":{"givenName":"Ada","familyName":"Holm",},}</script>',
  );
  expect(title?.value).toBe('Salt and light');
  expect(authors?.value).toEqual(['Ada Holm']);
});

test.each([
  ['<p>Updated: 7 November 2023 · First published: 5 November 2023</p>', '2023-11-05'],
  ['<p><b>5 November 2023</b> <b>7 November 2023</b></p>', '2023-11-05'],
  ['<ul><li>9 November 2023<li>8 November 2023<li>7 November 2023</ul>', '2023-11-09'],
  ['<time datetime="2023-12-24">24</time><time itemprop="datePublished" datetime="2023-11-05">5</time>', '2023-11-05'],
  [
    '<time class="updated" datetime="2023-12-24">24</time><time class="published" datetime="2023-11-05">5</time>',
    '2023-11-05',
  ],
  ['<time class="published updated" datetime="2023-11-05">5</time>', '2023-11-05'],
  ['<span itemprop="datePublished" content="2023-11-05">Sunday</span>', '2023-11-05'],
])('the day of publication in %s', (dates, day) => {
  expect(read('', `<h1>A new lamp</h1>${dates}${WORDS}`).published?.value).toBe(day);
});

test.each([
  ['https://example.org/2023/11/05/lamp.html', '2023-11-05'],
  ['https://example.org/blog/2023-11-05-lamp', '2023-11-05'],
  ['https://example.org/item/20231105', '2023-11-05'],
  ['https://example.org/item/202311056', undefined],
  ['https://example.org/2023/11/lamp', undefined],
])('where nothing else has a date, the address %s gives %s', (url, day) => {
  expect(read('', WORDS, url).published?.value).toBe(day);
});

test.each([
  [
    '<p class=by>By <a href=/author/a>Ada Holm</a>, <a href=/author/b>Bo Lind</a> and <a href=/author/c>Cy Orr</a></p>',
    ['Ada Holm', 'Bo Lind', 'Cy Orr'],
  ],
  ['<p><a href=/author/a>Ada Holm</a> <a href=/author/b>Bo Lind</a></p>', ['Ada Holm']],
  ['<p>Text: Ada Holm</p>', ['Ada Holm']],
  ['<p>Yazar: Deniz Kaya</p>', ['Deniz Kaya']],
  ['<p>Photo: Ada Holm</p>', undefined],
  ['<p>김하늘 기자</p>', ['김하늘']],
  ['<div class="comment-list"><a class="author-name" href=/u>Ada Holm</a></div>', undefined],
])('the authors in %s', (line, names) => {
  expect(read('', `<h1>A new lamp</h1>${line}${WORDS}`).authors?.value).toEqual(names);
});

test('the site before a colon and entities written twice are no part of the title', () => {
  const { title } = read(
    '<meta property="og:site_name" content="Quay"><meta property="og:title" content="Quay: Salt &amp;amp; light">',
  );
  expect(title?.value).toBe('Salt & light');
});

test('white space between the words of a name is one blank, and much of it takes no time', () => {
  const author = (name: string) => read(`<meta name="author" content="${name}">`).authors?.value;
  expect(author('View all posts   by\n  Ada López')).toEqual(['Ada López']);
  expect(author(`View${' '.repeat(1_000_000)}Ada`)).toEqual(['View Ada']);
});

test('white space in a headline is one blank, and much of it around a name takes no time', () => {
  const wide = ' '.repeat(100_000);
  const headline = `<script type="application/ld+json">{"@type":"Article","headline":"A  new${wide}lamp"}</script>`;
  expect(read(headline).title?.value).toBe('A new lamp');
  const body = `<h1>A new lamp</h1><p><a rel="author" href="/ada">Ada López</a>,${wide}and <a rel="author" href="/ben">Ben Lund</a>${wide}wrote on Monday</p>${WORDS}`;
  expect(read('', body).authors?.value).toEqual(['Ada López', 'Ben Lund']);
});

test.each([
  ['Grey bowls | The Weir Courier | Arts and letters', 'Grey bowls'],
  ['The Weir Courier | Grey bowls', 'Grey bowls'],
  ['Grey bowls', 'Grey bowls'],
])('the title of %s is %s where a link to the first page names the site', (page, title) => {
  const found = read(`<title>${page}</title>`, `<p><a href="/">The Weir Courier</a></p>${WORDS}`);
  expect(found.title?.value).toBe(title);
});

test('a smaller heading is the title where it is a part of the page’s own', () => {
  const { title } = read(
    '<title>Серые миски — Вестник плотины</title>',
    `<h2>Популярное</h2><h2>Серые миски</h2>${WORDS}`,
  );
  expect(title).toEqual({ value: 'Серые миски', from: 'heading', confidence: 0.8 });
});

test('where a book heads each page with its name the smaller heading is the title', () => {
  const titleFrom = (title: string, body: string) => read(`<title>${title}</title>`, body + WORDS).title?.value;
  const chapter = '<h1>The book of bells</h1><h2>Ropes</h2>';
  expect(titleFrom('Ropes - The book of bells', chapter)).toBe('Ropes');
  expect(titleFrom('The book of bells', chapter)).toBe('The book of bells');
  expect(titleFrom('Ropes - The book of bells', '<h1>The book of bells</h1><h1>Ropes</h1>')).toBe('Ropes');
  expect(titleFrom('How ropes are made', '<h1>The bell library</h1><h2>How ropes are made</h2>')).toBe(
    'How ropes are made',
  );
});

test('a button in the heading is no part of the title', () => {
  expect(read('<title>Rope in bells</title>', `<h1>Rope <button>Copy path</button></h1>${WORDS}`).title?.value).toBe(
    'Rope',
  );
});

test('Chinese titles are parted without blanks', () => {
  expect(read('<title>灰碗的来历_水坝周报</title><meta property="og:site_name" content="水坝周报">').title?.value).toBe(
    '灰碗的来历',
  );
});

test('an author is named by a hidden property, an hCard, a link beside other pieces, a mail address', () => {
  const authors = (line: string) => read('', story(line)).authors?.value;
  const item = '<meta itemprop="name" content="赵木匠"><a href="/u/1">赵木匠</a> <i>修了二十年家具</i>';
  expect(authors(`<p itemprop="author">${item}</p>`)).toEqual(['赵木匠']);
  expect(authors('<p class="author vcard"><span class="fn">nuikoya</span></p>')).toEqual(['nuikoya']);
  expect(authors('<p rel="author"><a href="/u/2">drat</a> <i>14 silver badges</i></p>')).toEqual(['drat']);
  expect(authors('<div class="article-author"><a href="/u/3">Irma Holt</a><p>3 months ago</p></div>')).toEqual([
    'Irma Holt',
  ]);
  expect(authors('<b>Irma Holt</b> <a href="mailto:list@dam.example">irma at dam.example</a>')).toEqual(['Irma Holt']);
});

test('a reporter of Taiwan is named before the place', () => {
  expect(read('', story('<span class="reporter">記者陳以寧／通霄報導</span>')).authors?.value).toEqual(['陳以寧']);
});

test('a sign alone between two names parts them', () => {
  const title = '<span class="ns">Talk</span><span class="sep">:</span><span class="main">Ferry</span>';
  expect(read('<title>Talk:Ferry - Dam wiki</title>', `<h1>${title}</h1>${WORDS}`).title?.value).toBe('Talk:Ferry');
});

test('a thread is by the first who writes on its page', () => {
  const post = (name: string) => `<div class="post"><a class="username">${name}</a><p>${WORDS}</p></div>`;
  expect(read('', `<h1>Grey bowls</h1>${post('b.holt7')}${post('keller')}`).authors?.value).toEqual(['b.holt7']);
  const line = '<p class="author">by <a href="/u/9">b.holt7</a> » Tue May 3</p>';
  expect(read('', `<h1>Grey bowls</h1>${line}<p>${WORDS}</p>`).authors?.value).toEqual(['b.holt7']);
});

test('a forum that heads each page by its name says the topic in the next heading, and the end of the title', () => {
  const page = (name: string) =>
    read(
      `<title>${name} • View topic - Whose boat is this?</title>`,
      `<h1>${name}</h1><h2>Whose boat is this?</h2>${WORDS}`,
    );
  expect(page('Dam').title?.value).toBe('Whose boat is this?');
  expect(page('The blue ferry that nobody claims').title?.value).toBe('The blue ferry that nobody claims');
});

test('a smaller heading is the title behind a colon, too: of a version to print', () => {
  const head = '<title>Print version: Ferry returns | Dam Mercury</title>';
  expect(read(head, `<h2>Ferry returns</h2>${WORDS}`).title?.value).toBe('Ferry returns');
});

test('where all of the head calls a page by one name, its only h1 is a slogan', () => {
  const head = (og: string) => `<title>Bowls by hand</title><meta property="og:title" content="${og}">`;
  const page = `<h1>Made for your table</h1>${WORDS}`;
  expect(read(head('Bowls by hand'), page).title?.value).toBe('Bowls by hand');
  expect(read(head('Weir Pottery'), page).title?.value).toBe('Made for your table');
});

test('a heading loses the name of the site behind it, and a style sheet in it', () => {
  const head = '<title>Grey bowls – Weir Pottery</title><meta property="og:site_name" content="Weir Pottery">';
  expect(read(head, `<h1><style>.a{color:red}</style>Grey bowls – Weir Pottery</h1>${WORDS}`).title?.value).toBe(
    'Grey bowls',
  );
});

test('the day on which somebody put up a page is its day where it is shown, signed, or that of an article', () => {
  const page = (type: string) =>
    `<script type="application/ld+json">{"@type":"${type}","datePublished":"2024-05-13"}</script>`;
  const day = (head: string, line = '') => read(head, story(line)).published?.value;
  expect(day(page('WebPage'))).toBeUndefined();
  expect(day(page('WebPage'), '<p>13 May 2024</p>')).toBe('2024-05-13');
  expect(day(page('WebPage'), '<p rel="author">Irma Holt</p>')).toBe('2024-05-13');
  expect(day(page('NewsArticle'))).toBe('2024-05-13');
});

test('a list that says when a page came out is read, and a time before the year', () => {
  const dated = (line: string) => read('', story(line)).published?.value;
  const list = '<dl class="article-info"><dt>Details</dt><dd class="published">Published: 13 May 2024</dd></dl>';
  expect(dated(list)).toBe('2024-05-13');
  expect(dated('<i>Tue Jan  3 10:22:41 GMT 2017</i>')).toBe('2017-01-03');
});

test('a marked byline goes before data that name the site as the author', () => {
  const head =
    '<meta name="author" content="The Weir Courier"><meta property="og:site_name" content="The Weir Courier">';
  expect(read(head, `<h1>Grey bowls</h1><p class="byline">Irma Holt</p>${WORDS}`).authors?.value).toEqual([
    'Irma Holt',
  ]);
  expect(read(head, `<h1>Grey bowls</h1>${WORDS}`).authors?.value).toEqual(['The Weir Courier']);
});

test('a card names the author', () => {
  const card = (label: string) =>
    read(`<meta name="twitter:label1" content="${label}"><meta name="twitter:data1" content="Sara Quill">`).authors
      ?.value;
  expect(card('Written by')).toEqual(['Sara Quill']);
  expect(card('Verfasst von')).toEqual(['Sara Quill']);
  expect(card('Price')).toBeUndefined();
});

test.each([
  ['zh', '2020-06-01 08:30　来源：水坝周报　作者：林晓河　责任编辑：周平', ['林晓河']],
  ['zh', '文/林晓河、周平', ['林晓河', '周平']],
  ['zh', '本报记者 林晓河', ['林晓河']],
  ['ko', '김도윤 기자 dy@example.kr', ['김도윤']],
])('a line in %s names the author: %s', (language, line, names) => {
  const { authors } = read(
    `<html lang="${language}"><title>灰碗</title>`,
    `<h1>灰碗的来历</h1><div>${line}</div>${WORDS}`,
  );
  expect(authors?.value).toEqual(names);
});

test('dates in the head may be written for readers', () => {
  const { published, modified } = read(
    '<meta name="date" content="27.07.2022, 10:15 Uhr"><meta name="last-modified" content="3. August 2022">',
  );
  expect([published?.value, modified?.value]).toEqual(['2022-07-27', '2022-08-03']);
});

test('a page that says English by default is in the language of its text', () => {
  const text = (words: string) =>
    convert(
      { id: 'a', body: `<html lang="en"><body><article><p>${words}</p></article></body></html>` },
      { fullPage: true },
      { parseHtml },
    ).metadata.language;
  const german =
    'Der Töpfer am unteren Tor öffnet an drei Tagen in der Woche, an den anderen heizt er nur den Ofen. Die meisten kommen wegen der blauen Schalen, obwohl er die grauen für besser hält. Wer im Laden eine Schale zerbricht, darf die Scherben behalten.';
  expect(text(german)).toMatchObject({ value: 'de', from: 'text' });
  expect(text('Der Töpfer öffnet an drei Tagen.')).toMatchObject({ value: 'en', from: 'html[lang]' });
});

test('an encyclopedia gives the page its name, and its headline says what it is about', () => {
  const { title } = read(
    '<title>Ash glaze - Openpedia</title><script type="application/ld+json">{"@type":"Article","name":"Ash glaze","headline":"coating made with ash"}</script>',
  );
  expect(title?.value).toBe('Ash glaze');
});

test.each([
  ['Ada Kehl / Bo Lind', ['Ada Kehl', 'Bo Lind']],
  ['Ada Kehl; Bo Lind', ['Ada Kehl', 'Bo Lind']],
  ['ada@example.org (Ada Kehl)', ['Ada Kehl']],
  ['Ada Kehl <ada@example.org>', ['Ada Kehl']],
  ['AC/DC', ['AC/DC']],
])('the authors in %s are %j', (written, names) => {
  const escaped = written.replace('<', '&lt;');
  expect(read(`<meta name="author" content="${escaped}">`).authors?.value).toEqual(names);
});

test('a date stands in the title of what says how long ago it was, and in parts of an address', () => {
  const line = '<h1>Grey bowls</h1><span class="date" title="2017-07-07 10:00:00">3 years ago</span>';
  expect(read('', `${line}${WORDS}`).published?.value).toBe('2017-07-07');
  for (const path of ['2018-07/04/content_1.htm', '2018/0704/c4.html', '2018/07/04/', 't20180704_12.html'])
    expect(read('', WORDS, `https://example.org/news/${path}`).published?.value).toBe('2018-07-04');
});

test.each([
  ['jp', 'ja'],
  ['cn', 'zh'],
  ['iw-IL', 'he-IL'],
  ['pt-BR', 'pt-BR'],
])('the language %s is written %s', (said, tag) => {
  const page = { id: 'a', body: `<html lang="${said}"><body>${WORDS}` };
  expect(convert(page, { fullPage: true }, { parseHtml }).metadata.language?.value).toBe(tag);
});

test('the names in a heading are parted in the title; a line over or under it is no part of it', () => {
  const titleOf = (heading: string, said = '') =>
    read(`<title>${said}</title>`, `<h1>${heading}</h1>${WORDS}`).title?.value;
  expect(titleOf('<span class="a">Craft</span><span class="b">Grey bowls</span>')).toBe('Craft Grey bowls');
  expect(titleOf('<span class="a">Craft</span><span class="b">Grey bowls</span>', 'Grey bowls | Weir Courier')).toBe(
    'Grey bowls',
  );
  expect(titleOf('<span class="roofline">Craft</span> Grey bowls <em>and</em> cups')).toBe('Grey bowls and cups');
  expect(
    titleOf('<span><b>Craft</b><span class="visually-hidden">: </span><i>Grey bowls</i></span>', 'Grey bowls'),
  ).toBe('Grey bowls');
  expect(titleOf('Grey bowls<br><small>12.04.2021 • Craft</small>')).toBe('Grey bowls');
});

test('of several dates that are called so the one nearest the headline counts; months may be of another language', () => {
  const date = (day: string, name = 'meta__date') => `<span class="${name}">${day}</span>`;
  const published = (head: string, language = 'de') =>
    read(
      `<html lang="${language}">`,
      `<div><div>${head}</div>${WORDS}</div><ul><li>${date('04.11.2021')}<li>${date('05.11.2021')}</ul>`,
    ).published?.value;
  const far = `<div><h1>Graue Schalen</h1></div>${WORDS}${WORDS}`;
  expect(published(`${far}${date('03.11.2021')}`)).toBe('2021-11-03');
  expect(published(`${far}<time>3. November 2021</time>`, 'en')).toBe('2021-11-03');
  expect(published(far)).toBeUndefined();
  expect(published(`<h1>Graue Schalen</h1><p>Von Ada | 31.10.23</p>`)).toBe('2023-10-31');
  expect(published(`<h1>Graue Schalen</h1><p>Freitag, 5. Juni 2015</p>`, 'en')).toBe('2015-06-05');
});

test('words before a name are none of it, and a site is nobody where a byline says more', () => {
  const byline = (text: string) => read('', `${WORDS}<a rel="author">${text}</a>`).authors?.value;
  expect(byline('Zeige alle Beiträge von Cem Bulut')).toEqual(['Cem Bulut']);
  expect(byline('Voir tous les articles par Zoé Petit')).toEqual(['Zoé Petit']);
  expect(byline('Otto von Berg')).toEqual(['Otto von Berg']);
  const site = read('<meta name="author" content="post.de">', `${WORDS}<a rel="author">Ada Kehl,</a>`);
  expect(site.authors?.value).toEqual(['Ada Kehl']);
});

test('a title loses the section before the site, with the same sign between', () => {
  const titleOf = (page: string) => read(`<title>${page}</title>`, `<a href="/">둑 소식</a>${WORDS}`).title?.value;
  expect(titleOf('방앗간 주인의 잿빛 그릇 &lt; 문화 &lt; 둑 소식')).toBe('방앗간 주인의 잿빛 그릇');
  expect(titleOf('Grey bowls - the first part | 둑 소식')).toBe('Grey bowls - the first part');
});

test('a smaller heading that says all of the title is the title, dashes in it or not', () => {
  const heading = 'Call for tenders – repair of the weir';
  expect(read(`<title>${heading}</title>`, `<h3>Office hours</h3><h2>${heading}</h2>`).title?.value).toBe(heading);
});

test('an agency behind a name is none; a day that was not set is none', () => {
  const line = '<h1>Graue Schalen</h1><p class="author">Jutta Ahlen/dpa</p><p class="date">February 20, 2020</p>';
  const { authors, published } = read(
    '<meta property="article:published_time" content="1970-01-01T00:00:00Z">',
    `${line}${WORDS}`,
  );
  expect([authors?.value, published?.value]).toEqual([['Jutta Ahlen'], '2020-02-20']);
});

test('a day of creation is one where no other is named', () => {
  const posting = '<script type="application/ld+json">{"@type":"BlogPosting","dateCreated":"2019-09-09"}</script>';
  expect(read(posting).published?.value).toBe('2019-09-09');
});

test('a first heading that leads home is the site, and the next smaller one may be the title', () => {
  const body = `<h1><a href="/">時計屋の裏庭</a></h1><h2 class="date">2006年11月05日</h2><h3>古い時計を直した話</h3>${WORDS}`;
  const comments = '<div id="comments"><div class="comment"><p>2006年11月06日</p><p>いい話です。</p></div></div>';
  const { title, site, published } = read(
    '<html lang="ja"><title>時計屋の裏庭:古い時計を直した話</title>',
    body.replace(WORDS, `<p>先週、近所のおばあさんが時計を持ってきた。</p>${comments}`),
  );
  expect([title?.value, site?.value, published?.value]).toEqual(['古い時計を直した話', '時計屋の裏庭', '2006-11-05']);
});

test('without headings the title is the part of it that stands on the page in a line of its own', () => {
  const page = '<title>Gruppo Arino - Le grotte del Monte Arino</title>';
  const line = '<b><font size="4">Le grotte del Monte Arino</font></b>';
  expect(read(page, `<img src="a.gif" alt="Gruppo Arino">${line}${WORDS}`).title?.value).toBe(
    'Le grotte del Monte Arino',
  );
});

test('the day of an event, or the last to apply, is not that of publication', () => {
  const line = '<h1>The mill opens</h1><p>11 May 2024, 10 to 16</p>';
  const posting = (data: string) => `<script type="application/ld+json">{${data}}</script>`;
  const day = (head: string) => read(`<html lang="en">${head}`, `${line}${WORDS}`).published?.value;
  expect(day('')).toBe('2024-05-11');
  expect(day(posting('"@type":"Event","startDate":"2024-05-11T10:00"'))).toBeUndefined();
  expect(day(posting('"@type":"JobPosting","datePosted":"2024-03-01","validThrough":"2024-05-11"'))).toBe('2024-03-01');
});

test('far from the headline a line that is little but a day dates an article, if it is not that of a change', () => {
  const lede = WORDS.repeat(3);
  const day = (line: string, head = '<meta property="og:type" content="article">') =>
    read(head, `<h1>Grey bowls</h1>${lede}${line}`).published?.value;
  expect(day('<p><b>Datum:</b> 03.11.2021</p>')).toBe('2021-11-03');
  expect(day('<p>Mise en ligne</p><p>23 mai 2019</p>')).toBe('2019-05-23');
  expect(day('<p>Last updated:</p><p>May 23, 2019</p>')).toBeUndefined();
  expect(day('<p>03.11.2021</p><p>04.11.2021</p>')).toBeUndefined();
  expect(day('<p>03.11.2021</p>', '')).toBeUndefined();
});

test('the parts of a day may stand in elements of their own', () => {
  const parts = '<div class="date"><span>Apr</span><span>04</span><span>2013</span></div>';
  expect(read('', `<header>${parts}</header><h1>Grey bowls</h1>${WORDS}`).published?.value).toBe('2013-04-04');
});
