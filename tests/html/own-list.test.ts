import { expect, test } from 'vitest';
import { segment } from '../../src/html/block.ts';
import { holdersOf } from '../../src/html/holders.ts';
import { completeOwnLists } from '../../src/html/repair/structures.ts';
import { createParseHtml } from '../../src/tree/parse.ts';

/** The texts that are kept once the lists are completed, where at first all but the items are. */
function kept(html: string, isFirst: (text: string) => boolean, score = 0.3): string[] {
  const tree = createParseHtml()(html);
  const blocks = segment(tree).filter(({ text }) => text !== '');
  const keep = Uint8Array.from(blocks, ({ text }) => (isFirst(text) ? 1 : 0));
  const set = (at: number, value: 0 | 1) => {
    keep[at] = value;
  };
  const holders = holdersOf(tree, blocks);
  completeOwnLists({ tree, blocks, holders, keep, scores: blocks.map(() => score), set });
  return blocks.filter((_, at) => keep[at] === 1).map(({ text }) => text);
}

const PAGE = '<div>Brush it lightly.<ul><li>no water</li><li>no haste</li></ul></div><div>Then listen.</div>';
const isSentence = (text: string) => text.endsWith('.');

test('a list stays with the text of its own element where kept text follows', () => {
  expect(kept(PAGE, isSentence)).toEqual(['Brush it lightly.', 'no water', 'no haste', 'Then listen.']);
});

test('it goes where nothing kept follows, where it hangs elsewhere, and where it is hardly likely', () => {
  expect(kept(PAGE.replace('Then listen.', 'Sign up'), isSentence)).toEqual(['Brush it lightly.']);
  expect(kept(PAGE.replace('<ul>', '</div><div><ul>'), isSentence)).toEqual(['Brush it lightly.', 'Then listen.']);
  expect(kept(PAGE, isSentence, 0.05)).toEqual(['Brush it lightly.', 'Then listen.']);
});
