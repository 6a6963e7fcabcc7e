import { component, defineNode, number, Problem, table, text, type Table } from '@jacquard/node-kit';

/** Gives a text the category whose name and words it is likest to, without a chat model. */
export const sortByLikeness = defineNode({
  type: 'retrieval.sort-by-likeness',
  version: 1,
  title: { en: 'Sort by likeness', fr: 'Trier par ressemblance' },
  summary: {
    en: 'Gives a text the category whose name and words it is most like.',
    fr: 'Donne à un texte la catégorie dont le nom et les mots lui ressemblent le plus.',
  },
  documentation: {
    en: 'Searches the categories for the text as “Search” does: words in any inflection, and, with embeddings wired, meaning. The first column of the table names a category, the others hold words or sentences that belong to it. No chat model is asked, so it is quick, gives the same each time and works with the smallest models; a large one judges better with “Classify”. Hint: give each category words that people really use, and add those of a text that was sorted wrongly.',
    fr: 'Cherche le texte parmi les catégories comme le fait « Recherche » : par les mots sous toutes leurs formes et, avec des plongements reliés, par le sens. La première colonne du tableau nomme la catégorie, les autres contiennent des mots ou des phrases qui en relèvent. Aucun modèle de langage n’est interrogé : c’est rapide, le résultat est toujours le même, et cela convient aux plus petits modèles ; un grand juge mieux avec « Classer ». Astuce : donnez à chaque catégorie les mots que les gens emploient vraiment, et ajoutez ceux d’un texte mal trié.',
  },
  keywords: {
    en: 'category label tickets mail nearest similar topic',
    fr: 'catégorie étiquette demandes courrier proche semblable thème',
  },
  icon: 'tags',
  inputs: {
    text: text({ label: { en: 'Text', fr: 'Texte' }, multiline: true }),
    categories: table({
      label: { en: 'Categories', fr: 'Catégories' },
      help: {
        en: 'The name first, then words that belong to it.',
        fr: 'D’abord le nom, puis des mots qui en relèvent.',
      },
      field: 'table',
    }),
    embeddings: component('embeddings', {
      help: { en: 'Without them, words alone count.', fr: 'Sans eux, seuls les mots comptent.' },
      optional: true,
    }),
    otherwise: text({
      label: { en: 'What is like none', fr: 'Ce qui ne ressemble à aucune' },
      help: { en: 'The category of such a text; empty: none.', fr: 'La catégorie d’un tel texte ; vide : aucune.' },
      optional: true,
      advanced: true,
    }),
  },
  outputs: {
    category: text({ label: { en: 'Category', fr: 'Catégorie' }, main: true }),
    match: number({ label: { en: 'Match', fr: 'Correspondance' }, help: { en: 'From 0 to 1.', fr: 'De 0 à 1.' } }),
  },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  example: {
    inputs: {
      text: 'The yarn arrived torn.',
      categories: {
        columns: ['Category', 'Words'],
        rows: [
          { Category: 'Complaint', Words: 'torn, broken, late' },
          { Category: 'Order', Words: 'buy, send, how many' },
        ],
      },
    },
    outputs: { category: 'Complaint' },
  },
  async run({ inputs: { text: given, categories, embeddings, otherwise = '' }, services, signal }) {
    const passages = categoriesOf(categories).map(({ name, words }) => ({
      pageContent: words === '' ? name : `${name}: ${words}`,
      metadata: { category: name },
    }));
    if (passages.length < 2) throw new Problem('categories-too-few');
    const options = { mode: 'hybrid', top: 1, embeddings, signal } as const;
    const [best] =
      given.trim() === '' ? [] : (await services.knowledge.searchPassages(passages, given, options)).passages;
    const name = passages.find(({ pageContent }) => pageContent === best?.pageContent)?.metadata.category;
    return { category: name ?? otherwise, match: Math.round((best?.metadata.match?.score ?? 0) * 100) / 100 };
  },
});

/** Categories by name, each once, with the words of all rows that name it. */
function categoriesOf({ columns, rows }: Table): readonly { readonly name: string; readonly words: string }[] {
  const [first = '', ...others] = columns;
  const found = new Map<string, readonly string[]>();
  for (const row of rows) {
    const name = String(row[first] ?? '').trim();
    const words = others.map((column) => String(row[column] ?? '').trim()).filter((cell) => cell !== '');
    if (name !== '') found.set(name, [...(found.get(name) ?? []), ...words]);
  }
  return [...found].map(([name, words]) => ({ name, words: words.join(', ') }));
}
