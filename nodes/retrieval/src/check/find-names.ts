import { foldWord } from '@jacquard/node-kit';
import { dropTitleStops } from './drop-title-stops.ts';

const capitalised = /(?<![\p{L}\p{N}'’-])\p{Lu}[\p{L}\p{N}'’-]*(?:(?:\s|-)\p{Lu}[\p{L}\p{N}'’-]*)*/gu;

const months =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|i|i['’]\w+)$/i;

/**
 * Names in a clause, folded: words with a capital, and acronyms. The first word of a sentence counts only when another
 * capital follows it, since every sentence begins with one. Months and weekdays are dates.
 */
export function findNames(text: string, beginsSentence: boolean): string[] {
  const clause = dropTitleStops(text);
  return [...clause.matchAll(capitalised)].flatMap(({ 0: written, index }) => {
    const isFirst = beginsSentence && !/[\p{L}\p{N}]/u.test(clause.slice(0, index));
    const parts = written.split(/\s+/).filter((part) => !months.test(part));
    if (parts.length === 0 || (isFirst && parts.length < 2 && !/^\p{Lu}{2,}/u.test(parts[0] ?? ''))) return [];
    return [foldWord(parts.join(' ')).replace(/['’]s$/, '')];
  });
}
