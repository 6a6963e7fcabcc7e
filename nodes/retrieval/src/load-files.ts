import { asDocuments, defineNode, documents, file, json, list, Problem } from '@jacquard/node-kit';

/** Reads files of many formats as documents. */
export const loadFiles = defineNode({
  type: 'retrieval.load-files',
  version: 1,
  title: { en: 'Load files', fr: 'Charger des fichiers' },
  summary: {
    en: 'Reads PDF, Word, Excel, web pages, e-mail and more as documents.',
    fr: 'Lit PDF, Word, Excel, pages web, courriels et autres comme documents.',
  },
  documentation: {
    en: 'Gives the text of each file with its structure: headings, paragraphs, tables, pages. A zip gives each of its files. Pages that are pictures are read by character recognition. A file that can’t be read doesn’t stop the others: it is listed under “Not read”, with the reason; only when none can be read the node fails. Wire the documents to “Make passages”, or to a text to have them whole. Hint: to ask questions about files again and again, make a knowledge base of them instead.',
    fr: 'Donne le texte de chaque fichier avec sa structure : titres, paragraphes, tableaux, pages. Une archive zip donne chacun de ses fichiers. Les pages qui sont des images sont lues par reconnaissance de caractères. Un fichier illisible n’arrête pas les autres : il est listé sous « Non lus », avec la raison ; le nœud n’échoue que si aucun n’est lisible. À relier à « Faire des passages », ou à un texte pour les avoir entiers. Astuce : pour interroger souvent les mêmes fichiers, faites-en plutôt une base documentaire.',
  },
  keywords: { en: 'PDF DOCX XLSX document loader import OCR', fr: 'PDF DOCX XLSX document importer OCR' },
  icon: 'files',
  inputs: {
    files: list(file({ label: { en: 'File', fr: 'Fichier' } }), {
      label: { en: 'Files', fr: 'Fichiers' },
      field: 'file',
    }),
  },
  outputs: {
    documents: documents({ label: { en: 'Documents', fr: 'Documents' }, main: true }),
    unread: json({
      label: { en: 'Not read', fr: 'Non lus' },
      help: {
        en: 'A list: the file, and why it could not be read.',
        fr: 'Une liste : le fichier, et pourquoi il n’a pu être lu.',
      },
    }),
  },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  example: {
    inputs: { files: [{ fake: 'file', name: 'loom.txt', text: 'The loom reads cards.' }] },
    outputs: { unread: [] },
  },
  async run({ inputs, services, signal }) {
    const { documents, unread } = await services.knowledge.read(inputs.files, signal);
    const [first] = unread;
    if (documents.length === 0 && first) throw new Problem(first.problem.code, first.problem.params);
    const reasons = unread.map(({ source, problem }) => ({
      source,
      code: problem.code,
      params: { ...problem.params },
    }));
    return { documents: asDocuments(documents), unread: reasons };
  },
});
