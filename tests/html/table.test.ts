/** Tables on the grid of their spans. */
import { expect, test } from 'vitest';
import { convert, loadParts, writers } from '../../src/index.ts';

const parts = await loadParts(['parseHtml']);
const markdown = (body: string, tables: 'auto' | 'html' = 'auto'): string =>
  writers.markdown.write(convert({ id: 'page.html', body }, { from: 'html', fullPage: true, tables }, parts));

test.each([
  [
    'spans end with the table',
    '<table><tr><th colspan="9">T</th></tr><tr><td>a</td><td>b</td></tr></table>',
    '| T |   |\n| - | - |\n| a | b |\n',
  ],
  [
    'columns align',
    '<table><colgroup><col><col style="text-align:right"></colgroup><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>',
    '| A |  B |\n| - | -: |\n| 1 |  2 |\n',
  ],
  [
    'rows and classes align',
    '<table><tr align="center"><th>A</th><th class="has-text-align-right">B</th></tr><tr><td>1</td><td>2</td></tr></table>',
    '|  A  |  B |\n| :-: | -: |\n|  1  |  2 |\n',
  ],
  [
    'items in cells keep their numbers',
    '<table><tr><th>A</th><th>B</th></tr><tr><td><ol start="3"><li>a<li>b</ol></td><td><ul><li>c<li>d</ul></td></tr></table>',
    '| A            | B      |\n| ------------ | ------ |\n| 3. a<br>4. b | c<br>d |\n',
  ],
  [
    'roles make tables',
    '<div role="table"><div role="rowgroup"><div role="row"><span role="columnheader">A</span><span role="columnheader">B</span></div></div><div role="row"><span role="cell">1</span><span role="cell">2</span></div></div>',
    '| A | B |\n| - | - |\n| 1 | 2 |\n',
  ],
  [
    'grids of an application are none',
    '<div role="grid"><div role="row"><div role="gridcell">a</div><div role="gridcell">b</div></div></div>',
    'a\n\nb\n',
  ],
])('%s', (_, html, expected) => {
  expect(markdown(html)).toBe(expected);
});

test('spans written as HTML end with the table', () => {
  const html = '<table><tr><th colspan="9">T</th></tr><tr><td>a</td><td>b</td></tr></table>';
  expect(markdown(html, 'html')).toBe(
    '<table>\n<tr><th colspan="2">T</th></tr>\n<tr><td>a</td><td>b</td></tr>\n</table>\n',
  );
});
