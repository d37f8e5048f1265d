import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

/** What a web worker has and a bare context lacks; nothing of Node. */
const BROWSER = { TextDecoder, TextEncoder, URL, URLSearchParams, Uint8Array };

test('the core runs where there is no Node', async () => {
  const { outputFiles } = await build({
    entryPoints: ['src/index.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'articleConvert',
    platform: 'browser',
    // A web worker: no Node and no DOM either.
    conditions: ['worker'],
    target: 'es2022',
    logLevel: 'silent',
  });
  const context = createContext({ ...BROWSER });
  runInContext(outputFiles[0]?.text ?? '', context);
  const script = `
    (async () => {
      const { convert, loadParts, writers } = articleConvert;
      const text = 'Harbour report\\n\\nThe harbour was calm on Monday, and all the boats came in before noon.\\n\\n• nets\\n• ropes\\n';
      const html = '<title>T</title><article><h1>Harbour</h1><p>The harbour was calm on Monday, and all boats came in.</p></article>';
      const parts = await loadParts();
      return [
        typeof process, typeof Buffer,
        writers.markdown.write(convert({ id: 'a.txt', body: text }, { from: 'text' }, parts)),
        writers.markdown.write(convert({ id: 'a.html', body: html }, { from: 'html' }, parts)),
      ];
    })()`;
  const [process, buffer, fromText, fromHtml] = (await runInContext(script, context)) as string[];
  expect([process, buffer]).toEqual(['undefined', 'undefined']);
  expect(fromText).toContain('harbour was calm');
  expect(fromHtml).toContain('# Harbour');
});
