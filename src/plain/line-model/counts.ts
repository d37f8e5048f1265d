//   2 comments
export const COUNT = /^\p{Nd}+\s+\p{L}+(?:\s+\p{L}+)?$/u;
