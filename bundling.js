/** How the program, the library and what runs from the source (bench/, training/) are bundled, all alike. */
export const BUNDLING = {
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  // Node knows them; made anew by `new RegExp` a pattern would be read again at each use.
  supported: { 'regexp-unicode-property-escapes': true },
};
