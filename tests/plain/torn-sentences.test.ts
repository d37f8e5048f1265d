import { expect, test } from 'vitest';
import { convert, loadParts, writers } from '../../src/index.ts';

const parts = await loadParts();
const markdown = (lines: readonly string[]) =>
  writers.markdown.write(convert({ id: 'x.txt', body: lines.join('\n') }, { from: 'text' }, parts));

test.each([
  [
    'English',
    [
      'The boat is rowed by',
      'two children',
      ', as is the custom, and',
      'the third',
      'has the lamp (',
      'or a bell',
      '), but not',
      'both',
      '.',
    ],
    'The boat is rowed by two children, as is the custom, and the third has the lamp (or a bell), but not both.',
  ],
  [
    'Russian',
    ['Нажмите', 'Открыть', ', затем выберите', 'Лодка', 'или', 'Весло', ', и подождите', 'минуту', '.'],
    'Нажмите Открыть, затем выберите Лодка или Весло, и подождите минуту.',
  ],
  [
    'Arabic',
    ['افتح صفحة القارب الكبير ثم اضغط', 'حفظ', '، وبعد ذلك اختر', 'المجداف', '، وانتظر', 'دقيقة', '.'],
    'افتح صفحة القارب الكبير ثم اضغط حفظ، وبعد ذلك اختر المجداف، وانتظر دقيقة.',
  ],
  [
    'Chinese',
    ['打开小船的页面，然后点击', '保存', '，再选择', '桨', '，等待一分钟，最后按', '返回', '。'],
    '打开小船的页面，然后点击保存，再选择桨，等待一分钟，最后按返回。',
  ],
])('sentences that links have torn are made whole: %s', (_, torn, sentence) => {
  expect(markdown([...torn, 'The second paragraph stands on a line of its own, and ends there.'])).toBe(
    `${sentence}\n\nThe second paragraph stands on a line of its own, and ends there.\n`,
  );
});

test('a heading over a sentence is no piece of it', () => {
  const lines = [
    'Rowing at night',
    'The boat that carries the lamp over the bay to the church, where nobody has rung the bell since the storm, is rowed by two of the older',
    'children',
    '.',
    'They sing',
    ', and',
    'wait',
    '.',
  ];
  expect(markdown(lines)).toBe(
    'Rowing at night\n\nThe boat that carries the lamp over the bay to the church, where nobody has rung the bell since the storm, is rowed by two of the older children.\n\nThey sing, and wait.\n'.replace(
      'Rowing',
      '# Rowing',
    ),
  );
});

test('code keeps its lines, be they stops and brackets', () => {
  const code = ['ring(', '  3,', '  loud,', ')', 'ring(', '  4', ');', 'stop(bell)', 'rest(', '  1', ');'];
  expect(markdown(['Ring like this.', ...code, 'Then go home, for the night is cold and the wind is up.'])).toContain(
    code.join('\n'),
  );
});

test('one line that begins with a comma is no habit', () => {
  const lines = ['Names of boats', 'Anna', ', Bo', 'Cleo', 'The boats lie in the harbour all winter.'];
  expect(markdown(lines)).toMatch(/Anna\\?\n+, Bo/);
});
