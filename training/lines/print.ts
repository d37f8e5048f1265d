/** Blocks → flat text, as the tools of the field print them. */
import { pick, type Random } from './random.ts';
import type { TruthBlock, TruthList } from './truth.ts';

/** How one tool prints: gaps are blank lines before a block. */
export interface Style {
  readonly gap: number;
  readonly headingGap: number;
  readonly afterHeading: number;
  readonly itemGap: number;
  readonly bullet: string | undefined;
  readonly numbers: boolean;
  readonly itemIndent: number;
  readonly wrap: number;
  readonly bodyIndent: number;
  readonly headingIndent: number;
  readonly markdown: boolean;
  readonly cellSeparator: string;
  /** How often two short blocks follow each other without a blank line. */
  readonly tight: number;
}

const PLAIN: Style = {
  gap: 1,
  headingGap: 1,
  afterHeading: 1,
  itemGap: 0,
  bullet: '•',
  numbers: true,
  itemIndent: 2,
  wrap: 0,
  bodyIndent: 0,
  headingIndent: 0,
  markdown: false,
  cellSeparator: '',
  tight: 0,
};

export function styleOf(random: Random): Style {
  const kind = random();
  if (kind < 0.36) {
    const headingGap = random() < 0.5 ? 2 : 1;
    return { ...PLAIN, headingGap, itemGap: random() < 0.3 ? 1 : 0, cellSeparator: pick(random, ['', '', ' ', '\t']) };
  }
  if (kind < 0.5)
    return {
      ...PLAIN,
      gap: 0,
      headingGap: 0,
      afterHeading: 0,
      bullet: '-',
      itemIndent: 0,
      numbers: false,
      cellSeparator: ' | ',
    };
  if (kind < 0.62) return { ...PLAIN, bullet: undefined, numbers: false, itemIndent: 0, cellSeparator: '\t' };
  if (kind < 0.7)
    return {
      ...PLAIN,
      gap: 0,
      headingGap: random() < 0.5 ? 1 : 0,
      afterHeading: 0,
      bullet: undefined,
      numbers: false,
      itemIndent: 0,
    };
  if (kind < 0.86) {
    const bodyIndent = pick(random, [0, 3]);
    return {
      ...PLAIN,
      bullet: pick(random, ['*', '+', 'o', '-']),
      wrap: pick(random, [66, 72, 78, 80]),
      bodyIndent,
      headingIndent: random() < 0.7 ? 0 : bodyIndent,
      itemIndent: bodyIndent + 2,
      cellSeparator: pick(random, [' ', '   ', '\t']),
    };
  }
  if (kind < 0.93)
    return { ...PLAIN, markdown: true, bullet: '*', wrap: random() < 0.7 ? 78 : 0, cellSeparator: ' | ' };
  return {
    ...PLAIN,
    gap: 0,
    headingGap: 1,
    afterHeading: random() < 0.5 ? 1 : 0,
    bullet: pick(random, ['•', '*', '-']),
    itemIndent: pick(random, [0, 2]),
    cellSeparator: '   ',
  };
}

function wrapped(text: string, width: number, indent: number, first: string): string[] {
  if (width === 0) return [first + text];
  const pad = ' '.repeat(indent);
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = pad;
      isEmpty = true;
    }
    line += (isEmpty ? '' : ' ') + word;
    isEmpty = false;
    while (line.length > width && /[\u0e00-\u0eff\u3040-\u9fff]/.test(line)) {
      lines.push(line.slice(0, width));
      line = pad + line.slice(width);
    }
  }
  return [...lines, line];
}

/** Prints blocks in a style. */
export function print(blocks: readonly TruthBlock[], style: Style, random: Random): string {
  const out: string[] = [];
  const blank = (count: number) => {
    for (let n = 0; n < count; n += 1) out.push('');
  };
  const body = ' '.repeat(style.bodyIndent);
  let isAfterHeading = false;
  for (const [at, block] of blocks.entries()) {
    const gap = block.type === 'heading' ? style.headingGap : isAfterHeading ? style.afterHeading : style.gap;
    const isTight = isShort(block) && isShort(blocks[at - 1]) && random() < style.tight;
    if (out.length > 0) blank(isTight ? 0 : gap);
    isAfterHeading = block.type === 'heading';
    if (block.type === 'heading') {
      const mark = style.markdown ? `${'#'.repeat(block.level)} ` : '';
      out.push(...wrapped(block.text, style.wrap, style.headingIndent, ' '.repeat(style.headingIndent) + mark));
    } else if (block.type === 'list') printList(out, block, style, 0);
    else if (block.type === 'table') {
      for (const row of [block.header ?? [], ...block.rows]) out.push(body + row.join(style.cellSeparator));
    } else if (block.type === 'code') out.push(...block.text.split('\n'));
    else for (const line of block.text.split('\n')) out.push(...wrapped(line, style.wrap, style.bodyIndent, body));
  }
  return out.join('\n');
}

const SHORT = 60;

const isShort = (block: TruthBlock | undefined): boolean => block?.type === 'paragraph' && block.text.length <= SHORT;

function printList(out: string[], list: TruthList, style: Style, depth: number): void {
  for (const [at, entry] of list.items.entries()) {
    const item = typeof entry === 'string' ? { text: entry } : entry;
    if (at > 0 && style.itemGap > 0) out.push('');
    const marker = list.ordered && style.numbers ? `${at + 1}. ` : style.bullet === undefined ? '' : `${style.bullet} `;
    const indent = ' '.repeat(style.itemIndent + (style.bullet === undefined ? 0 : depth * 2));
    out.push(...wrapped(item.text, style.wrap, indent.length + marker.length, indent + marker));
    for (const more of item.more ?? [])
      out.push(...(style.gap > 0 ? [''] : []), ...wrapped(more, style.wrap, indent.length + 2, `${indent}  `));
    for (const child of item.children ?? []) printList(out, child, style, depth + 1);
  }
}
