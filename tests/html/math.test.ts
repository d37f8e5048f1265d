/** Formulas, however a page shows them: as TeX, once. */
import { expect, test } from 'vitest';
import { convert, loadParts, writers } from '../../src/index.ts';
import { cpuTime } from '../cpu-time.ts';

const parts = await loadParts(['parseHtml']);
const markdown = (body: string): string =>
  writers.markdown.write(convert({ id: 'page.html', body }, { from: 'html', fullPage: true }, parts));
const MATHJAX = '<script src="/mathjax/tex-chtml.js"></script>';

test.each([
  ['<p>a <span class="math inline">\\(x^2\\)</span> b', 'a $x^2$ b\n'],
  ['<p>a <span class="math inline"><em>x</em></span> b', 'a *x* b\n'],
  ['<div class="math notranslate"><span class="eqno">(1)<a href="#e">#</a></span>\\[b\\]</div>', '$$\nb\n$$\n\n(1)\n'],
  ['<p><span class="math-container">$x$</span>', '$x$\n'],
  [
    '<p><img class="latex" alt="e^{i}" src="/latex.php?latex=e"> <img class="math" alt="A chart" src="c.png">',
    '$e^{i}$ ![A chart](c.png)\n',
  ],
  ['<p><span class="ztext-math" data-tex="a+b"><script type="math/tex">a+b</script></span>', '$a+b$\n'],
  ['<p><mjx-container><mjx-math data-latex="y^2"><mjx-mi></mjx-mi></mjx-math></mjx-container>', '$y^2$\n'],
  ['<p>a <span class="katex"><span class="katex-html" aria-hidden="true">x2</span></span>', 'a x2\n'],
  [
    '<table class="ltx_eqn_table"><tr class="ltx_eqn_row"><td></td><td><math alttext="\\displaystyle x"></math></td><td><math alttext="\\displaystyle=y"></math></td><td><span class="ltx_tag ltx_tag_equation">(2)</span></td></tr></table>',
    '$$\nx =y\n$$\n\n(2)\n',
  ],
  ['<math><mi>sin</mi><mi mathvariant="bold">v</mi><mi>ℝ</mi></math>', '$\\sin\\mathbf{v}\\mathbb{R}$\n'],
  [
    '<math><mmultiscripts><mi>X</mi><mn>1</mn><mn>2</mn><mprescripts/><mn>3</mn><none/></mmultiscripts></math>',
    `\${}_{3}X_{1}^{2}$\n`,
  ],
  [
    '<table><tr><th>a<th>b<tr><td><math alttext="|x|+\\|y\\|"></math><td>c</table>',
    '| a                           | b |\n| --------------------------- | - |\n| $\\vert x\\vert+\\Vert y\\Vert$ | c |\n',
  ],
  [
    '<p><mjx-container><mjx-math><mjx-mi><mjx-c class="mjx-c1D465"></mjx-c></mjx-mi></mjx-math><mjx-assistive-mml><math><mi>x</mi><mo>=</mo><mn>7</mn></math></mjx-assistive-mml></mjx-container>',
    '$x=7$\n',
  ],
  ['<p>a <d-math>x_1</d-math> <code class="math js-render-math" data-math-style="inline">y</code>', 'a $x_1$ $y$\n'],
  ['<p>a <img src="https://latex.codecogs.com/gif.latex?x%5E2%2By"> b', 'a $x^2+y$ b\n'],
  ['<div class="math"><p><img src="1.png" alt="\\frac{a}{b}"></p></div>', '$$\n\\frac{a}{b}\n$$\n'],
  ['<p>a <mml:math><mml:msup><mml:mi>b</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math>', 'a $b^{2}$\n'],
  [
    '<p><mjx-container><mjx-math><mjx-mfrac><mjx-frac><mjx-num><mjx-mi><mjx-c class="mjx-c1D44E TEX-I"></mjx-c></mjx-mi></mjx-num><mjx-dbox><mjx-den><mjx-mn><mjx-c class="mjx-c32"></mjx-c></mjx-mn></mjx-den></mjx-dbox></mjx-frac></mjx-mfrac></mjx-math></mjx-container>',
    '$\\frac{a}{2}$\n',
  ],
  [
    '<math><munder><mo>lim</mo><mi>x</mi></munder><munder><mi>y</mi><mo>⏟</mo></munder><mtext>if 5 %</mtext></math>',
    '$\\lim_{x}\\underbrace{y}\\text{if 5 \\%}$\n',
  ],
  [
    `${MATHJAX}<p>So $$<br>a<br>+ b<br>$$ and \\begin{align}c\\end{align}`,
    'So\n\n$$\na + b\n$$\n\nand\n\n$$\n\\begin{align}c\\end{align}\n$$\n',
  ],
  ['<math display="block" alttext="a % left\n+b"></math>', '$$\na +b\n$$\n'],
  [`${MATHJAX}<p>Let \\(a_1\\) cost $5 or $6. \\[b\\]`, 'Let $a_1$ cost \\$5 or \\$6.\n\n$$\nb\n$$\n'],
  ["<script>MathJax={tex:{inlineMath:[['$','$']]}}</script><p>Let $x_1$ be <code>$y$</code>", 'Let $x_1$ be `$y$`\n'],
  ['<p>Let \\(a\\) be', 'Let \\\\(a\\\\) be\n'],
])('%s', (source, expected) => {
  expect(markdown(source)).toBe(expected);
});

test('delimiters that are never closed cost no time', async () => {
  const source = `${MATHJAX}<p>${'\\(a \\[b $$ '.repeat(10_000)}`;
  expect(await cpuTime(() => markdown(source))).toBeLessThan(8000);
});
