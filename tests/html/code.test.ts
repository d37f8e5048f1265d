/** Code as highlighters and documentation tools mark it up. */
import { expect, test } from 'vitest';
import { convert, loadParts, writers } from '../../src/index.ts';

const parts = await loadParts(['parseHtml']);
const markdown = (body: string): string =>
  writers.markdown.write(convert({ id: 'page.html', body }, { from: 'html', fullPage: true }, parts));
const fence = (language: string, ...lines: string[]): string => `\`\`\`${language}\n${lines.join('\n')}\n\`\`\`\n`;

test.each([
  ['a bare language on the code', '<pre><code class="bash">ls</code></pre>', fence('bash', 'ls')],
  [
    'lines that only a style sheet parts',
    '<pre><code class="language-rust"><span class="line">a {</span><span class="line"></span><span class="line">}</span></code></pre>',
    fence('rust', 'a {', '', '}'),
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
