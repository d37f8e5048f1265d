import { expect, test } from 'vitest';
import { markdownOf } from './markdown-of.ts';

const PROSE = 'The mill stands by the river, and its wheel has not turned since the flood of that spring.';

test('a comment in fenced code keeps its hash mark', async () => {
  const text = `# The mill\n\n${PROSE}\n\n\`\`\`sh\n# open the gate\ngate --open\n\n## wait\nsleep 60\n\`\`\`\n\n## The wheel\n\n${PROSE}\n`;
  expect(await markdownOf(text)).toBe(text);
});

test('headings right over prose stay headings', async () => {
  const text = `# The mill\n${PROSE}\n## The wheel\n${PROSE}\n# The miller\n${PROSE}\n`;
  const markdown = await markdownOf(text);
  for (const heading of ['# The mill', '## The wheel', '## The miller']) expect(markdown).toContain(`${heading}\n`);
});

test('what is no heading over a command is a comment of it, and says nothing of other headings', async () => {
  const text = `The mill\n\n${PROSE}\n\nHow to start it\n\n${PROSE}\n\n# open the gate\ngate --open\n\n# and wait\nsleep 60\n\nHow to stop it\n\n${PROSE}\n`;
  const code = '```\n# open the gate\ngate --open\n\n# and wait\nsleep 60\n```';
  expect(await markdownOf(text)).toBe(
    `# The mill\n\n${PROSE}\n\n## How to start it\n\n${PROSE}\n\n${code}\n\n## How to stop it\n\n${PROSE}\n`,
  );
});

test('the first line of a script is code, right below a sentence as well', async () => {
  const text = `The mill\n\n${PROSE}\n#!/bin/sh\n\n# Open the gate.\ngate --open\n`;
  expect(await markdownOf(text)).toBe(
    `# The mill\n\n${PROSE}\n\n\`\`\`\n#!/bin/sh\n\n# Open the gate.\ngate --open\n\`\`\`\n`,
  );
});

test('a line that calls a program with options is code, alone as well', async () => {
  const text = `The mill\n\n${PROSE}\n\nmill --wheel=old -n 3\n\n${PROSE}\n\n./mill.sh\n\n${PROSE}\n`;
  expect(await markdownOf(text)).toBe(
    `# The mill\n\n${PROSE}\n\n\`\`\`\nmill --wheel=old -n 3\n\`\`\`\n\n${PROSE}\n\n\`\`\`\n./mill.sh\n\`\`\`\n\n${PROSE}\n`,
  );
});

test('what the superuser is told to type is no heading, and says nothing of other headings', async () => {
  const section = (number: string, name: string) => `${number} ${name}\n\n${PROSE}\n\n# mill --start\n\n${PROSE}\n\n`;
  const text = `7.2. Mills\n\n${section('7.2.1.', 'Water')}${section('7.2.2.', 'Wind')}`;
  const said = (name: string) => `## ${name}\n\n${PROSE}\n\n\`\`\`\n# mill --start\n\`\`\`\n\n${PROSE}\n`;
  expect(await markdownOf(text)).toBe(`# 7.2. Mills\n\n${said('7.2.1. Water')}\n${said('7.2.2. Wind')}`);
});
