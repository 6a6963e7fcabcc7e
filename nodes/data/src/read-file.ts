import { defineNode, file, text } from '@jacquard/node-kit';
import { decodeText } from './decode-text.ts';
import { readFileCode } from './code/file-codes.ts';

/** Reads the text of a file. */
export const readFile = defineNode({
  type: 'data.read-file',
  version: 1,
  title: { en: 'Read a file', fr: 'Lire un fichier' },
  summary: {
    en: 'Gives the text of a text file: notes, Markdown, CSV, JSON.',
    fr: 'Donne le texte d’un fichier texte : notes, Markdown, CSV, JSON.',
  },
  documentation: {
    en: 'Finds out how the text is encoded (UTF-8, UTF-16, Windows-1252), so that accents come out right. A file that is no text, such as a picture, is refused in words. Use it after a file input. Hint: wire its text to “Parse CSV” for a table.',
    fr: 'Reconnaît l’encodage du texte (UTF-8, UTF-16, Windows-1252), pour que les accents soient justes. Un fichier qui n’est pas un texte, comme une image, est refusé avec une explication. À employer après une entrée de fichier. Astuce : reliez son texte à « Lire du CSV » pour obtenir un tableau.',
  },
  keywords: { en: 'document load text txt md csv json', fr: 'document charger texte txt md csv json' },
  icon: 'file-text',
  inputs: { file: file({ label: { en: 'File', fr: 'Fichier' }, field: 'file' }) },
  outputs: {
    text: text({ label: { en: 'Text', fr: 'Texte' } }),
    name: text({ label: { en: 'Name', fr: 'Nom' } }),
  },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  code: readFileCode,
  example: {
    inputs: { file: { fake: 'file', name: 'loom.md', text: '# The loom\n' } },
    outputs: { text: '# The loom\n', name: 'loom.md' },
  },
  async run({ inputs: { file: given }, services, signal }) {
    const bytes = await services.files.read(given, signal);
    return { text: decodeText(bytes, given.name), name: given.name };
  },
});
