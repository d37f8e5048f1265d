/** The version of package.json. */
import { readFileSync } from 'node:fs';

/** The build writes it into the bundle. */
declare const VERSION_OF_PACKAGE: string | undefined;

export const readVersion = (): string =>
  typeof VERSION_OF_PACKAGE === 'string'
    ? VERSION_OF_PACKAGE
    : JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;
