/** What the model can call a line; the order is that of its scores. */
export const CLASSES = ['start', 'continue', 'heading', 'title', 'item', 'cut', 'row'] as const;

export type LineClass = (typeof CLASSES)[number];

/** The chance that a line is of a class. */
export type ClassChance = (at: number, is: LineClass) => number;
