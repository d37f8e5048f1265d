import { expect, test } from 'vitest';
import { joint } from '../../src/plain/lines/joint.ts';

test.each([
  ['words of scripts with blanks', 'the mill', 'stands', ' '],
  ['Chinese', '灯塔的守', '门人', ''],
  ['a long vowel of Katakana', 'サイバー', 'セキュリティ', ''],
  ['a wide comma', '船、', 'API', ''],
  ['a wide bracket before Latin letters', '（例：', 'DDoS）', ''],
  ['Chinese that sets other letters apart', '使用 Python 的', 'API', ' '],
  ['Japanese that does not', 'これはPythonの', 'API', ''],
  ['a quote that goes on', '所谓“', '灯塔', ''],
  ['a bracket that opens', '객체(', '컴퓨터', ''],
  ['a stop that was broken off', '있습니다', '. 다음', ''],
  ['what begins with a stop and is a word', 'needs', '.NET 8', ' '],
])('%s', (_, left, right, between) => {
  expect(joint(left, right)).toBe(between);
});
