/**
 * Whether most lines but the first have the same words somewhere behind their beginning, each behind other words:
 *
 *   Champ Emplacement Description
 *   Compte Grille modifiable sur l’onglet Clients. Répertorie tous les comptes.
 *   Est arrondi Grille modifiable sur l’onglet Clients. Indique si les montants sont arrondis.
 *               ^^^^^^^^^^^^^^^^^
 */
const FEWEST_ROWS = 4;
const SHARE_OF_ROWS = 0.6;
/** Fewer letters are words such as "of the". */
const FEWEST_LETTERS = 8;
/** Of the words before, so many differ. */
const DIVERSE = 0.6;
/** Longer beginnings are sentences, which any words may share. */
const MOST_WORDS_BEFORE = 8;

export function haveAlikePhrase([, ...body]: readonly string[]): boolean {
  if (body.length < FEWEST_ROWS) return false;
  const rowsWith = new Map<string, number>();
  const before = new Map<string, Set<string>>();
  for (const line of body) {
    const words = line.split(/\s+/, MOST_WORDS_BEFORE + 2);
    const seen = new Set<string>();
    for (let at = 1; at + 1 < words.length; at += 1) {
      const phrase = `${words[at]} ${words[at + 1]}`;
      if (seen.has(phrase) || lettersOf(phrase) < FEWEST_LETTERS) continue;
      seen.add(phrase);
      rowsWith.set(phrase, (rowsWith.get(phrase) ?? 0) + 1);
      const own = before.get(phrase) ?? new Set();
      before.set(phrase, own.add(words[at - 1] as string));
    }
  }
  return [...rowsWith].some(
    ([phrase, rows]) => rows >= body.length * SHARE_OF_ROWS && (before.get(phrase)?.size ?? 0) >= rows * DIVERSE,
  );
}

const lettersOf = (phrase: string): number => phrase.match(/[\p{L}\p{M}]/gu)?.length ?? 0;
