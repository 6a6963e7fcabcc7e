import type { FlowNode } from '@jacquard/flow';
import type { GuideWords } from './guide-words.ts';
import { from } from './from.ts';
import { cleanNames, distinctNames } from './unique-names.ts';

/** A category, and words that belong to it. */
export interface Category {
  readonly name: string;
  readonly words: string;
}

/** Sorts by words and meaning: the text comes from `text`, the meaning from `embeddings`. */
export function likenessNode(categories: readonly Category[], t: GuideWords): FlowNode {
  const columns = [t('guides.column-category'), t('guides.column-words')];
  const rows = atLeastTwo(categories, t).map(({ name, words }) => ({
    [columns[0] ?? '']: name,
    [columns[1] ?? '']: words,
  }));
  return {
    type: 'retrieval.sort-by-likeness',
    inputs: {
      text: from('text.first'),
      categories: { value: { columns, rows } },
      embeddings: from('embeddings.embeddings'),
    },
  };
}

/** Has `model` choose. */
export function classifyNode(categories: readonly Category[], t: GuideWords): FlowNode {
  const all = atLeastTwo(categories, t);
  const lines = all.flatMap(({ name, words }) => (words === '' ? [] : [`${name}: ${words}`]));
  return {
    type: 'models.classify',
    inputs: {
      model: from('model.model'),
      text: from('text.first'),
      labels: all.map(({ name }) => name),
      ...(lines.length > 0 && { instructions: { lines } }),
    },
  };
}

/** Categories with a name, each once; there is always something to choose between. */
function atLeastTwo(categories: readonly Category[], t: GuideWords): readonly Category[] {
  const names = cleanNames(categories.map(({ name }) => name));
  const wordsOf = (name: string): string =>
    categories
      .filter((one) => cleanNames([one.name])[0] === name)
      .map(({ words }) => words.replaceAll(/\s+/gu, ' ').trim())
      .filter((words) => words !== '')
      .join(', ');
  const given = names.map((name) => ({ name, words: wordsOf(name) }));
  const spare = distinctNames([...names, t('guides.category-other'), t('guides.category-other')]).slice(-2);
  return [...given, ...spare.map((name) => ({ name, words: '' }))].slice(0, Math.max(2, given.length));
}
