/** Words for numbers, folded, and what they are worth. `un`, `une` and `one` are left out: they are articles and pronouns, too. */
const english = readWorths(`zero 0 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12
  thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50
  sixty 60 seventy 70 eighty 80 ninety 90 hundred 100 thousand 1000 million 1000000 dozen 12 once 1 twice 2 thrice 3`);

const french =
  readWorths(`zero 0 deux 2 trois 3 quatre 4 cinq 5 six 6 sept 7 huit 8 neuf 9 dix 10 onze 11 douze 12 treize 13
  quatorze 14 quinze 15 seize 16 vingt 20 vingts 20 trente 30 quarante 40 cinquante 50 soixante 60 septante 70 octante 80
  nonante 90 cent 100 cents 100 mille 1000 million 1000000 millions 1000000 dizaine 10 douzaine 12 quinzaine 15 vingtaine 20
  trentaine 30 quarantaine 40 cinquantaine 50 soixantaine 60 centaine 100`);

function readWorths(list: string): ReadonlyMap<string, number> {
  return new Map([...list.matchAll(/([a-z]+) (\d+)/g)].map(([, word = '', worth]) => [word, Number(worth)]));
}

/** Small ones that may end a larger number: `twenty-one`, `vingt et un`. */
const ones = new Set(['one', 'un', 'une']);

/** What a folded word is worth as a number; undefined for other words. */
export function numberWord(folded: string, language: string): number | undefined {
  return (language === 'fr' ? french : english).get(folded);
}

/**
 * The worth of words in a row (`quatre vingt dix`, `two hundred and five`), and how many of them belong to it. Undefined
 * when the first is no number. `isJoined` says whether a word is tied to the one before (hyphen, `et`, `and`).
 */
export function readNumberWords(
  words: readonly string[],
  language: string,
): { readonly value: number; readonly count: number } | undefined {
  let total = 0;
  let part = 0;
  let count = 0;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const isLink = (word === 'and' || word === 'et') && count > 0;
    if (isLink) continue;
    const worth = numberWord(word, language) ?? (count > 0 && endsOnOne(part) && ones.has(word) ? 1 : undefined);
    if (worth === undefined) break;
    if (worth >= 1000) {
      total += (part || 1) * worth;
      part = 0;
    } else if (worth === 100 || (worth === 20 && part === 4 && language === 'fr')) {
      part = (part || 1) * worth;
    } else if (count > 0 && !fits(part, worth, language)) break;
    else part += worth;
    count = index + 1;
  }
  return count === 0 ? undefined : { value: total + part, count };
}

function endsOnOne(part: number): boolean {
  return part >= 20 && part % 10 === 0;
}

/** `twenty two`, `soixante douze`, `dix sept`, `two hundred five`; not `ten two`. */
function fits(part: number, worth: number, language: string): boolean {
  if (part === 0) return true;
  if (part % 20 === 10 && part % 100 < 20) return language === 'fr' && worth > 6 && worth < 10;
  const places = part % 100 === 0 ? 100 : part % 20 === 0 ? 20 : part % 10 === 0 ? 10 : 1;
  return worth < places;
}
