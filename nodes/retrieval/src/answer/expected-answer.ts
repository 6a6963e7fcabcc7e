import { foldWord } from '@jacquard/node-kit';

/** What a question asks for. A question may ask for one of several: `when` is answered by a date or a time. */
export type ExpectedKind =
  | 'money'
  | 'number'
  | 'percent'
  | 'phone'
  | 'mail'
  | 'date'
  | 'year'
  | 'time'
  | 'duration'
  | 'person'
  | 'name'
  | 'colour'
  | 'place'
  | 'reason'
  | 'yes-no';

interface Rule {
  readonly form: RegExp;
  readonly kinds: readonly ExpectedKind[];
}

const lead = '^(?:(?:and|so|but|then|also|even|hello|hi|please|ok|well)[ ,]+)*';
const auxiliary =
  "(?:is|are|am|was|were|does|do|did|can|could|may|must|shall|should|will|would|has|have|need|isn't|aren't|doesn't|don't|can't|won't)";
const periods = '(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?)';
const sums = '(?:price|cost|fee|charge|fine|deposit|rate|tariff|salary|wage|rent|reward|penalty|budget|amount)s?';

/** The first that fits decides; all are read in the folded question, without its accents. */
const english: readonly Rule[] = [
  { form: /\b(?:phone|telephone|mobile) numbers?\b|\bwhat number\b/, kinds: ['phone'] },
  { form: /\be-?mail address/, kinds: ['mail'] },
  { form: new RegExp(`${lead}${auxiliary}\\b(?!.*\\b(?:what|which|how)\\b)`), kinds: ['yes-no'] },
  {
    form: /\b(?:what|which) percentage\b|\bper ?cent of\b|\bwhat (?:share|proportion)\b/,
    kinds: ['percent', 'number'],
  },
  { form: /\b(?:what|which) years?\b/, kinds: ['year'] },
  { form: /\b(?:what|which) colou?rs?\b/, kinds: ['colour'] },
  {
    form: new RegExp(`\\bhow many (?:\\w+ )?${periods}\\b|\\bhow much (?:time|longer|notice)\\b`),
    kinds: ['duration'],
  },
  { form: /\bhow (?:many|old|big|large|tall|high|deep|wide|thick|heavy|far|fast|small|young)\b/, kinds: ['number'] },
  { form: /\b(?:what|which|minimum|maximum) (?:age|speed|weight|size|height|temperature|number)\b/, kinds: ['number'] },
  { form: /\bhow (?:long|soon|quickly|late|early)\b/, kinds: ['duration', 'date', 'time'] },
  {
    form: /\bhow much (?!(?:is|are|was|were|do|does|did|for|to|will|would|must|should|can|may|have|has|it|i|you|we)\b)/,
    kinds: ['number'],
  },
  {
    form: /\bhow (?:much|expensive)\b|\bwhat (?:does|do|did|will|would|must|should) .*\b(?:cost|pay|charge|owe)\b/,
    kinds: ['money'],
  },
  {
    form: new RegExp(`\\b(?:what|which) (?:is|are|was|were|will be)? ?(?:the |your )?(?:[\\w-]+ ){0,3}?${sums}\\b`),
    kinds: ['money'],
  },
  { form: /\bwhat times?\b|\b(?:opening|closing) (?:hours|times?)\b|\bwhat hours?\b/, kinds: ['time'] },
  { form: /\b(?:what|which) (?:day|date|month|season|week)s?\b/, kinds: ['date'] },
  { form: /\b(?:who|whom|whose|who's)\b/, kinds: ['person'] },
  {
    form: /\bwhat (?:is|are|was|were|do|does) .*\b(?:called|named)\b|\bwhat(?: is|'s) the (?:name|title) of\b/,
    kinds: ['name'],
  },
  { form: /\bwhere\b/, kinds: ['place'] },
  { form: /\b(?:when|until when|since when)\b/, kinds: ['date', 'time', 'duration'] },
  { form: /\bwhy\b|\bwhat (?:is|was) the reason\b/, kinds: ['reason'] },
];

const asks = '(?:quel|quelle|quels|quelles|combien|comment|qui|quoi|pourquoi|quand(?! meme)|que se|que faut|qu.est-ce)';
const frenchLead = '(?:(?:et|mais|alors|donc|bonjour|meme|aussi|ou)[ ,]+)*';
const frenchSums =
  '(?:prix|tarifs?|couts?|montants?|amendes?|cautions?|salaires?|loyers?|frais|cotisations?|forfaits?|recompenses?|budgets?)';

const french: readonly Rule[] = [
  { form: /\bnumeros? (?:de )?(?:telephone|tel|portable)\b|\ba quel numero\b/, kinds: ['phone'] },
  { form: /\badresses? (?:e-?mail|mail|electronique|courriel)|\bcourriel\b/, kinds: ['mail'] },
  {
    form: new RegExp(
      `^(?!.*\\b${asks}\\b)(?:${frenchLead}est-ce qu|.*-(?:t-)?(?:il|elle|ils|elles|on|je|nous|vous)\\b)`,
    ),
    kinds: ['yes-no'],
  },
  { form: /\bpourcentage\b|\bquelle (?:part|proportion)\b/, kinds: ['percent', 'number'] },
  { form: /\bquelles? annees?\b/, kinds: ['year'] },
  { form: /\bquelles? (?:est la |sont les )?couleurs?\b/, kinds: ['colour'] },
  {
    form: /\bcombien de temps\b|\bcombien (?:de |d')(?:secondes?|minutes?|heures?|jours?|nuits?|semaines?|mois|ans|annees?)\b|\bquel(?:le)?s? (?:est |sont )?(?:la |le |les )?(?:durees?|delais?)\b/,
    kinds: ['duration', 'date', 'time'],
  },
  {
    form: new RegExp(
      `\\b(?:quel|quelle|quels|quelles) (?:est |sont |etait )?(?:l'|le |la |les )?(?:\\w+ ){0,2}?${frenchSums}\\b|\\bcombien (?:ca |cela )?(?:coute|paie|paye|vaut|doit|dois|faut)|\\bcombien .*\\b(?:cout\\w+|pai\\w+|pay\\w+|rapporte\\w*|factur\\w+|rembours\\w+|depens\\w+|vaut|loue\\w*)\\b`,
    ),
    kinds: ['money'],
  },
  {
    form: /\bcombien (?:de |d'|y )|\b(?:quel|quelle) (?:est )?(?:l'|le |la )?(?:age|nombre|hauteur|longueur|largeur|taille|poids|superficie|surface|capacite|population|vitesse|temperature)\b/,
    kinds: ['number'],
  },
  { form: /\bcombien\b/, kinds: ['number', 'money', 'duration'] },
  { form: /\bquelles? heures?\b|\bhoraires?\b/, kinds: ['time'] },
  { form: /\bquel(?:le)?s? (?:est la |est le |sont les )?(?:jours?|dates?|mois|saison|semaine)\b/, kinds: ['date'] },
  {
    form: new RegExp(
      `^${frenchLead}(?:qui\\b|(?:a|par|avec|chez|de|pour|vers) qui\\b)|\\bqui est\\b|\\b(?:a|par|avec|chez|pour|vers) qui\\b`,
    ),
    kinds: ['person'],
  },
  { form: /\bcomment (?:s'appelle|se nomme|appelle)|\bquel est le (?:nom|titre)\b/, kinds: ['name'] },
  { form: /\bquand\b(?! meme)/, kinds: ['date', 'time', 'duration'] },
  { form: /\bpourquoi\b|\bpour quelle raison\b/, kinds: ['reason'] },
];

/** What a question asks for; empty when its form doesn't tell (`what`, `which`, `how`, `quel`, `comment`). */
export function expectedAnswer(question: string, language: string): readonly ExpectedKind[] {
  const folded = foldWord(question.slice(0, 2_000)).replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim();
  if (language === 'fr' && isWhere(question)) return ['place'];
  return (language === 'fr' ? french : english).find(({ form }) => form.test(folded))?.kinds ?? [];
}

/** `où` asks, `ou` is “or”: here the accent counts. Without it, only one that leads asks. */
function isWhere(question: string): boolean {
  return (
    /(?:^|[\s(,])(?:d['’])?où(?!\p{L})/iu.test(question) ||
    /^ou (?:est|sont|se|puis|peut|faut|trouve)/i.test(question.trim())
  );
}

const targets: Readonly<Record<string, { readonly counted: RegExp; readonly chosen: RegExp }>> = {
  en: {
    counted: /\bhow (?:many|much) ((?:[\w'-]+ ?){1,3})/,
    chosen:
      /\b(?:which|what) (?!is\b|are\b|was\b|were\b|do\b|does\b|did\b|can\b|must\b|should\b|will\b|if\b|about\b|happens\b)((?:[\w'-]+ ?){1,2})/,
  },
  fr: {
    counted: /\bcombien (?:de |d')((?:[\w'-]+ ?){1,2})/,
    chosen: /\bquel(?:le)?s? (?!est\b|sont\b|etait\b|etaient\b)((?:[\w'-]+ ?){1,2})/,
  },
};

/** What a question counts (`how many`, `combien de`) or chooses among (`which`, `quel`): the words right after, folded. */
export function targetWords(
  question: string,
  language: string,
): { readonly counted: readonly string[]; readonly chosen: readonly string[] } {
  const folded = foldWord(question.slice(0, 2_000)).replaceAll('’', "'");
  const forms = targets[language === 'fr' ? 'fr' : 'en'];
  const wordsOf = (form: RegExp | undefined): readonly string[] => form?.exec(folded)?.[1]?.trim().split(/[ '-]/) ?? [];
  return { counted: wordsOf(forms?.counted), chosen: wordsOf(forms?.chosen) };
}
