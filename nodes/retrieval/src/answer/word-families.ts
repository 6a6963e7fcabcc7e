import type { LanguageTools } from '@jacquard/node-kit';
import { englishFamilies } from './word-families-en.ts';
import { frenchFamilies } from './word-families-fr.ts';

const none: ReadonlySet<string> = new Set();

/** How the names of families begin whose words say the same only roughly. */
export const rough = '~';

/** Finds the families of words that say the same as a folded word; none for most. Forms that the lists leave out are found by their stem. */
export type FindFamilies = (folded: string, language: string) => ReadonlySet<string>;

/** See {@link FindFamilies}. */
export function createFamilies(stem: LanguageTools['stem']): FindFamilies {
  const families: Readonly<Record<string, ReadonlyMap<string, ReadonlySet<string>>>> = {
    en: readFamilies(englishFamilies, 'en', stem),
    fr: readFamilies(frenchFamilies, 'fr', stem),
  };
  return (folded, language) => {
    const known = families[language];
    return known?.get(folded) ?? known?.get(`~${stem(folded, language)}`) ?? none;
  };
}

function readFamilies(lines: string, language: string, stem: LanguageTools['stem']): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const add = (key: string, family: string): void => {
    found.set(key, (found.get(key) ?? new Set<string>()).add(family));
  };
  let prefix = language;
  for (const [index, line] of lines.trim().split('\n').entries()) {
    if (line === '--') prefix = `${rough}${language}`;
    else {
      for (const word of line.trim().split(/\s+/)) {
        add(word, `${prefix}${index}`);
        add(`~${stem(word, language)}`, `${prefix}${index}`);
      }
    }
  }
  return found;
}
