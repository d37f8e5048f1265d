/** What a doctype says, read from the range behind `<!doctype`, and the mode it puts the page in (13.2.6.4.1). */
import type { QuirksMode } from './node.ts';

export interface Doctype {
  readonly name: string;
  readonly publicId: string | undefined;
  readonly systemId: string | undefined;
  readonly forceQuirks: boolean;
}

const NAME = /^[\t\n\f ]*([^\t\n\f ]+)[\t\n\f ]*/;
const PUBLIC = /^public[\t\n\f ]*(?:"([^"]*)("?)|'([^']*)('?))/i;
const SYSTEM = /^system[\t\n\f ]*/i;
const IDENTIFIER = /^[\t\n\f ]*(?:"([^"]*)("?)|'([^']*)('?))/;

/** `source` has its line ends made `\n`; `isWhole` says that a `>` follows it. */
export function readDoctype(source: string, isWhole: boolean): Doctype {
  const name = NAME.exec(source);
  if (name === null) return { name: '', publicId: undefined, systemId: undefined, forceQuirks: true };
  const said = {
    name: (name[1] as string).replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
    publicId: undefined as string | undefined,
    systemId: undefined as string | undefined,
    forceQuirks: !isWhole,
  };
  let rest = source.slice(name[0].length);
  if (rest === '') return said;
  const bogus = { ...said, forceQuirks: true };
  const isSystem = SYSTEM.test(rest);
  if (!isSystem) {
    const found = PUBLIC.exec(rest);
    if (found === null) return bogus;
    said.publicId = found[1] ?? found[3] ?? '';
    rest = rest.slice(found[0].length);
    if ((found[2] ?? found[4]) === '') return { ...said, forceQuirks: true };
    if (/^[\t\n\f ]*$/.test(rest)) return said;
  } else rest = rest.replace(SYSTEM, '');
  const system = IDENTIFIER.exec(rest);
  if (system === null) return { ...said, forceQuirks: true };
  const isClosed = (system[2] ?? system[4]) !== '';
  const after = rest.slice(system[0].length);
  return {
    ...said,
    systemId: system[1] ?? system[3] ?? '',
    // What follows the identifiers is passed over, and then even the end of the source does no harm.
    forceQuirks: !isClosed || (said.forceQuirks && !/[^\t\n\f ]/.test(after)),
  };
}

const QUIRKS_PUBLIC_IDS = new Set([
  '-//w3o//dtd w3 html strict 3.0//en//',
  '-/w3c/dtd html 4.0 transitional/en',
  'html',
]);
const QUIRKS_SYSTEM_ID = 'http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd';
/** Beginnings of public identifiers, less the `-//` that all but one share. */
const QUIRKS_PREFIXES = `as//dtd html 3.0 aswedit + extensions//
advasoft ltd//dtd html 3.0 aswedit + extensions//
ietf//dtd html 2.0 level 1//
ietf//dtd html 2.0 level 2//
ietf//dtd html 2.0 strict level 1//
ietf//dtd html 2.0 strict level 2//
ietf//dtd html 2.0 strict//
ietf//dtd html 2.0//
ietf//dtd html 2.1e//
ietf//dtd html 3.0//
ietf//dtd html 3.2 final//
ietf//dtd html 3.2//
ietf//dtd html 3//
ietf//dtd html level 0//
ietf//dtd html level 1//
ietf//dtd html level 2//
ietf//dtd html level 3//
ietf//dtd html strict level 0//
ietf//dtd html strict level 1//
ietf//dtd html strict level 2//
ietf//dtd html strict level 3//
ietf//dtd html strict//
ietf//dtd html//
metrius//dtd metrius presentational//
microsoft//dtd internet explorer 2.0 html strict//
microsoft//dtd internet explorer 2.0 html//
microsoft//dtd internet explorer 2.0 tables//
microsoft//dtd internet explorer 3.0 html strict//
microsoft//dtd internet explorer 3.0 html//
microsoft//dtd internet explorer 3.0 tables//
netscape comm. corp.//dtd html//
netscape comm. corp.//dtd strict html//
o'reilly and associates//dtd html 2.0//
o'reilly and associates//dtd html extended 1.0//
o'reilly and associates//dtd html extended relaxed 1.0//
sq//dtd html 2.0 hotmetal + extensions//
softquad software//dtd hotmetal pro 6.0::19990601::extensions to html 4.0//
softquad//dtd hotmetal pro 4.0::19971010::extensions to html 4.0//
spyglass//dtd html 2.0 extended//
sun microsystems corp.//dtd hotjava html//
sun microsystems corp.//dtd hotjava strict html//
w3c//dtd html 3 1995-03-24//
w3c//dtd html 3.2 draft//
w3c//dtd html 3.2 final//
w3c//dtd html 3.2//
w3c//dtd html 3.2s draft//
w3c//dtd html 4.0 frameset//
w3c//dtd html 4.0 transitional//
w3c//dtd html experimental 19960712//
w3c//dtd html experimental 970421//
w3c//dtd w3 html//
w3o//dtd w3 html 3.0//
webtechs//dtd mozilla html 2.0//
webtechs//dtd mozilla html//`
  .split('\n')
  .map((prefix) => `-//${prefix}`)
  .concat('+//silmaril//dtd html pro v0r11 19970101//');
const LIMITED_PREFIXES = ['-//w3c//dtd xhtml 1.0 frameset//', '-//w3c//dtd xhtml 1.0 transitional//'];
/** Quirks without a system identifier, limited quirks with one. */
const HTML_4_PREFIXES = ['-//w3c//dtd html 4.01 frameset//', '-//w3c//dtd html 4.01 transitional//'];

export function quirksOf({ name, publicId, systemId, forceQuirks }: Doctype): QuirksMode {
  if (forceQuirks || name !== 'html' || systemId?.toLowerCase() === QUIRKS_SYSTEM_ID) return 'quirks';
  const id = publicId?.toLowerCase();
  if (id === undefined) return 'no-quirks';
  const begins = (prefixes: readonly string[]): boolean => prefixes.some((prefix) => id.startsWith(prefix));
  if (QUIRKS_PUBLIC_IDS.has(id) || begins(QUIRKS_PREFIXES)) return 'quirks';
  if (begins(HTML_4_PREFIXES)) return systemId === undefined ? 'quirks' : 'limited-quirks';
  return begins(LIMITED_PREFIXES) ? 'limited-quirks' : 'no-quirks';
}
