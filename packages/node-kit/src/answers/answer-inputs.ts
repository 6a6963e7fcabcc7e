import { boolean, choice, component, number, text } from '../port.ts';
import { equalityKinds, type EqualityRule } from './equality.ts';
import { extractionKinds, type Extraction } from './extraction.ts';

/** The fields by which a node lets people say where in a text the answer stands. */
export const extractionInputs = {
  extraction: choice(extractionKinds, {
    label: { en: 'Take', fr: 'Prendre' },
    help: {
      en: 'Where in the text the answer stands. The usual place: after “Answer:” or the like, else in \\boxed{…}, else the last line.',
      fr: 'Où se trouve la réponse dans le texte. La place habituelle : après « Réponse : » ou un repère voisin, sinon dans \\boxed{…}, sinon la dernière ligne.',
    },
    default: 'final',
    fieldOnly: true,
  }),
  marker: text({
    label: { en: 'Marker', fr: 'Repère' },
    help: {
      en: 'What stands before the answer. Empty: any of the usual ones.',
      fr: 'Ce qui précède la réponse. Vide : n’importe lequel des repères habituels.',
    },
    placeholder: { en: 'Answer:', fr: 'Réponse :' },
    optional: true,
    fieldOnly: true,
    visibleWhen: { input: 'extraction', equals: 'marker' },
  }),
  letters: text({
    label: { en: 'Letters', fr: 'Lettres' },
    default: 'ABCDE',
    fieldOnly: true,
    visibleWhen: { input: 'extraction', equals: 'letter' },
  }),
  path: text({
    label: { en: 'Path of the field', fr: 'Chemin du champ' },
    help: { en: 'Empty: the whole JSON.', fr: 'Vide : le JSON entier.' },
    placeholder: { en: 'answer.value', fr: 'reponse.valeur' },
    optional: true,
    fieldOnly: true,
    visibleWhen: { input: 'extraction', equals: 'json' },
  }),
  language: text({
    label: { en: 'Language of the code', fr: 'Langage du code' },
    help: { en: 'Empty: any.', fr: 'Vide : n’importe lequel.' },
    placeholder: { en: 'python', fr: 'python' },
    optional: true,
    fieldOnly: true,
    visibleWhen: { input: 'extraction', equals: 'code' },
  }),
  pattern: text({
    label: { en: 'Pattern', fr: 'Motif' },
    help: {
      en: 'A regular expression (RE2). The last match counts, and of it the first group in parentheses.',
      fr: 'Une expression régulière (RE2). La dernière occurrence compte, et d’elle le premier groupe entre parenthèses.',
    },
    optional: true,
    fieldOnly: true,
    visibleWhen: { input: 'extraction', equals: 'pattern' },
  }),
};

/** What of a node's inputs says how answers are read. */
export function extractionOf(inputs: {
  readonly extraction: Extraction['kind'];
  readonly marker?: string | undefined;
  readonly letters?: string | undefined;
  readonly path?: string | undefined;
  readonly language?: string | undefined;
  readonly pattern?: string | undefined;
}): Extraction {
  const { extraction, marker, letters, path, language, pattern } = inputs;
  return { kind: extraction, marker, letters, path, language, pattern };
}

/** The fields by which a node lets people say when two answers are the same. */
export const equalityInputs = {
  equality: choice(equalityKinds, {
    label: { en: 'Compare', fr: 'Comparer' },
    help: { en: 'When two answers count as the same.', fr: 'Quand deux réponses comptent comme la même.' },
    default: 'numeric',
    fieldOnly: true,
  }),
  tolerance: number({
    label: { en: 'Tolerance', fr: 'Tolérance' },
    help: { en: 'How far two numbers may be apart.', fr: 'De combien deux nombres peuvent différer.' },
    default: 0,
    min: 0,
    fieldOnly: true,
    advanced: true,
    visibleWhen: { input: 'equality', equals: 'numeric' },
  }),
  sameNumbers: boolean({
    label: { en: 'With the same numbers', fr: 'Avec les mêmes nombres' },
    help: {
      en: 'Formulas have to hold the same numbers, too, as puzzles ask.',
      fr: 'Les formules doivent aussi contenir les mêmes nombres, comme le veulent les casse-tête.',
    },
    default: false,
    fieldOnly: true,
    visibleWhen: { input: 'equality', equals: 'algebraic' },
  }),
  cosine: number({
    label: { en: 'Least likeness', fr: 'Ressemblance minimale' },
    help: {
      en: 'Of two vectors (cosine), from 0 to 1.',
      fr: 'De deux vecteurs (cosinus), de 0 à 1.',
    },
    default: 0.85,
    min: 0,
    max: 1,
    fieldOnly: true,
    visibleWhen: { input: 'equality', equals: 'embedding' },
  }),
  overlap: number({
    label: { en: 'Least overlap', fr: 'Recouvrement minimal' },
    help: {
      en: 'Share of words and pairs of words in common (F1), from 0 to 1.',
      fr: 'Part des mots et paires de mots communs (F1), de 0 à 1.',
    },
    default: 0.6,
    min: 0,
    max: 1,
    fieldOnly: true,
    visibleWhen: { input: 'equality', equals: 'overlap' },
  }),
  embeddings: component('embeddings', {
    help: { en: 'For likeness of meaning.', fr: 'Pour comparer le sens.' },
    optional: true,
    advanced: true,
  }),
};

/** What of a node's inputs says when answers are the same. */
export function equalityOf(inputs: {
  readonly equality: EqualityRule['kind'];
  readonly tolerance?: number | undefined;
  readonly sameNumbers?: boolean | undefined;
  readonly cosine?: number | undefined;
  readonly overlap?: number | undefined;
}): EqualityRule {
  const { equality, tolerance, sameNumbers, cosine, overlap } = inputs;
  return { kind: equality, tolerance, sameNumbers, threshold: equality === 'embedding' ? cosine : overlap };
}
