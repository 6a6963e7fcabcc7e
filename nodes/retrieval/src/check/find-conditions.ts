import type { WordReader, AnswerWord } from '../answer/word-reader.ts';

/** `exception`: unless, except, sauf. `only`: only, seulement, ne … que. `if`: if, provided, as long as, si, pourvu que. */
type ConditionKind = 'exception' | 'only' | 'if' | 'before' | 'after';

/** A word that binds what is said, with what it binds it to. */
export interface Condition {
  readonly kind: ConditionKind;
  readonly written: string;
  /** The marker with what it governs, for people. */
  readonly phrase: string;
  /** Content words of what is excepted or required. */
  readonly focus: readonly AnswerWord[];
  /** Content words of what holds under it: the part of the sentence just before, or after a condition that leads. */
  readonly main: readonly AnswerWord[];
}

const markers: readonly { readonly kind: ConditionKind; readonly form: RegExp }[] = [
  {
    kind: 'exception',
    form: /(?<!\p{L})(?:unless|except(?:ing)?(?: for)?|apart from|other than|excluding|sauf|hormis|excepté|à moins|hors(?! d['’]œuvre)|en dehors|à l['’]exception)(?!\p{L})|(?<=(?:\ball|\bevery\p{L}*|\bany\p{L}*|\bno\p{L}*|\btou(?:te?s|s|t)) (?:[\p{L}’'-]+ ){0,3})but(?= )/giu,
  },
  {
    kind: 'only',
    form: /(?<!\p{L})(?:only|solely|exclusively|seulement|uniquement|exclusivement|seule?s?)(?!\p{L})|(?<=(?<!\p{L})n(?:e |['’])[^,;.]{1,40})(?<!\p{L})qu(?:e(?!\p{L})|['’])/giu,
  },
  {
    kind: 'if',
    form: /(?<!\p{L})(?:if|provided(?: that)?|providing|as long as|so long as|on condition|in case|pourvu|à condition|au cas|dès lors|tant qu)(?!\p{L})|(?<!\p{L})(?:si|s['’](?=ils?(?!\p{L})))(?!\p{L})/giu,
  },
  { kind: 'before', form: /(?<!\p{L})(?:before|until|avant|jusqu)(?!\p{L})/giu },
  { kind: 'after', form: /(?<!\p{L})(?:after|après|dès)(?!\p{L})/giu },
];

/** The conditions of a sentence in their order. */
export function findConditions(sentence: string, language: string, reader: WordReader): Condition[] {
  return markers
    .flatMap(({ kind, form }) => [...sentence.matchAll(form)].map((match) => ({ kind, match })))
    .sort((one, other) => one.match.index - other.match.index)
    .map(({ kind, match }) => {
      const end = match.index + match[0].length;
      const words = (text: string): AnswerWord[] => reader.words(text, language).filter(({ isLight }) => !isLight);
      const after = partAfter(sentence.slice(end));
      const before = partBefore(sentence.slice(0, match.index));
      const focus = words(after);
      const isLast = kind === 'only' && focus.length === 0;
      const rest = sentence.slice(end + after.length);
      const leads = !/[\p{L}\p{N}]/u.test(sentence.slice(0, match.index));
      const phrase = `${match[0]}${after}`.trim().split(/\s+/).slice(0, 8).join(' ');
      return {
        kind,
        written: match[0],
        phrase,
        focus: isLast ? words(before).slice(-2) : focus,
        main: words(leads ? rest : before),
      };
    });
}

/** To the end of what the marker governs. */
function partAfter(text: string): string {
  return /^[^,;.:]*/u.exec(text.replace(/^,/, ' '))?.[0] ?? '';
}

/** The clause that stands before the marker; its own comma belongs to it. */
function partBefore(text: string): string {
  const clean = text.replace(/[\s,]+$/u, '');
  return clean.slice(Math.max(clean.lastIndexOf(';'), clean.lastIndexOf(':'), lastComma(clean)) + 1);
}

/** A comma ends the clause only when enough stands behind it, or a figure of its own. */
function lastComma(text: string): number {
  const comma = text.lastIndexOf(',');
  return text.length - comma > 25 || /\d/.test(text.slice(comma)) ? comma : -1;
}
