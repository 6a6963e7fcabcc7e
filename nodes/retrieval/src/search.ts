import {
  asDocuments,
  asJson,
  boolean,
  choice,
  component,
  defineNode,
  json,
  list,
  messages,
  number,
  passages,
  text,
  type SearchOptions,
} from '@jacquard/node-kit';

/** Finds the passages that fit a question. */
export const search = defineNode({
  type: 'retrieval.search',
  version: 1,
  title: { en: 'Search (words and meaning)', fr: 'Recherche (mots et sens)' },
  summary: {
    en: 'Finds the passages of your documents that fit a question best.',
    fr: 'Trouve les passages de vos documents qui répondent le mieux à une question.',
  },
  documentation: {
    en: 'Looks for the words of the question, in any inflection, and for its meaning, and weighs the two by the question: where the documents have its words, words count more. Give it a knowledge base, or passages that the flow holds. With the conversation wired, a message that leans on the last one (“and for children?”) is searched together with it; the report says what was searched. Wire passages and report to “Answer with sources”. Hint: “Answer with sources” picks the best of many passages; take few, four or so, when a model reads them all.',
    fr: 'Cherche les mots de la question, sous toutes leurs formes, et son sens, et pondère les deux selon la question : là où les documents ont ses mots, les mots comptent davantage. Donnez une base documentaire, ou des passages que le flux contient. Avec la conversation reliée, un message qui s’appuie sur le précédent (« et pour les enfants ? ») est cherché avec lui ; le rapport dit ce qui a été cherché. Reliez passages et rapport à « Réponse avec sources ». Astuce : « Réponse avec sources » choisit les meilleurs parmi beaucoup de passages ; prenez-en peu, quatre environ, quand un modèle les lit tous.',
  },
  keywords: {
    en: 'retrieve retriever find RAG keyword semantic hybrid BM25',
    fr: 'retrouver chercher RAG mots-clés sémantique hybride BM25',
  },
  icon: 'search',
  inputs: {
    knowledge: component('knowledge-base', { optional: true }),
    passages: passages({
      label: { en: 'Passages', fr: 'Passages' },
      help: { en: 'Instead of a knowledge base.', fr: 'À la place d’une base documentaire.' },
      wireOnly: true,
      optional: true,
    }),
    query: text({ label: { en: 'Question', fr: 'Question' }, multiline: true }),
    history: messages({
      label: { en: 'Conversation', fr: 'Conversation' },
      help: { en: 'What the question may lean on.', fr: 'Ce sur quoi la question peut s’appuyer.' },
      wireOnly: true,
      optional: true,
    }),
    top: number({
      label: { en: 'Passages to find', fr: 'Passages à trouver' },
      default: 20,
      min: 1,
      max: 50,
      integer: true,
      optional: true,
    }),
    mode: choice(
      {
        hybrid: { en: 'Words and meaning', fr: 'Mots et sens' },
        keyword: { en: 'Words', fr: 'Mots' },
        dense: { en: 'Meaning', fr: 'Sens' },
      },
      { label: { en: 'Search by', fr: 'Chercher par' }, default: 'hybrid', optional: true },
    ),
    threshold: number({
      label: { en: 'Least match', fr: 'Correspondance minimale' },
      help: {
        en: 'From 0 to 1: weaker passages are left out.',
        fr: 'De 0 à 1 : les passages plus faibles sont écartés.',
      },
      min: 0,
      max: 1,
      optional: true,
      advanced: true,
    }),
    neighbours: number({
      label: { en: 'Neighbours', fr: 'Voisins' },
      help: {
        en: 'Passages before and after each that are joined to it.',
        fr: 'Passages avant et après chacun, qui lui sont joints.',
      },
      min: 0,
      max: 5,
      integer: true,
      optional: true,
      advanced: true,
    }),
    sources: list(text({ label: { en: 'File', fr: 'Fichier' } }), {
      label: { en: 'Only in these files', fr: 'Seulement dans ces fichiers' },
      help: { en: 'Paths, one a line; * stands for any name.', fr: 'Chemins, un par ligne ; * remplace tout nom.' },
      field: 'lines',
      optional: true,
      advanced: true,
    }),
    languages: list(text({ label: { en: 'Language', fr: 'Langue' } }), {
      label: { en: 'Only in these languages', fr: 'Seulement dans ces langues' },
      help: { en: 'Codes such as en, fr; one a line.', fr: 'Codes comme en, fr ; un par ligne.' },
      field: 'lines',
      optional: true,
      advanced: true,
    }),
    tables: boolean({
      label: { en: 'Only tables', fr: 'Seulement les tableaux' },
      help: { en: 'Rows of tables alone are found.', fr: 'Seules des lignes de tableaux sont trouvées.' },
      default: false,
      optional: true,
      advanced: true,
    }),
    embeddings: component('embeddings', {
      help: {
        en: 'For passages: without them, words alone are searched. A knowledge base has its own.',
        fr: 'Pour des passages : sans eux, seuls les mots sont cherchés. Une base documentaire a les siens.',
      },
      optional: true,
      advanced: true,
    }),
  },
  requiresOneOf: ['knowledge', 'passages'],
  outputs: {
    passages: passages({ label: { en: 'Passages', fr: 'Passages' }, main: true }),
    report: json({
      label: { en: 'Report', fr: 'Rapport' },
      help: { en: 'What was searched, and how well it fits.', fr: 'Ce qui a été cherché, et la qualité du résultat.' },
    }),
  },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  example: {
    inputs: {
      knowledge: {
        fake: 'knowledge-base',
        texts: { 'rules.md': 'The loom is cleaned on Fridays.', 'tea.md': 'Tea at noon.' },
      },
      query: 'When is the loom cleaned?',
      top: 1,
    },
    outputs: { passages: [{ pageContent: 'The loom is cleaned on Fridays.' }] as never }, // boundary: the rest is metadata
  },
  async run({ inputs, services, signal }) {
    const { knowledge, passages: given = [], query, embeddings, sources, languages, tables, ...rest } = inputs;
    const filter = { sources: named(sources), languages: named(languages), tables };
    const { history, top, mode, threshold, neighbours } = rest;
    const options: SearchOptions = { mode, top, threshold, neighbours, history, filter, signal };
    const { passages: found, report } = knowledge
      ? await knowledge.search(query, options)
      : await services.knowledge.searchPassages(given, query, { ...options, embeddings });
    return { passages: asDocuments(found), report: asJson(report) };
  },
});

/** An empty list filters nothing. */
function named(list: readonly string[] | undefined): readonly string[] | undefined {
  const names = (list ?? []).map((name) => name.trim()).filter((name) => name !== '');
  return names.length > 0 ? names : undefined;
}
