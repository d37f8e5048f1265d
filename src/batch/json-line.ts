/** A value as a line of JSON: one line for each reader, also for those that part lines at the line ends of Unicode. */
export const jsonLine = (value: unknown): string =>
  `${JSON.stringify(value).replace(/[\u0085\u2028\u2029]/g, (end) => {
    return `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`;
  })}\n`;
