import { expect, test } from 'vitest';
import { convert, loadParts, writers } from '../../src/index.ts';
import { cpuTime } from '../cpu-time.ts';

const parts = await loadParts(['parseHtml']);

const document = (body: string, options = {}) =>
  convert({ id: 'page.html', body }, { from: 'html', fullPage: true, ...options }, parts);
const markdown = (body: string, options = {}) => writers.markdown.write(document(body, options));

test('what stands over the rows of a box that is a table stays over them', () => {
  const row = (one: string, other: string) =>
    `<div class="divTableRow"><div class="divTableCell">${one}</div><div class="divTableCell">${other}</div></div>`;
  const box = `<div class="divTable"><p>Ferries</p>${row('Ann', '9:00')}${row('Ben', '9:30')}<p>In summer</p></div>`;
  expect(markdown(box)).toMatch(/^Ferries\n\n\|[\s\S]*\| Ben \| 9:30 \|\n\nIn summer\n$/);
});

test('a picture beside a marker and its words is kept', () => {
  const table = '<table><tr><td>(1)</td><td>Words here</td><td><img src="a.png" alt="A"></td></tr></table>';
  expect(markdown(table)).toContain('![A](a.png)');
});

test.each([
  ['<p><b>x<br></b>y</p>', '**x**\\\ny\n'],
  ['<p><code>a</code><code>b</code></p>', '`ab`\n'],
  ['<p><code> </code>x<code></code></p>', 'x\n'],
  ['<p>a<!-- c -->b</p>', 'ab\n'],
  ['<p>a<unknown>b</unknown>c</p>', 'abc\n'],
  ['<p>a<x-mark>b</x-mark>c</p>', 'abc\n'],
  ['<x-body><x-text>a <b>b</b></x-text><x-text>c</x-text></x-body>', 'a **b**\n\nc\n'],
  ['<div>a<x-price>b</x-price><x-price>c</x-price></div>', 'abc\n'],
  ['<div><span style="display:block">a</span><span style="display: block">b</span></div>', 'a\n\nb\n'],
  ['<div><span style="display:inline-block">a</span><span>b</span></div>', 'ab\n'],
  ['<a href="/x"><p>one</p><p>two</p></a>', '[one](/x)\n\n[two](/x)\n'],
  ['<b><p>one</p></b>', '**one**\n'],
  ['<b style="font-weight:normal"><p>one <i>two</i></p></b>', 'one *two*\n'],
  ['<p><b>a <a href="/x">b</a></b><a href="/y">c</a></p>', '**a [b](/x)**[c](/y)\n'],
  ['<p>a<span style="display:none">b</span><span aria-hidden="true">c</span></p>', 'a\n'],
  ['<h2>a<br>b<p>c</p></h2>', '## a b c\n'],
  ['<h2>a <a class="anchor" href="#a">#</a></h2>', '## a\n'],
  ['<h2>a <span><a href="#a" id="a">#</a></span></h2>', '## a\n'],
  ['<h2 id="a"><a href="#a">a <code>b</code></a></h2>', '## a `b`\n'],
  ['<h2 id="a"><a href="#top">a</a></h2>', '## [a](#top)\n'],
  ['<div role="heading" aria-level="4">a</div>', '#### a\n'],
  ['<ul><li>a</li><ul><li>b</li></ul></ul>', '- a\n  - b\n'],
  ['<ol><li value="7">a</li></ol>', '7. a\n'],
  ['<p>中文\n中文\nabc</p>', '中文中文 abc\n'],
  ['<p style="white-space: pre-line">a\nb</p>', 'a\\\nb\n'],
  ['<p>中文\n<b>中文\n</b>\nサーバー\nデータ</p>', '中文**中文**サーバーデータ\n'],
  ['<p>a\n<b>b\n</b>c</p>', 'a **b** c\n'],
  ['<p style="font-weight:bold">a <span style="font-weight:normal">b</span></p>', '**a** b\n'],
  ['<ol><li value="3">a<li value="7">b<li>c</ol>', '3. a\n\n7) b\n8) c\n'],
  ['<ul><li><div class="checkbox checkbox-on"></div> a<li><i class="fa fa-square-o"></i> b</ul>', '- [x] a\n- [ ] b\n'],
  ['<ul><li data-checked="true"><p>a</p><li data-inline-task-id="4">b</ul>', '- [x] a\n- [ ] b\n'],
  ['<ul><li><div role="checkbox" aria-checked="true">a</div></ul>', '- [x] a\n'],
  ['<blockquote class="postcontent restore"><div class="bbcode_quote">a</div>b</blockquote>', '> a\n\nb\n'],
  ['<div class="blockquote"><blockquote>a</blockquote></div>', '> a\n'],
  ['<h2 id="a"><a class="permalink" href="#a">Name</a></h2>', '## Name\n'],
  ['<body class="home permalink"><header class="permalink"><p>Name</p></header>', 'Name\n'],
  ['<p>m<span style="vertical-align: super">2</span></p>', 'm<sup>2</sup>\n'],
  ['<ul><li>&bull; <a href="/a">a</a><li>&bull; <a href="/b">b</a></ul>', '- [a](/a)\n- [b](/b)\n'],
  ['<dl><dt>a <a class="index-entry-id">¶</a><dd>b</dl>', '**a**\n\nb\n'],
  ['<ul><li>- a<li>- b</ul><ul><li>- 5<li>- 3</ul>', '- a\n- b\n\n* \\- 5\n* \\- 3\n'],
  ['<ol><li><span>1</span><p>a</p><li><span>2</span><p>b</p></ol>', '1. a\n2. b\n'],
  ['<ul><li><span>1.</span><cite>Doe</cite></ul>', '- 1\\. Doe\n'],
  [
    '<table class="memname"><tr><td>int f</td><td>(</td><td>char</td><td><em>c</em></td><td>)</td></tr></table>',
    'int f (char *c*)\n',
  ],
  ['<ul><li>1. a<li>2. b</ul>', '1. a\n2. b\n'],
  ['<p>次の<br>・あ<br>・い</p>', '次の\n\n- あ\n- い\n'],
  ['<ul><li>a<li class="nested"><ul><li>b</ul><li style="list-style:none"><ul><li>c</ul></ul>', '- a\n  - b\n  - c\n'],
  ['<ol><li><div>1.</div><div><p>a</p></div><li><div>2.</div><div><p>b</p></div></ol>', '1. a\n2. b\n'],
  ['<p><span class="meta__date">May 1</span><span class="meta__author">Ann</span></p>', 'May 1 Ann\n'],
  [
    '<p><span class="x-a">Wiki</span><span class="text-deep-blue">pe</span><span class="text-deep-red">dia</span></p>',
    'Wikipedia\n',
  ],
  ['<p><span class="x">All features</span><span class="y">Fewer features</span></p>', 'All features Fewer features\n'],
  [
    '<p><span class="x">Java</span><span class="y">Script</span> <span>a b.</span><span>Cd e</span></p>',
    'JavaScript a b.Cd e\n',
  ],
  ['<h2><span class="secno">2</span>Next</h2>', '## 2 Next\n'],
  ['<p><img class="dropcap" src="t.gif" alt="T">he tale</p>', 'The tale\n'],
  ['<p>x <img src="s.gif" width="15" alt=":-)"></p>', 'x :-)\n'],
  ['<p>x <i class="emoji"><b>🔥</b></i></p>', 'x 🔥\n'],
  ['<figure><noscript><img src="a.jpg"></noscript><img data-src="b.jpg"></figure>', '![](b.jpg)\n'],
  [
    '<div class="rt-table"><div class="rt-table-tr"><div class="rt-table-th">A</div><div class="rt-table-th">B</div></div><div class="rt-table-tr"><div class="rt-table-td">1</div><div class="rt-table-td">2</div></div></div>',
    '| A | B |\n| - | - |\n| 1 | 2 |\n',
  ],
  ['<table><tr><td>A.</td><td>5</td></tr></table>', '|    |   |\n| -- | - |\n| A. | 5 |\n'],
  ['<div><p>Code: <a href="#" onclick="all()">Select all</a></p><pre>a</pre></div>', 'Code:\n\n```\na\n```\n'],
  ['<label>a</label><label>b</label>', 'a b\n'],
  ['<p style="mso-list:l1 level1 lfo2"><span style="mso-list:Ignore">3.</span>a</p>', '3. a\n'],
  [
    '<ul class="lst-kix_a-0 start"><li>a</ul><ul class="lst-kix_a-1 start"><li>b</ul><ul class="lst-kix_a-0"><li>c</ul>',
    '- a\n  - b\n- c\n',
  ],
  [
    '<style>table td,table th{padding:0}.c0{color:#000;font-weight:700}.c1{font-weight:400;font-style:italic}</style><p class="c2"><span class="c0">a</span><span class="c1"> b</span>',
    '**a** *b*\n',
  ],
  ['<amp-img src="a.jpg" alt="a" width="1" height="1" layout="responsive"></amp-img>', '![a](a.jpg)\n'],
  ['<p>a<img src="/x/spacer.gif" alt=""><img src="//stats.wp.com/c.gif?v=1" alt="">', 'a\n'],
  [
    '<img src="a.jpg" data-url="/page/b" alt="c"><img data-url="d.jpg" src="e.jpg" alt="f">',
    '![c](a.jpg)![f](d.jpg)\n',
  ],
  ['<ol reversed><li>a</li><li>b</li></ol>', '2. a\n\n1) b\n'],
  ['<ol reversed start="9"><li>a</li><li value="5">b</li><li>c</li></ol>', '9. a\n\n5) b\n\n4. c\n'],
  ['<ul><div><li>a</li></div><div><li>b</li>x</div></ul>', '- a\n\n- b\n\n  x\n'],
  ['<table><tr><td><p>A line in a box.</p></td></tr></table>', 'A line in a box.\n'],
  ['<style>.T1 { font-style: italic }</style><p>a <span class="T1">b</span></p>', 'a *b*\n'],
  ['<a href="https://www.google.com/url?q=https://example.org/a%20b&sa=D">a</a>', '[a](https://example.org/a%20b)\n'],
  ['<a href="https://www.google.com/url?q=javascript:x">a</a>', '[a](https://www.google.com/url?q=javascript:x)\n'],
  [
    '<p>See <iframe src="https://f.example/1" title="how"></iframe> it turns</p>',
    'See [how](https://f.example/1) it turns\n',
  ],
  ['<p>a</p><div class="gist-meta"><a href="/raw">view raw</a></div>', 'a\n'],
  ['<ol style="list-style:none"><li>1. a</li><li>2. b</li></ol>', '1. a\n2. b\n'],
  ['<ol><li>1. a</li><li>5. b</li></ol>', '1. 1\\. a\n2. 5\\. b\n'],
  ['<ul><li>• a</li><li>• b</li></ul>', '- a\n- b\n'],
  ['<h2><span class="kicker">Craft</span><span class="title">Grey bowls</span></h2>', '## Craft Grey bowls\n'],
  [
    '<h2><span class="cap">O</span><span class="rest">nce</span> <span>Mac</span><span>Donald</span></h2>',
    '## Once MacDonald\n',
  ],
  [
    '<table><tr><th><button>Name</button><th><button>Price</button><tr><td>jug<td>20</table>',
    '| Name | Price |\n| ---- | ----- |\n| jug  | 20    |\n',
  ],
  ['<pre><code>a</code><code>b</code></pre>', '```\na\nb\n```\n'],
  [
    '<figure><figcaption><span class="a">The kiln</span><span class="b">Photo: Ada</span></figcaption></figure>',
    'The kiln\n\nPhoto: Ada\n',
  ],
  ['<p>x</p><dialog><p>hidden</p></dialog>', 'x\n'],
  [
    '<ol><li data-list="bullet">a</li><li data-list="bullet" class="ql-indent-1">b</li><li data-list="ordered">c</li><li data-list="checked">d</li></ol>',
    '- a\n  - b\n\n1. c\n\n- [x] d\n',
  ],
  ['<ul><li aria-level="1">a</li><li aria-level="2">b</li></ul>', '- a\n- b\n'],
  ['<ol><li>a</li></ol><ol start="2"><li>b</li></ol><ol start="5"><li>c</li></ol>', '1. a\n2. b\n\n5) c\n'],
  ['<ul class="bulleted-list"><li>a</li></ul><ul class="bulleted-list"><li>b</li></ul>', '- a\n- b\n'],
  ['<ul><li>a</li></ul><ul><li>b</li></ul>', '- a\n\n* b\n'],
  ['<ul><b>a</b> <i>b</i></ul>', '- **a** *b*\n'],
  ['<ul><li><span>•</span><div>a</div></li></ul><ol><li><span>(a)</span><p>b</p></li></ol>', '- a\n\n1. (a) b\n'],
  ['<p>a</p><p>\u200b</p><p><b>\u200b</b> \u200b<br></p><p>b</p>', 'a\n\nb\n'],
  ['<p><span class="pagenum">[p. 4]</span>be<span class="pagenum">[5]</span>gin</p>', 'begin\n'],
  ['<blockquote><div><cite>Ana wrote:</cite>Yes?</div></blockquote>', '> Ana wrote:\n>\n> Yes?\n'],
  ['<blockquote>Yes!<cite>Ana</cite></blockquote>', '> Yes!\n>\n> Ana\n'],
  ['<blockquote>In <cite>Emma</cite>, I read.</blockquote>', '> In Emma, I read.\n'],
  ['<figure class="media"><oembed url="https://f.example/1"></oembed></figure>', '[f.example](https://f.example/1)\n'],
  [
    '<table><tr><td><a href="/b"><img src="a.jpg"></a></td></tr><tr><td>Caption</td></tr></table>',
    '[![](a.jpg)](/b)\n\nCaption\n',
  ],
  ['<dl><dt>a<a href="#a"> ¶</a></dt><dd><code>b</code><a href="#b">¶</a> c</dd></dl>', '**a**\n\n`b` c\n'],
  ['<div><a href="/a">A</a><a href="/b">B</a><a href="/c">C</a></div>', '[A](/a) [B](/b) [C](/c)\n'],
  ['<div><a href="/a">A</a><a href="/b">B</a></div>', '[A](/a)[B](/b)\n'],
  ['<p><a href="/a">About</a><a href="/b">Contact</a></p>', '[About](/a)[Contact](/b)\n'],
  [
    '<table><tr><td><p><b>a</b></p></td><td><b>b</b></td></tr><tr><td>c</td><td>d</td></tr></table>',
    '| **a** | **b** |\n| ----- | ----- |\n| c     | d     |\n',
  ],
  ['<button aria-expanded="true" aria-controls="x">Why?</button><div id="x">So.</div>', '**Why?**\n\nSo.\n'],
  ['<button aria-expanded="false" aria-controls="x"><h3>Why?</h3></button><div id="x">So.</div>', '### Why?\n\nSo.\n'],
  ['<div id="x">So.</div><button aria-expanded="true" aria-controls="x">More</button>', 'So.\n'],
  [
    '<div class="summary-table"><div class="table-header col-first">Type</div><div class="table-header">Name</div><div class="col-first"><code>int</code></div><div><p>a</p><p>b</p></div></div>',
    '| Type  | Name   |\n| ----- | ------ |\n| `int` | a<br>b |\n',
  ],
  ['<math><mfenced open="{" close="" separators=";"><mi>a</mi><mi>b</mi></mfenced></math>', '$\\{a;b$\n'],
  ['<math><mi>A</mi><mo>\\</mo><mi>B</mi></math>', '$A\\setminus B$\n'],
  ['<p>x</p><li>a</li><li>b</li><p>y</p><li>c</li>', 'x\n\n- a\n- b\n\ny\n\nc\n'],
  [
    '<p>x</p><lite-youtube videoid="a-1" playlabel="The kiln"></lite-youtube>',
    'x\n\n[The kiln](https://www.youtube.com/watch?v=a-1)\n',
  ],
  ['<table><tr><td><img src="a.gif" alt="A"></td><td>Words</td></tr></table>', '![A](a.gif)\n\nWords\n'],
])('%s', (source, expected) => {
  expect(markdown(source)).toBe(expected);
});

test('no cell is lost past the widest grid', () => {
  const source =
    '<table><tr><th rowspan=65534>a</th><th colspan=1000 rowspan=65534>b</th><th>c</th></tr><tr><td>1</td><td>last</td></tr></table>';
  const written = markdown(source);
  for (const word of ['a', 'b', 'c', '1', 'last']) expect(written).toMatch(new RegExp(`\\| ${word} +\\|`));
});

test('links with unsafe schemes lose their address and are reported', () => {
  const { body, quality } = document(
    '<p><a href=" java\nscript:x()">a</a> <a href="DATA:text/html,x">b</a> <a href="tel:1">c</a></p>',
  );
  expect(JSON.stringify(body).match(/"url":"[^"]*"/g)).toEqual(['"url":"tel:1"']);
  expect(quality.warnings.map(({ code }) => code)).toEqual(['unsafe-links']);
});

test('a relative base counts from the address of the page', () => {
  expect(markdown('<base href="sub/"><p><a href="x">a</a></p>', { url: 'https://a.example/dir/page' })).toBe(
    '[a](https://a.example/dir/sub/x)\n',
  );
});

test('MathML nested deeply is written in time', () => {
  const source = `<p>x <math>${'<mfrac><mrow>'.repeat(60)}a${'</mrow><mn>2</mn></mfrac>'.repeat(60)}</math></p>`;
  expect(markdown(source)).toContain('\\frac{\\frac{');
});

test('much white space in an address, and many signs over a box, take no time', () => {
  const wide = ' '.repeat(150_000);
  expect(markdown(`<p><a href="/a${wide}b${wide}">x</a></p>`)).toMatch(/^\[x\]\(\/a(?:%20)+b\)\n$/);
  const box = (first: string) => `<div class="admonition note"><p>${first}</p><p>X.</p></div>`;
  expect(markdown(box(`${'1 '.repeat(150_000)}a`))).toMatch(/^> \[!NOTE\]\n> 1 1 /);
});

test('the declaration of a function keeps its caption, its lists and its code', () => {
  const source =
    '<table class="memname"><caption>How to ring</caption><tr><td>ring</td><td>(</td><td>int times</td><td>)<ul><li>loud</li></ul><pre>ring(3)</pre></td></tr></table>';
  expect(markdown(source)).toBe('How to ring\n\nring (int times)\n\n- loud\n\n```\nring(3)\n```\n');
});

test('no word between the cells of boxes shown as a table is lost', () => {
  const row = (more: string) =>
    `<div style="display:table-row"><div style="display:table-cell">a</div><div style="display:table-cell">b</div>${more}</div>`;
  expect(markdown(`<div style="display:table">${row('')}${row(' ')}</div>`)).toContain('| a | b |');
  expect(markdown(`<div style="display:table">${row('')}${row('loose')}</div>`)).toContain('loose');
});

test.each<[string, (count: number) => string]>([
  [
    'typed items',
    (count) => `<p>1. a</p><p>2. b${Array.from({ length: count }, (_, at) => `<br>${at + 3}. c`).join('')}</p>`,
  ],
  ['an item of many marks', (count) => `<p>• a<br>${'<b>b</b> c '.repeat(count)}<br>• last</p>`],
  [
    'a line of verse of many marks',
    (count) =>
      `<div class="poem"><div class="line">a</div><div class="line">${'<b>b</b> c '.repeat(count)}</div></div>`,
  ],
])('more pieces than a call takes arguments: %s', (_, make) => {
  expect(markdown(make(100_000)).length).toBeGreaterThan(300_000);
});

test.each<[string, string]>([
  ['spans that hold nothing', `<p>x${'<span class="a"></span><span class="b"></span>'.repeat(30_000)}</p>`],
  [
    'spans of many names',
    ['a', 'b'].map((sign) => `<span class="${`${sign}-b-cde `.repeat(20_000)}">Words</span>`).join(''),
  ],
  ['a long text before a capital', `<p><span class="a">${'a '.repeat(150_000)}1</span><span class="b">Abc</span></p>`],
  ['a long kicker', `<h1><span class="a">${'กข'.repeat(40_000)}</span><span class="b">Abc</span></h1>`],
  ['deeper lists that go on', `<ul><li>a</li>${'<li class="nested"><ul><li>b</li></ul></li>'.repeat(40_000)}</ul>`],
])('takes no time: %s', async (_, source) => {
  expect(await cpuTime(() => markdown(source))).toBeLessThan(4000);
});
