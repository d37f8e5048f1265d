/** Tabs: each panel under its name. */
import { expect, test } from 'vitest';
import { convert, loadParts, writers } from '../../src/index.ts';

const parts = await loadParts(['parseHtml']);
const markdown = (body: string): string =>
  writers.markdown.write(convert({ id: 'page.html', body }, { from: 'html', fullPage: true }, parts));

test.each([
  [
    'by their roles',
    '<ul role="tablist"><li><a role="tab" href="#a">npm</a></li><li><a role="tab" href="#b">Yarn</a></li></ul><div><div role="tabpanel" id="a"><p>one</p></div><div role="tabpanel" id="b" hidden><p>two</p></div></div>',
    '**npm**\n\none\n\n**Yarn**\n\ntwo\n',
  ],
  [
    'buttons by their roles',
    '<div><div role="tablist"><button role="tab">C</button><button role="tab">Go</button></div><div role="tabpanel"><h3>C</h3><p>one</p></div><div role="tabpanel"><p>two</p></div></div>',
    '### C\n\none\n\n**Go**\n\ntwo\n',
  ],
  [
    'labels of buttons to choose from',
    '<div><input type="radio" id="a"><input type="radio" id="b"><div><label for="a">a.js</label><label for="b">a.ts</label></div><div><div><p>one</p></div><div><p>two</p></div></div></div>',
    '**a.js**\n\none\n\n**a.ts**\n\ntwo\n',
  ],
  [
    'names over their panels already',
    '<div><input type="radio"><label>Win</label><div>one</div><input type="radio"><label>Mac</label><div>two</div></div>',
    '**Win**\n\none\n\n**Mac**\n\ntwo\n',
  ],
  [
    'an accordion stays',
    '<div><div role="tablist"><a role="tab">a</a><div role="tabpanel"><p>one</p></div><a role="tab">b</a><div role="tabpanel"><p>two</p></div></div></div>',
    'a\n\none\n\nb\n\ntwo\n',
  ],
  [
    'a row with fewer panels stays',
    '<div><ul role="tablist"><li role="tab">a</li><li role="tab">b</li></ul><div role="tabpanel"><p>one</p></div></div>',
    '- a\n- b\n\none\n',
  ],
])('%s', (_, source, expected) => {
  expect(markdown(source)).toBe(expected);
});
