/** C0 and C1 controls but tab and newline: they would command a terminal. */
const CONTROLS = /[\0-\x08\x0b-\x1f\x7f-\x9f]/g;

export const withoutControls = (written: string): string => written.replace(CONTROLS, '');
