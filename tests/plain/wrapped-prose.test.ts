import { expect, test } from 'vitest';
import { markdownOf } from './markdown-of.ts';

test('a paragraph of wrapped lines that opens a text is no title', async () => {
  const lines = [
    'The mill stands by the river, and its wheel has not turned since the flood',
    'of that spring. Nobody in the village remembers who built it.',
  ];
  const next = [
    'The name of the miller is cut into the beam above the door, and under it the',
    'year, which nobody can read any more since the roof began to leak.',
  ];
  const text = `${lines.join('\n')}\n\n${next.join('\n')}\n`;
  expect(await markdownOf(text)).toBe(`${lines.join(' ')}\n\n${next.join(' ')}\n`);
});

test('scripts without case say by the width of the page where a paragraph goes on', async () => {
  const korean = [
    '물레방아는 강가에 서 있고, 그해 봄 홍수가 난 뒤로 바퀴는 한 번도 돌지 않았다. 마',
    '을에서 누가 지었는지 기억하는 사람은 없지만, 방앗간 주인의 이름은 문 위 들보에 새겨',
    '져 있다. 이름 아래에는 해도 새겨져 있으나, 지붕이 새기 시작한 뒤로는 아무도 읽을 수',
    '없다.',
  ];
  const paragraphs = [korean, korean, korean].map((lines) => lines.join('\n'));
  const blocks = (await markdownOf(`${paragraphs.join('\n\n')}\n`)).trim().split('\n\n');
  expect(blocks).toHaveLength(3);
  expect(blocks.every((block) => block.startsWith('물레방아는') && !block.includes('\n'))).toBe(true);
});
