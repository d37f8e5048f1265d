/** Code as highlighters and documentation tools mark it up. */
import { expect, test } from 'vitest';
import { convert, loadParts, writers } from '../../src/index.ts';

const parts = await loadParts(['parseHtml']);
const markdown = (body: string): string =>
  writers.markdown.write(convert({ id: 'page.html', body }, { from: 'html', fullPage: true }, parts));
const fence = (language: string, ...lines: string[]): string => `\`\`\`${language}\n${lines.join('\n')}\n\`\`\`\n`;

test.each([
  [
    'the lines of Quill',
    '<div class="ql-code-block-container"><div class="ql-code-block">a</div><div class="ql-code-block"><br></div><div class="ql-code-block">  b</div></div>',
    fence('', 'a', '', '  b'),
  ],
  ['a box that is one piece of code with breaks', '<dl><dd><code>a<br>&nbsp;b</code></dd></dl>', fence('', 'a', ' b')],
  [
    'a cell of Jupyter',
    '<div class="jp-InputPrompt">In [1]:</div><div class="highlight hl-ipython3"><pre><span></span>df</pre></div>',
    fence('ipython3', 'df'),
  ],
  [
    'the blank line of an empty item',
    '<pre class="prettyprint lang-js"><ol><li>a</li><li></li><li>b</li></ol></pre>',
    fence('js', 'a', '', 'b'),
  ],
  [
    'the signs of changed lines',
    '<table class="diff-table"><tr><td class="blob-num"></td><td class="blob-code"><span data-code-marker="-">old</span></td></tr><tr><td class="blob-num"></td><td class="blob-code"><span data-code-marker="+">new</span></td></tr></table>',
    fence('diff', '-old', '+new'),
  ],
  [
    'numbers that are links to themselves',
    '<pre class="rust"><code><a href="#1" id="1">1</a>fn a()\n<a href="#2" id="2">2</a>fn b(<a href="#x">2</a>)</code></pre>',
    fence('rust', 'fn a()', 'fn b(2)'),
  ],
  [
    'the file’s name over a table of code',
    '<table class="highlighttable"><tr><th colspan="2" class="filename">b.py</th></tr><tr><td class="linenos"><pre>1</pre></td><td class="code"><pre>a</pre></td></tr></table>',
    `b.py\n\n${fence('', 'a')}`,
  ],
  [
    'a language that only the label says',
    '<div class="code-box"><span class="crayon-language">Python</span><pre>a</pre></div>',
    fence('python', 'a'),
  ],
  [
    'the tool bar of a highlighter',
    '<div class="code-toolbar"><pre class="language-js"><code>a</code></pre><div class="toolbar"><span>JavaScript</span></div></div>',
    fence('js', 'a'),
  ],
  [
    'an editor’s lines',
    '<div class="cm-editor"><div class="cm-gutters"><div>1</div></div><div class="cm-content" data-language="css"><div class="cm-line">a {</div><div class="cm-line">  b }</div></div></div>',
    fence('css', 'a {', '  b }'),
  ],
  [
    'lines pasted from an editor',
    '<div style="font-family: Consolas, monospace; white-space: pre;"><div>if x:</div><div>  y</div><br><div>z</div></div>',
    fence('', 'if x:', '  y', '', 'z'),
  ],
  [
    'a listing of LaTeXML',
    '<div class="ltx_listing ltx_lstlisting ltx_lst_language_Python"><div class="ltx_listing_data"><a href="data:x">⬇</a></div><div class="ltx_listingline"><span class="ltx_tag ltx_tag_listingline">1</span>def f():</div><div class="ltx_listingline">\xa0\xa0pass</div></div>',
    fence('Python', 'def f():', '  pass'),
  ],
  ['verse', '<pre class="wp-block-verse">Roses\n<em>violets</em></pre>', 'Roses\\\n*violets*\n'],
  ['a bare language on the code', '<pre><code class="bash">ls</code></pre>', fence('bash', 'ls')],
  [
    'lines that only a style sheet parts',
    '<pre><code class="language-rust"><span class="line">a {</span><span class="line"></span><span class="line">}</span></code></pre>',
    fence('rust', 'a {', '', '}'),
  ],
  [
    'a label that belongs to the code before',
    '<div><span class="lang">bash</span><pre>ls</pre></div><pre>a</pre>',
    `${fence('bash', 'ls')}\n${fence('', 'a')}`,
  ],
  [
    'labels of several tabs say nothing of one',
    '<div><span class="lang">bash</span><span class="lang">python</span><pre>ls</pre></div>',
    fence('', 'ls'),
  ],
  [
    'the name of the language over it, and a copy label',
    '<div class="language-ts"><span class="lang">ts</span><span class="copy">Copy code</span><pre><code>a</code></pre></div>',
    fence('ts', 'a'),
  ],
  [
    'a label inside the box',
    '<pre><div><div>python</div><button>Copy</button><div><code class="language-python">a()</code></div></div></pre>',
    fence('python', 'a()'),
  ],
  [
    'a brush in the data of the box',
    '<pre data-syntaxhighlighter-params="brush: java; gutter: false">class A {}</pre>',
    fence('java', 'class A {}'),
  ],
  [
    'numbers in a table of their own',
    '<table class="sourceCode"><tr><td class="lineNumbers"><pre>1\n2\n</pre></td><td class="sourceCode"><pre><code class="sourceCode python">a\nb\n</code></pre></td></tr></table>',
    fence('python', 'a', 'b'),
  ],
  [
    'numbers beside it',
    '<pre class="src-line-numbers"><a href="#1">1</a>\n<a href="#2">2</a></pre><pre class="rust"><code>a\nb<ul class="pre-numbering"><li>1</li><li>2</li></ul></code></pre>',
    fence('rust', 'a', 'b'),
  ],
  [
    'lines in boxes without a pre',
    '<div class="fragment"><div class="line"><span class="lineno">1</span> int a;</div><div class="line"><span class="lineno">2</span>  b;</div></div>',
    fence('', ' int a;', '  b;'),
  ],
  ['a paragraph of code with line breaks', '<p><code>a<br>&nbsp;b<br></code></p>', fence('', 'a', ' b')],
  ['a paragraph with code in it', '<p>Use <code>a<br>b</code> now', 'Use `a b` now\n'],
  ['a word that copies', '<p class="copy">Copy this</p><p>and that', 'Copy this\n\nand that\n'],
])('%s', (_, source, expected) => {
  expect(markdown(source)).toBe(expected);
});
