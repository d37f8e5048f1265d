import { expect, test } from 'vitest';
import { convert, loadParts, writers } from '../../src/index.ts';

const parts = await loadParts();
const markdown = (text: string) =>
  writers.markdown.write(convert({ id: 'x.txt', body: text }, { from: 'text' }, parts));

test('indented lines with the signs of code are code, and indented prose is none', () => {
  const text =
    'How to ring the bell\n\nFirst load the module, and then call it with a number:\n\n    import bell\n\n    def morning():\n        bell.ring(3)\n\nThe bell does not ring twice in the same second.\n';
  expect(markdown(text)).toContain('```\nimport bell\n\ndef morning():\n    bell.ring(3)\n```');
  const prose = text.replace(/ {4}import.*ring\(3\)/s, '    Nobody may ring it\n    on a Sunday morning.');
  expect(markdown(prose)).not.toContain('```');
});

test('lines that begin with a date and a time stay lines', () => {
  const log = ['01,120 INFO starting', '02,004 WARN lamp is cold', '02,310 ERROR rope broke'].map(
    (rest) => `2023-05-01 06:00:${rest}`,
  );
  expect(markdown(log.join('\n'))).toMatch(/starting\\\n2023[^\n]*cold\\\n2023/);
});

test('what a letter answers is a quotation, be there no blank line above', () => {
  const text =
    'Dear all,\n\nthe lamp was found behind the second shed, and it is not broken.\n\nOn Monday, the office wrote:\n> Has anybody seen the lamp?\n> It was there on Friday.\n\nBest wishes\n';
  expect(markdown(text)).toContain('> Has anybody seen the lamp? It was there on Friday.');
});

test('a line that goes on with the sentence above it is content', () => {
  const text =
    'Inventory\n\nThe following things were counted on the first of May.\n\n• Oars: seven\n• Ropes: eleven, and one that nobody\n  wants to touch\n• Lamps: none\n';
  expect(markdown(text)).toContain('- Ropes: eleven, and one that nobody wants to touch');
});

test('the sentence under a counted heading or question is its answer, however short', () => {
  const rules = ['Objet', 'Accès', 'Sanctions'].map(
    (name, at) => `Article ${at + 1} – ${name}\n\nLe présent règlement fixe les heures du lavoir ${at}.\n`,
  );
  expect(markdown(`Règlement\n\n${rules.join('\n')}`.replace(/Le présent[^\n]*2\.\n$/, 'Tous frottent.\n'))).toContain(
    'Tous frottent.',
  );
  const faq =
    'Questions\n\n1. Is it free?\nNo. It costs two coins each way, as it always has.\n\n2. Who rings the bell?\nYou do.\n';
  expect(markdown(faq)).toContain('You do.');
});

test('lines that are plainly statements are code without an indent, and a legend is none', () => {
  const program =
    'import bell\nwith open("bell.txt") as file:\n    times = int(file.read())\nwhile bell.idle(times):\n    bell.ring()\nprint("done")';
  const text = `Ringing from a program\n\nInstall the package first, and a rope with it.\n${program}\nNobody hears it at night, for the wind is loud.\n`;
  expect(markdown(text)).toContain(
    `rope with it.\n\n\`\`\`\n${program}\n\`\`\`\n\nNobody hears it at night, for the wind is loud.`,
  );
  const legend =
    'How to read the plan\n\nEach letter of the plan stands for a way to ring.\ns = slow ring (about one in a minute)\nm = rather faster than slow\nf = fast ring\nThe bell is rung by hand on Sundays.\n';
  expect(markdown(legend)).not.toContain('```');
});

test('comments behind settings are no column, and rows between fences no table', () => {
  const settings =
    'ropes = 4           # One for each bell\nloudest_ring = 11   # As ten, but one more\nrest = 3.5          # In hours';
  const intro = 'How we set it up\n\nThese are the values that we use ourselves, and they have served us well.\n\n';
  expect(markdown(`${intro}${settings}\n\nWatch the bell for a day after the change.\n`)).toContain(
    `\`\`\`\n${settings}\n\`\`\``,
  );
  const rows = '| Bell | Rope |\n| --- | --- |\n| Anna | long |';
  expect(markdown(`${intro}\`\`\`\n${rows}\n\`\`\`\n`)).toContain(`\`\`\`\n${rows}\n\`\`\``);
});

test('two blanks behind sentences, as typists put them, part no cells', () => {
  const text =
    'The night train\n\nThere are some good things about the night train.  Many people know them and some of them say so.  Others just sleep.\nOn the other hand there is the noise in the stations.  Some never get used to it and then they sit awake.  They read.\n';
  expect(markdown(text)).not.toContain('| ');
});
