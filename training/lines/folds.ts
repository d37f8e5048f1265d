/** All languages and printings of an article lie in one fold. */
export const FOLDS = 5;

export function foldOf(article: string): number {
  let hash = 2166136261;
  for (let at = 0; at < article.length; at += 1) hash = Math.imul(hash ^ article.charCodeAt(at), 16777619) >>> 0;
  return hash % FOLDS;
}
