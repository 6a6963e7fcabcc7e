import type { ExpectedKind } from './expected-answer.ts';
import { findPeople, isRole } from './find-people.ts';
import type { ValueKind } from './find-values.ts';
import type { QuestionReading, QuestionTerm } from './read-question.ts';
import type { Unit } from './read-passages.ts';
import { holdsWord, saysTheSame } from './word-set.ts';

const colours =
  /(?<!\p{L})(?:red|blue|green|yellow|white|black|grey|gray|brown|orange|pink|purple|golden?|silver|bronze|rouges?|bleue?s?|verte?s?|jaunes?|blan(?:c|che)s?|noire?s?|grise?s?|marron|violette?s?|roses?|dorée?s?|argent)(?!\p{L})/iu;
const durationUnit =
  /^[\s-]*(?:\p{L}+ )?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|nights?|secondes?|heures?|jours?|jour|semaines?|mois|ans?|années?)(?!\p{L})/iu;
const places =
  /(?<!\p{L})(?:at|in|on|behind|beside|under|near|next to|opposite|above|below|between|inside|outside|from|to|à|au|aux|chez|dans|sur|sous|derrière|devant|près|contre|entre|rue|place|en)(?!\p{L})/iu;
const reasons =
  /(?<!\p{L})(?:because|so that|in order to|due to|therefore|which is why|since (?!\d)|car|parce qu|puisqu|afin|en raison|à cause|faute de|pour que|pour éviter)/iu;

const valueKinds: Readonly<Partial<Record<ExpectedKind, ValueKind>>> = {
  money: 'money',
  number: 'number',
  percent: 'percent',
  phone: 'phone',
  time: 'time',
};

/** How surely a unit holds what was asked for: the kind, and for a count also the thing that is counted. */
export type Candidate = 'sure' | 'likely' | 'none';

/** See {@link Candidate}. What the question itself names doesn't count. */
export function findCandidate(unit: Unit, question: QuestionReading): Candidate {
  const { expected } = question;
  if (expected.length === 0) return 'sure';
  const found = expected.map((kind) => candidateOf(unit, kind, question));
  return found.includes('sure') ? 'sure' : found.includes('likely') ? 'likely' : 'none';
}

function candidateOf(unit: Unit, kind: ExpectedKind, question: QuestionReading): Candidate {
  const { text, values } = unit;
  switch (kind) {
    case 'money':
      return is(values.some((value) => value.kind === 'money') || isFree(text) || isPriceRow(unit));
    case 'number':
      return countOf(unit, question);
    case 'mail':
      return is(/\S@\S+\.\S/u.test(text));
    case 'date':
      return is(values.some((value) => value.kind === 'date'));
    case 'year':
      return is(values.some(({ kind, value }) => kind === 'date' && /\d{4}$/.test(value)));
    case 'duration':
      return is(holdsDuration(unit));
    case 'person':
      return personOf(unit, question);
    case 'name':
      return is(namesOf(unit, question));
    case 'colour':
      return is(colours.test(text));
    case 'place':
      return is(
        unit.kind === 'sentence'
          ? places.test(text)
          : /where|place|branch|room|où|lieu|endroit|salle/iu.test(unit.header ?? ''),
      );
    case 'reason':
      return is(reasons.test(text));
    case 'yes-no':
      return asksForDuration(question) && !holdsDuration(unit) ? 'likely' : 'sure';
    default:
      return is(values.some((value) => value.kind === valueKinds[kind]));
  }
}

/** `Can I keep it for two weeks?` is answered by a time. */
function asksForDuration({ text, values }: QuestionReading): boolean {
  return values.some(({ end }) => durationUnit.test(text.slice(end)));
}

function holdsDuration({ text, values }: Unit): boolean {
  return values.some(({ end, start }) => durationUnit.test(text.slice(end)) || durationUnit.test(text.slice(start)));
}

function is(found: boolean): Candidate {
  return found ? 'sure' : 'none';
}

/** A name is surer than a role. */
function personOf({ text, words, read }: Unit, { terms }: QuestionReading): Candidate {
  const asked = (name: string): boolean => {
    const word = words.find(({ folded }) => folded === name);
    return word !== undefined && terms.some((term) => saysTheSame(term, word));
  };
  const people = findPeople(text, read.language).filter(({ words }) => !words.every(asked));
  return people.length === 0 ? 'none' : people.some(({ words }) => words.length > 1) ? 'sure' : 'likely';
}

const naming =
  /(?<!\p{L})(?:called|named|known as|titled|nickname\p{L}*|s['’]appell\p{L}+|appelée?s?|nommée?s?|surnommée?s?|baptisée?s?|intitulée?s?|dite?s?)(?!\p{L})/iu;

/** A name that the question doesn't give, beside a word that names, or words in quotation marks. */
function namesOf({ text, words }: Unit, { terms }: QuestionReading): boolean {
  if (/[“«"][^”»"]{2,}[”»"]/u.test(text)) return true;
  if (!naming.test(text)) return false;
  return words.some(
    (word) =>
      /^\p{Lu}/u.test(word.written) &&
      /[\p{L}\p{N}]/u.test(text.slice(0, word.start)) &&
      !terms.some((term) => saysTheSame(term, word)),
  );
}

/** `free`, `nothing`, `gratuit` answer for a price, too. */
function isFree(text: string): boolean {
  return /(?<!\p{L})(?:free|nothing|no charge|without a charge|gratuite?s?|gratuitement|sans frais|offerte?s?)(?!\p{L})/iu.test(
    text,
  );
}

/** A number in a column whose header names money. */
function isPriceRow({ kind, header = '', values }: Unit): boolean {
  const namesMoney = /[£$€]|price|charge|cost|fee|tarif|prix|montant|coût/iu.test(header);
  return kind === 'row' && namesMoney && values.some((value) => value.kind === 'number');
}

const measures =
  /^[\s-]*(?:square |cubic )?(?:[cmk]?m²?|k?g|km\/h|metres?|meters?|centimet\w+|kilo\w+|feet|foot|inch\w*|pounds?|stone|litres?|degrees?|mètres?|centimètres?|degrés?|years?|ans?|GB|Go)(?![\p{L}])/iu;
const ownNoun =
  /^[\s-]*(?!(?:to|or|and|at|on|in|around|of|per|by|for|à|ou|et|au|aux|en|dans|par|pour|de|seated|standing)(?!\p{L}))\p{L}{2,}/iu;

/** Nouns that stand for whatever is counted: `How many books …?` – `ten items`. */
const genericNoun =
  /^[\s\u00a0](?:items?|things?|objects?|pieces?|articles?|documents?|copies|units?|objets?|pièces?|éléments?|choses?|exemplaires?|unités?)(?!\p{L})/iu;

/** Whether a unit counts things without naming their kind: what is asked for, unless people are. */
export function countsItems({ values, text }: Unit, noun: QuestionTerm): boolean {
  if (isRole(noun.folded)) return false;
  return values.some(({ kind, end }) => kind === 'number' && genericNoun.test(text.slice(end)));
}

/** What is numbered rather than counted: `line 4`, `pages 2 and 3`. */
const numbered =
  /(?<!\p{L})(?:lines?|lignes?|pages?|rooms?|salles?|numbers?|no\.?|n°|sections?|articles?|chapters?|chapitres?|tables?|tableaux?|rules?|steps?|floors?|levels?|poste|extension)[\s\u00a0](?:\d+(?:, | and | et | or | ou ))*$/iu;

/** Sizes of paper. */
const formats = /(?<![\p{L}\p{N}])[AB]\d(?![\p{L}\p{N}])/u;

const asksAge = /^(?:old|age|ages)$/;
const ages =
  /(?<!\p{L})(?:aged?|ages|years? old|older|younger|born|âge|âgée?s?|ans|née?s?)(?!\p{L})|(?<!\p{L})(?:from|until|under|over|up to|at least|dès|à partir de|moins de|jusqu['’]à) (?:\d{1,2}|eight|ten|twelve|fourteen|sixteen|eighteen|twenty(?:-one)?)(?! (?:minutes|hours|days|weeks|months|books|items|euros|pounds))/iu;

/** When something began says how old it is. */
function hasYear({ kind, values }: Unit): boolean {
  return kind === 'sentence' && values.some((value) => value.kind === 'date' && /\d{4}$/.test(value.value));
}

/** A row's cell is a size or an age only under such a header. */
function measuresIn({ headerSet, set }: Unit, terms: readonly QuestionTerm[]): Candidate {
  const asking = terms.filter(({ isAsking }) => isAsking);
  return is(asking.some((term) => (headerSet && holdsWord(headerSet, term) > 0) || holdsWord(set, term) > 0));
}

/** Figures that the question doesn't name; sure where they stand beside what is counted, or under its header. */
function countOf(unit: Unit, { counted, values, terms }: QuestionReading): Candidate {
  const [noun] = counted;
  if (!noun && terms.some(({ folded }) => asksAge.test(folded)))
    return ages.test(unit.text) ? 'sure' : hasYear(unit) ? 'likely' : 'none';
  const figures = unit.values.filter(
    ({ kind, value, end, start }) =>
      kind === 'number' &&
      !values.some((asked) => asked.value === value) &&
      !numbered.test(unit.text.slice(0, start)) &&
      !(noun && (durationUnit.test(unit.text.slice(end)) || durationUnit.test(unit.text.slice(start)))),
  );
  if (!noun && formats.test(unit.text)) return 'sure';
  if (figures.length === 0) return 'none';
  if (!noun && unit.kind === 'row') return measuresIn(unit, terms);
  if (!noun)
    return figures.some(({ end }) => measures.test(unit.text.slice(end)) || !ownNoun.test(unit.text.slice(end)))
      ? 'sure'
      : 'likely';
  if (unit.headerSet && holdsWord(unit.headerSet, noun) > 0) return 'sure';
  if (countsItems(unit, noun)) return 'sure';
  const near = unit.words.filter((word) => saysTheSame(word, noun));
  const isBeside = figures.some(({ start, end }) =>
    near.some((word) => (word.start >= end ? word.start - end < 30 : start - word.end < 20)),
  );
  return isBeside ? 'sure' : 'likely';
}
