import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { compare } from '../../bench/parse/compare.ts';
import { withoutPositions } from '../../bench/parse/pages.ts';
import { soup } from '../../bench/parse/soup.ts';
import { fromHast } from '../../src/tree/from-hast.ts';
import { attribute, kind, type NodeId, nextInside, nodeCount, type Tree, tag, text } from '../../src/tree/node.ts';
import { parseHtml } from '../../src/tree/parse.ts';
import { elementToHast, toHast } from '../../src/tree/to-hast.ts';

/** One rule of the standard each, none of them from a test suite. */
const SOURCES: readonly (readonly [string, string])[] = [
  ['an empty page', ''],
  ['text alone', 'harbour'],
  ['what belongs in the head behind it', '<head></head> <link rel=a><title>t</title><body>x'],
  ['crossed formatting', '<p>1<b>2<i>3</b>4</i>5<p>6'],
  ['a link in a link', '<a href=1>one<div><a href=2>two</a>three</div></a>'],
  ['formatting that outlives its paragraph', '<p><b class=x><i>one<p>two</b>three'],
  ['four equal formatting elements', '<p><b a=1 c=2><b c=2 a=1><b a="1" c=2><b a=1 c=&#50;><p>x'],
  ['equal elements on either side of a cell', '<b><b><b><table><td><b><b><b><b><p>x</table><p>y'],
  ['text and elements in a table', '<table>a<tr>b<b>c<td>d</td>e</b></table>f'],
  ['blanks in a table', '<table> <tr>&#32;<td>x</td> </tr>\n</table>'],
  ['text of a table around an empty end tag', '<table> </>x</table>'],
  ['a table in a paragraph, in quirks mode', '<p>a<table><td>b</table>c'],
  ['a table in a paragraph', '<!doctype html><p>a<table><td>b</table>c'],
  ['a select in a table', '<table><tr><td><select><option>a<optgroup><option>b<tr><td>c'],
  ['templates', '<template><td>a</td><template><col></template></template><template><div></template>b'],
  ['a template that does not end', '<head><template><p>x'],
  ['lists without end tags', '<ul><li>a<li><div>b<li>c</ul><dl><dt>d<dd>e<dt>f</dl>'],
  ['SVG', '<svg viewbox=1><foreignobject><p>a</foreignobject><lineargradient xlink:href=#b/><![CDATA[c&amp;]]></svg>'],
  ['SVG that an HTML tag leaves', '<svg><g><b>a</b></g></svg>'],
  [
    'MathML',
    '<math definitionurl=a><mi>b<mglyph></mi><annotation-xml encoding="TEXT/html"><p>c</annotation-xml></math>',
  ],
  ['second html and body tags', '<html a=1><body b=1>x<html a=2 c=3><body b=2 d=4>'],
  ['comments behind the end', '<p>a</body><!--b--></html><!--c--> d<!--e-->'],
  ['comments behind the end, and blanks alone', '<p>a</p>\n</body>\n<!--b-->\n</html>\n<!--c-->\n'],
  ['a comment of the document before one of its html element', '<p>a</body></html><!--b--></x></body><!--c-->'],
  ['a script in a comment in a script', '<script><!--<script>a</script>--></script>b'],
  ['a text area', '<textarea>\r\n\n<b>&lt;</textarea>x'],
  ['a line feed in pre', '<pre>\na</pre><pre>&#10;b</pre><pre> \nc</pre>'],
  [
    'references',
    '&amp &ampx &notit; &notin; &copy=1 <a t="&copy=1 &copy; &ampx">&#x80;&#0;&#13;&#xD800;&CounterClockwiseContourIntegral;',
  ],
  ['framesets', '<frameset><frame>a <noframes>b</noframes></frameset> c<!--d-->'],
  ['a frameset in a body', '<p><frameset><frame>'],
  ['NULs', 'a\0b<p\0 c\0=\0>\0<svg>\0d</svg><script>\0</script><table>\0</table>'],
  ['NULs in a row in SVG', '<svg>\0\0<g>\0</>\0x\0<![CDATA[\0\0a\0]]>\0<desc>\0\0b<math><mi>\0\0'],
  ['NULs where line feeds are dropped', '<pre>\0\n</pre><textarea>\0\n\0\0</textarea><plaintext>\0\0'],
  ['carriage returns', 'a\rb\r\nc<!--d\r\n--><p t="e\r">'],
  ['doubled attributes', '<p a=1 A=2 b B=3 =c/d e = f g="h"i>'],
  ['what is no tag', '< a <3 </3 </> <a'],
];

test.each(SOURCES)('%s: the tree is that of parse5', (_, source) => {
  for (const scripting of [false, true]) expect(compare(source, scripting).difference).toBeUndefined();
});

test('of any tag soup the tree is that of parse5', () => {
  for (let seed = 0; seed < 1_500; seed += 1) {
    const source = soup(seed);
    expect(compare(source, seed % 2 === 0).difference, source).toBeUndefined();
  }
});

test('hast is that of rehype-parse, and a tree again', () => {
  const rehype = unified().use(rehypeParse).freeze();
  for (const [, source] of SOURCES) {
    const ours = toHast(parseHtml(source));
    expect(ours).toEqual(withoutPositions(rehype.parse(source)));
  }
  const tree = parseHtml('<p class="a b" hidden>x &amp; <b data-x=1>y</b><template><i>z</i></template>');
  const again = fromHast(toHast(tree));
  expect(linesOf(again)).toEqual(linesOf(tree));
  const bold = [...Array(nodeCount(tree)).keys()].find((node) => tag(tree, node) === 'b') as NodeId;
  expect(elementToHast(tree, bold)).toMatchObject({ tagName: 'b', properties: { dataX: '1' } });
});

function linesOf(tree: Tree): string[] {
  const lines: string[] = [];
  for (let node = 0; node !== -1; node = nextInside(tree, node)) {
    lines.push([kind(tree, node), tag(tree, node), attribute(tree, node, 'class'), text(tree, node)].join(' '));
  }
  return lines;
}
