/** File extensions of the output formats, without the dot; apart from the writers, which load much. */
export const EXTENSIONS = { markdown: 'md', json: 'json', jsonl: 'jsonl', text: 'txt', html: 'html' } as const;
