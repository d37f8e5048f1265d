/**
 * `text.charCodeAt(at)` for loops over texts. They are kept in more forms (cut, joined, in one byte or two) than an engine tells
 * apart at one place: there it would look the method up anew for each unit, at four times the cost. Called as one function it is
 * known. `at` must be inside: one read outside, and the engine makes no machine instruction of it any more, for no caller.
 */
export const codeUnitAt = (text: string, at: number): number => charCodeAt.call(text, at);

const charCodeAt = String.prototype.charCodeAt;
