import type { SentenceDoubt } from '@jacquard/node-kit';
import type { ReadSentence } from './read-clauses.ts';

const universal =
  /(?<!\p{L})(?:all|any|anything|anytime|every|everyone|everybody|everything|everywhere|always|completely|entirely|in full|fully|tout|toute|tous|toutes|toujours|partout|n['’]importe|entièrement|chacune?|en entier)(?!\p{L})/iu;
const less = /(?<!\p{L})(?:less|fewer|lower|smaller|moins)(?!\p{L})/iu;
const more = /(?<!\p{L})(?:more|greater|higher|larger|plus)(?!\p{L})/iu;
/** Bounds of figures are looked at with the figures. */
const bound =
  /(?:no|not|at|ne|ni|any) (?:more|less)|(?:more|less|fewer) than (?:\d|[a-z]+ (?:days|weeks))|plus de \d|moins de \d|(?:au|pas|non) plus|au moins|de plus en plus|ou moins|à moins|plus (?:tard|tôt)/iu;

/** Words that widen what passages say (`any`, `always`), and `less` for `more`. */
export function checkExtent(sentence: ReadSentence, near: readonly ReadSentence[]): SentenceDoubt[] {
  const theirs = near.map(({ text }) => text).join('\n');
  return [...widened(sentence.text, theirs), ...compared(sentence.text, theirs), ...partTaken(sentence.text, theirs)];
}

function widened(text: string, theirs: string): SentenceDoubt[] {
  const word = universal.exec(text)?.[0];
  if (
    word === undefined ||
    universal.test(theirs) ||
    /(?<!\p{L})(?:no|not|none|n['’]t|aucune?|pas)(?!\p{L})/iu.test(text)
  )
    return [];
  return [{ kind: 'condition', words: word, change: 'added' }];
}

function compared(text: string, theirs: string): SentenceDoubt[] {
  if (bound.test(text)) return [];
  for (const [own, other] of [
    [less, more],
    [more, less],
  ] as const) {
    const word = own.exec(text)?.[0];
    if (word !== undefined && !own.test(theirs) && other.test(theirs)) {
      return [{ kind: 'unsupported', words: word, change: 'added' }];
    }
  }
  return [];
}

const parts =
  /(?<!\p{L})((?:first|last|half|third|quarter|part|some|most|many|few|premi\p{L}+|derni\p{L}+|moitié|tiers|quart|partie|plupart)(?:\s\p{L}+){0,2}) (?:of (?:the |its )?|de (?:la |l['’])?|des? |du |d['’])(\p{L}{3,})/giu;

/** “Research is free” of “the first half hour of research is free”: what passages say of a part. */
function partTaken(text: string, theirs: string): SentenceDoubt[] {
  const own = text.toLowerCase();
  return [...theirs.matchAll(parts)].flatMap(([phrase, limit = '', whole = '']): SentenceDoubt[] => {
    const isWhole = own.includes(whole.toLowerCase());
    const hasLimit = limit.split(/\s/).some((word) => own.includes(word.toLowerCase()));
    const isElsewhere = theirs.toLowerCase().split(whole.toLowerCase()).length > 2;
    return isWhole && !hasLimit && !isElsewhere ? [{ kind: 'condition', words: phrase, change: 'lost' }] : [];
  });
}
