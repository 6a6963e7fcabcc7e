import { foldWord } from '@jacquard/node-kit';

const determiners: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    `a an the my your our his her its their this that these those some any no each every of for in on at with by from about into as which what
     many much whose without per under over behind near between`.split(/\s+/),
  ),
  fr: new Set(
    `le la l' les un une des du de d' au aux mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet cette ces quel quelle quels
     quelles en sans sur dans sous par avec chez entre aucun aucune chaque`.split(/\s+/),
  ),
};

const articles = new Set(
  "a an the my your our his her its their this that these those le la l' les un une des du au aux mon ma mes votre vos notre".split(
    ' ',
  ),
);

/**
 * Whether a word names a thing rather than says what it does, guessed by what stands before it: an article, a preposition,
 * or another word of the same group (`the chess tournament`). French infinitives after `de`, `à`, `pour` are no things.
 */
export function namesThing(text: string, start: number, written: string, language: string): boolean {
  if (language === 'fr' && /(?:er|ir|re)$/i.test(written) && !hasArticle(text.slice(0, start), 1)) return false;
  const [last = '', before = ''] = wordsBefore(text.slice(Math.max(0, start - 60), start));
  const known = determiners[language];
  if (!known) return true;
  return (
    known.has(last) ||
    (language === 'en' && articles.has(before) && !known.has(last) && !/^(?:to|i|we|you)$/.test(last))
  );
}

function hasArticle(before: string, count: number): boolean {
  return wordsBefore(before)
    .slice(0, count)
    .some((word) => articles.has(word));
}

/** The last words, the nearest first, folded. */
function wordsBefore(text: string): string[] {
  return (foldWord(text).match(/[\p{L}\p{N}]+'?/gu) ?? []).reverse().slice(0, 2);
}
