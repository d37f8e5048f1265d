/** Footnotes, however tools write them: as marks in the text and definitions without their numbers. */
import { expect, test } from 'vitest';
import { convert, loadParts, writers } from '../../src/index.ts';

const parts = await loadParts(['parseHtml']);
const markdown = (body: string, url?: string): string =>
  writers.markdown.write(
    convert({ id: 'page.html', body, ...(url === undefined ? {} : { url }) }, { from: 'html', fullPage: true }, parts),
  );

test.each([
  [
    'named and foreign marks',
    '<p>A<sup><a href="#cite_note-4">[Note 1]</a></sup> B<sup class="reference"><a href="#x">[١]</a></sup><ol><li id="cite_note-4">One.</li><li id="x">Two.</li></ol>',
    'A[^1] B[^2]\n\n[^1]: One.\n\n[^2]: Two.\n',
  ],
  [
    'links with the page’s whole address',
    '<p>A<sup><a href="https://a.example/p/#fn-1">1</a></sup><ol><li id="fn-1">One. <a href="https://a.example/p/#r">↩</a></li></ol>',
    'A[^1]\n\n[^1]: One.\n',
  ],
  [
    'a paragraph of several notes',
    '<p>A<sup><a href="#n1">1</a></sup> b<sup><a href="#n2">2</a></sup><p><a id="n1"></a>1. First.<br><a id="n2"></a>2. Second.',
    'A[^1] b[^2]\n\n[^1]: First.\n\n[^2]: Second.\n',
  ],
  [
    'a mark without a name, and a link back before a colon',
    '<p>A<a href="#x" id="y">*1</a><div><p><a href="#y" id="x">*1</a><span>:</span><span>One.</span></p></div>',
    'A[^1]\n\n[^1]: One.\n',
  ],
  [
    'a note that begins with its mark',
    '<p>A<sup><a href="#n">*</a></sup><p id="n"><sup>*</sup> with tax',
    'A[^1]\n\n[^1]: with tax\n',
  ],
  [
    'numbers that are the note’s own',
    '<p>A<sup><a href="#n">1</a></sup><p id="n">1999 was dry.',
    'A[^1]\n\n[^1]: 1999 was dry.\n',
  ],
  [
    'notes in the line',
    '<p>A<label for="s" class="margin-toggle sidenote-number"></label><input type="checkbox" id="s" class="margin-toggle"><span class="sidenote">Beside.</span> b',
    'A[^1] b\n\n[^1]: Beside.\n',
  ],
  [
    'LaTeXML',
    '<p>A<span class="ltx_note ltx_role_footnote"><sup class="ltx_note_mark">1</sup><span class="ltx_note_outer"><sup class="ltx_note_mark">1</sup><span class="ltx_tag ltx_tag_note">1</span>Below.</span></span> b',
    'A[^1] b\n\n[^1]: Below.\n',
  ],
  [
    'terms and definitions',
    '<p>A <a class="footnote-reference brackets" href="#id2" id="id1">1</a><dl class="footnote brackets"><dt class="label" id="id2"><a class="fn-backref" href="#id1">1</a></dt><dd><p>Below.</p></dd></dl>',
    'A [^1]\n\n[^1]: Below.\n',
  ],
  [
    'a table of notes',
    '<p>A<span class="footnote_referrer"><a role="button" onclick="footnote_moveToReference_1(\'footnote_plugin_reference_1\');"><sup>[1]</sup></a><span class="footnote_tooltip">Below.</span></span><table class="footnotes_table"><tr><th id="footnote_plugin_reference_1"><a class="footnote_backlink">↑1</a></th><td>Below.</td></tr></table>',
    'A[^1]\n\n[^1]: Below.\n',
  ],
  [
    'citations by name stay links',
    '<p>A <a class="reference internal" href="#c">[Cit2002]</a><p id="c">Book.',
    'A [\\[Cit2002\\]](#c)\n\nBook.\n',
  ],
])('%s', (_, html, expected) => {
  expect(markdown(html)).toBe(expected);
});

test('links to the page itself are links inside it, links to other pages are not', () => {
  const html = '<p>A<sup><a href="/p#n">1</a></sup> b<sup><a href="/q#n">1</a></sup><p id="n">Note.';
  expect(markdown(html, 'https://www.a.example/p/')).toBe(
    'A[^1] b[<sup>1</sup>](https://www.a.example/q#n)\n\n[^1]: Note.\n',
  );
});

test('much white space in a link takes no time', () => {
  const wide = ' '.repeat(200_000);
  expect(markdown(`<p>A<sup><a href="#n">${wide}1${wide}</a></sup> <a href="#m">b${wide}c</a><p id="n">1. One.`)).toBe(
    'A[^1] [b c](#m)\n\n[^1]: One.\n',
  );
});
