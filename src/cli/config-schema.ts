/** schema/config.schema.json from the flag table. */
import { CONFIGURABLE } from './config.ts';
import type { FlagParts } from './flag-parts.ts';

export function renderConfigSchema(): string {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Settings of article-convert, as --config reads them',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      ...Object.fromEntries(CONFIGURABLE.map((flag) => [flag.long.slice(2), propertyOf(flag)])),
    },
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

function propertyOf({ value, isMany, choices, help }: FlagParts): object {
  if (value === undefined) return { description: help, type: 'boolean' };
  if (choices.length > 0) return { description: help, enum: choices };
  const text = { type: 'string' };
  return { description: help, anyOf: [text, isMany ? { type: 'array', items: text } : { type: 'number' }] };
}
