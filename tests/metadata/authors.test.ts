import { expect, test } from 'vitest';
import { convert } from '../../src/convert.ts';
import { parseHtml } from '../../src/tree/parse.ts';

const TEXT =
  '<p>The lock keeper opened the gates at six, long before the first barges came down from the hills, and he closed them again when the last had passed in the evening.</p>';
const LEDE = TEXT + TEXT;

function authors(body: string, head = '', url = 'https://www.weir-post.example/a') {
  const page = {
    id: 'page.html',
    body: `<!doctype html><html><head><title>The lock</title>${head}</head><body><article><h1>The lock</h1>${body}</article></body></html>`,
  };
  return convert(page, { fullPage: true, url }, { parseHtml }).metadata.authors?.value;
}

test.each([
  ['<span class="entry__authors">Von Mika Lorenz</span>', ['Mika Lorenz']],
  ['<div class="story-author"><span>Autorin</span> <b>Mika Lorenz</b> <i>Alle Artikel</i></div>', ['Mika Lorenz']],
  ['<p class="date-author">Mika Lorenz, 03.02.2021</p>', ['Mika Lorenz']],
  ['<p><em>Von Mika Lorenz und Ada Kehl</em></p>', ['Mika Lorenz', 'Ada Kehl']],
  ['<div>Auteur : <a href="/p/12">Élise Marchand</a></div>', ['Élise Marchand']],
  ['<p>See you there<br><b>Text:</b> Mika Lorenz<br><b>Fotos:</b> Jo Brand</p>', ['Mika Lorenz']],
  ['<h4>Author:</h4><p>Mika Lorenz</p>', ['Mika Lorenz']],
  ['<p>written by <a href="https://x.example">Jo Brand</a> in three days</p>', undefined],
  ['<p>The gate was made <br>by <b>Jo Brand</b> for us.</p>', undefined],
  ['<ul class="main-menu"><li>By Company Size</li></ul>', undefined],
  ['<footer class="footer"><p>by Jo Brand</p></footer>', undefined],
  ['<p class="photo-author">Jo Brand</p>', undefined],
])('far from the headline, %s names %j', (line, names) => {
  expect(authors(LEDE + line)).toEqual(names);
});

test('names that differ are those of a list', () => {
  const teaser = (name: string) => `<div><h3>More</h3><p class="teaser-author">By ${name}</p></div>`;
  expect(authors(LEDE + teaser('Mika Lorenz') + teaser('Ada Kehl'))).toBeUndefined();
});

test('on the page of a product "by" says who made it', () => {
  expect(authors(`${LEDE}<p>By Mika Lorenz</p>`, '<meta property="og:type" content="product">')).toBeUndefined();
});

test.each([
  ['Weir Post', '<p>By Mika Lorenz</p>', ['Mika Lorenz']],
  ['The Weir-Post Ltd.', '<p>By Mika Lorenz</p>', ['Mika Lorenz']],
  ['www.weir-post.example', '<p class="author">Mika Lorenz</p>', ['Mika Lorenz']],
  ['Weir Post', '<p class="author">Mika Lorenz</p>', ['Mika Lorenz']],
  ['Weir Post', '<p class="author-name">Post</p>', ['Weir Post']],
  ['Weir Post - Mika Lorenz', '', ['Mika Lorenz']],
  ['Mika Lorenz, Weir-Post', '', ['Mika Lorenz']],
  ['Mika Lorenz - https://x.example/mika', '', ['Mika Lorenz']],
  ['Mika Lorenz @mikal', '', ['Mika Lorenz']],
])('the data say %s, the page %s: %j', (said, line, names) => {
  expect(authors(line + LEDE, `<meta name="author" content="${said}">`)).toEqual(names);
});

test('on a site that is called after a person, only a name under the headline is another', () => {
  expect(authors(`${LEDE}<p>By Jo Brand</p>`, '<meta name="author" content="Weir Post">')).toEqual(['Weir Post']);
});

test('a user name is spelled as another source of the page spells it', () => {
  const head =
    '<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"mika.lorenz"}}</script><meta name="author" content="Mika Lorenz">';
  expect(authors(LEDE, head)).toEqual(['Mika Lorenz']);
});
