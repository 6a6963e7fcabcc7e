import {
  boolean,
  compilePattern,
  component,
  defineComponent,
  requireSearchable,
  text,
  type Scorer,
} from '@jacquard/node-kit';

/** A scorer that looks for a pattern. */
export const patternScorer = defineComponent({
  type: 'reasoning.pattern-scorer',
  version: 1,
  title: { en: 'Score by a pattern', fr: 'Évaluer par un motif' },
  summary: {
    en: 'A scorer that gives 1 to a text in which a pattern is found, and 0 to others.',
    fr: 'Un évaluateur qui donne 1 à un texte où se trouve un motif, et 0 aux autres.',
  },
  documentation: {
    en: 'Wire it to “Score thoughts”, to “Tree of thoughts” as checking node, or to “Best of N”. The pattern is a regular expression in RE2’s syntax and may match anywhere in the text: put it between `^` and `$` to hold the whole text to it. It costs no call of a model. Use it for the form of an answer (a date, a list in brackets, no more than so many words) and for answers that are known to hold something. It can’t tell whether a text is true. Hint: with “A match solves the problem” a search ends at the first text that matches.',
    fr: 'À relier à « Évaluer des pensées », à « Arbre de pensées » comme nœud de vérification, ou à « Le meilleur de N ». Le motif est une expression régulière dans la syntaxe de RE2 et peut se trouver n’importe où dans le texte : mettez-le entre `^` et `$` pour y soumettre le texte entier. Cela ne coûte aucun appel à un modèle. À employer pour la forme d’une réponse (une date, une liste entre crochets, pas plus de tant de mots) et pour des réponses dont on sait qu’elles contiennent quelque chose. Il ne peut pas dire si un texte est vrai. Astuce : avec « Une occurrence résout le problème », une recherche s’arrête au premier texte qui répond au motif.',
  },
  keywords: {
    en: 'regular expression regex RE2 check form scorer evaluator',
    fr: 'expression régulière regex RE2 vérifier forme évaluateur',
  },
  icon: 'regex',
  inputs: {
    pattern: text({
      label: { en: 'Pattern', fr: 'Motif' },
      help: { en: 'A regular expression (RE2).', fr: 'Une expression régulière (RE2).' },
      fieldOnly: true,
    }),
    ignoreCase: boolean({
      label: { en: 'Ignore capitals', fr: 'Ignorer les majuscules' },
      default: false,
      fieldOnly: true,
    }),
    solves: boolean({
      label: { en: 'A match solves the problem', fr: 'Une occurrence résout le problème' },
      default: false,
      fieldOnly: true,
    }),
  },
  outputs: { scorer: component('scorer') },
  reaches: 'nothing',
  example: { inputs: { pattern: '^\\[\\d(, \\d)*\\]$' } },
  async create({ inputs: { pattern, ignoreCase, solves } }): Promise<Scorer> {
    const compiled = await compilePattern(pattern, ignoreCase);
    return {
      identity: identityOf({ pattern, ignoreCase, solves }),
      name: pattern,
      async score(scored, { signal }) {
        signal.throwIfAborted();
        requireSearchable(scored);
        const isFound = compiled.matcher(scored).find();
        return { value: Number(isFound), isSolved: isFound && solves };
      },
    };
  },
  identify: async ({ inputs }) => identityOf(inputs),
});

interface PatternRule {
  readonly pattern: string;
  readonly ignoreCase: boolean;
  readonly solves: boolean;
}

function identityOf({ pattern, ignoreCase, solves }: PatternRule) {
  return { pattern, ignoreCase, solves };
}
