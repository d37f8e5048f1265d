/** The version of package.json, found from the bundle and from the source alike. */
import { readFileSync } from 'node:fs';

export function readVersion(): string {
  for (const place of ['../package.json', '../../package.json']) {
    try {
      return JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8')).version;
    } catch {
      // The bundle lies one folder less deep than the source.
    }
  }
  return '0.0.0';
}
