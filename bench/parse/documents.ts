/** The document tests of html5lib-tests: ours against parse5, and against the expected trees. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Compared } from './compare.ts';
import { compare } from './compare.ts';

interface DocumentTest {
  readonly name: string;
  readonly source: string;
  readonly expected: readonly string[];
  readonly scripting: readonly boolean[];
}

export interface DocumentResult extends Compared {
  /** Runs in which parse5 and we agree, and the expected tree is another. */
  readonly expectedDiffers: readonly string[];
}

export function compareDocuments(folder: string): DocumentResult {
  const result = { runs: 0, differences: [] as string[], expectedDiffers: [] as string[] };
  for (const test of readTests(folder)) {
    for (const scripting of test.scripting) {
      const name = `${test.name}, scripting ${scripting ? 'on' : 'off'}`;
      const { difference, lines } = compare(test.source, scripting);
      result.runs += 1;
      if (difference !== undefined) result.differences.push(`${name}: ${difference}`);
      else if (!isExpected(lines, test.expected)) result.expectedDiffers.push(name);
    }
  }
  return result;
}

/** A text with line ends in it is several lines in the file. */
const isExpected = (lines: readonly string[], expected: readonly string[]): boolean =>
  lines.slice(1).join('\n') === expected.join('\n');

function readTests(folder: string): DocumentTest[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.dat'));
  return names.flatMap((name) =>
    `\n${readFileSync(join(folder, name), 'utf8')}`
      .split('\n#data\n')
      .slice(1)
      .map((test, at) => ({ ...readTest(test), name: `${name} ${at + 1}` }))
      .filter(({ isFragment }) => !isFragment),
  );
}

function readTest(test: string): Omit<DocumentTest, 'name'> & { isFragment: boolean } {
  const sections = `#data\n${test}`.split(
    /^#(data|errors|new-errors|document-fragment|script-off|script-on|document)$/m,
  );
  const section = (name: string): string | undefined => {
    const at = sections.indexOf(name);
    return at === -1 ? undefined : (sections[at + 1] ?? '').replace(/^\n/, '').replace(/\n$/, '');
  };
  const isOff = section('script-off') !== undefined;
  const isOn = section('script-on') !== undefined;
  return {
    source: section('data') ?? '',
    expected: (section('document') ?? '').replace(/\n+$/, '').split('\n'),
    scripting: isOff === isOn ? [false, true] : [isOn],
    isFragment: section('document-fragment') !== undefined,
  };
}
