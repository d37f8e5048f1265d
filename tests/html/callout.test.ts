/** Boxes of notes and warnings, as documentation tools write them. */
import { expect, test } from 'vitest';
import { convert, loadParts, writers } from '../../src/index.ts';

const parts = await loadParts(['parseHtml']);
const markdown = (body: string): string =>
  writers.markdown.write(convert({ id: 'page.html', body }, { from: 'html', fullPage: true }, parts));

test.each([
  [
    'MkDocs, folded',
    '<details class="warning"><summary>Mind</summary><p>X.</p></details>',
    '> [!WARNING]\n> **Mind**\n>\n> X.\n',
  ],
  [
    'Sphinx, with a title of its own',
    '<div class="admonition-mind admonition"><p class="admonition-title">Mind</p><p>X.</p></div>',
    '> [!NOTE]\n> **Mind**\n>\n> X.\n',
  ],
  [
    'Asciidoctor',
    '<div class="admonitionblock tip"><table><tr><td class="icon"><div class="title">Tip</div></td><td class="content">X.</td></tr></table></div>',
    '> [!TIP]\n> X.\n',
  ],
  [
    'Notion',
    '<figure class="callout"><div><span class="icon">⚠️</span></div><div>X.</div></figure>',
    '> [!WARNING]\n> X.\n',
  ],
  [
    'Starlight',
    '<aside class="starlight-aside starlight-aside--tip" aria-label="Did you?"><p class="starlight-aside__title" aria-hidden="true"><svg></svg>Did you?</p><div>X.</div></aside>',
    '> [!TIP]\n> **Did you?**\n>\n> X.\n',
  ],
  [
    'Confluence',
    '<div class="confluence-information-macro confluence-information-macro-warning"><p class="title">Mind</p><div>X.</div></div>',
    '> [!WARNING]\n> **Mind**\n>\n> X.\n',
  ],
  [
    'Atlassian’s editor',
    '<div data-panel-type="error" class="ak-editor-panel"><div class="ak-editor-panel__icon"><span></span></div><div>X.</div></div>',
    '> [!CAUTION]\n> X.\n',
  ],
  ['Qiita', '<div class="note warn"><span class="fa"></span><div><p>X.</p></div></div>', '> [!WARNING]\n> X.\n'],
  [
    'Ghost',
    '<div class="kg-card kg-callout-card"><div class="kg-callout-emoji">💡</div><div class="kg-callout-text">X.</div></div>',
    '> [!TIP]\n> X.\n',
  ],
  ['DocFX, in French', '<div class="TIP"><p>Astuce</p><p>X.</p></div>', '> [!TIP]\n> Astuce\n>\n> X.\n'],
  [
    'the AWS documentation',
    '<div class="awsdocs-note awsdocs-important"><div class="awsdocs-note-title"><h6>Important</h6></div><div class="awsdocs-note-text"><p>X.</p></div></div>',
    '> [!IMPORTANT]\n> X.\n',
  ],
  ['GitBook: a hint of another kind', '<div class="hint hint-danger"><div>X.</div></div>', '> [!CAUTION]\n> X.\n'],
  [
    'a kind that the first words repeat',
    '<aside class="note"><strong>Note:</strong><span> X.</span></aside>',
    '> [!NOTE]\n> X.\n',
  ],
  [
    'a sign before the title',
    '<blockquote class="alert alert-warning"><p class="alert-heading">⚠️ Warning</p><p>X.</p></blockquote>',
    '> [!WARNING]\n> X.\n',
  ],
  ['a marker left as text', '<blockquote><p>[!TIP]<br>X.</p><p>Y.</p></blockquote>', '> [!TIP]\n> X.\n>\n> Y.\n'],
  ['a title alone is the text', '<div class="alert alert-info"><p>Note</p></div>', '> [!NOTE]\n> Note\n'],
  ['a card is none', '<div class="info"><h3 class="title">Rain</h3><p>X.</p></div>', '### Rain\n\nX.\n'],
  ['text that only begins like a marker is none', '<blockquote><p>[!TIPS] X.</p></blockquote>', '> \\[!TIPS] X.\n'],
])('%s', (_, html, expected) => {
  expect(markdown(html)).toBe(expected);
});

test('a title that was cut is not there all the same', async () => {
  const line = '<p>The ferry waits at the landing until the last of the passengers has found a seat and a blanket.</p>';
  const body = `<nav><a href=/>Home</a></nav><main>${line}<div class="admonition note"><p class="admonition-title" style="display:none">Mind</p>${line}</div>${line}</main>`;
  const document = convert({ id: 'page.html', body }, { from: 'html', explain: true }, parts);
  expect(document.trace?.filter(({ keep }) => !keep).map(({ text }) => text)).toContain('Mind');
  expect(writers.markdown.write(document)).not.toContain('Mind');
});

test('a box of tabs that is called "info" and begins with "Details" is none', () => {
  const box = (title: string) =>
    `<div class="product info detailed"><div class="item title">${title}</div><p>Of wool.</p></div>`;
  expect(markdown(box('Details'))).toBe('Details\n\nOf wool.\n');
  expect(markdown(box('Info'))).toBe('> [!NOTE]\n> Of wool.\n');
});
