import { component, defineNode, number, Problem, table, text } from '@jacquard/node-kit';
import { inputOf, readAs } from './read-as.ts';

/** A text as a model takes it apart. */
export const tokens = defineNode({
  type: 'teaching.tokens',
  version: 1,
  title: { en: 'Tokens', fr: 'Tokens d’un texte' },
  summary: {
    en: 'Takes a text apart into the tokens that a model reads.',
    fr: 'Décompose un texte en tokens, tels qu’un modèle les lit.',
  },
  documentation: {
    en: 'A model reads numbers: each stands for a token, a word or a piece of one, of its own vocabulary. This node lists them with their numbers and exact bytes. Use it to see why a language, a name or a figure takes more tokens than it seems, and what a chat form puts around a message. Hint: the same text through two models shows how their vocabularies differ.',
    fr: 'Un modèle lit des nombres : chacun désigne un token, un mot ou un morceau de mot, de son propre vocabulaire. Ce nœud les liste avec leurs numéros et leurs octets exacts. À employer pour voir pourquoi une langue, un nom ou un chiffre prend plus de tokens qu’il n’y paraît, et ce qu’une forme de conversation met autour d’un message. Astuce : le même texte dans deux modèles montre en quoi leurs vocabulaires diffèrent.',
  },
  keywords: {
    en: 'tokenizer tokenise count vocabulary bytes pieces',
    fr: 'tokenizer découper compter vocabulaire octets morceaux',
  },
  icon: 'puzzle',
  inputs: {
    model: component('chat-model'),
    text: text({ label: { en: 'Text', fr: 'Texte' }, multiline: true }),
    form: readAs,
  },
  outputs: {
    tokens: table({
      label: { en: 'Tokens', fr: 'Tokens' },
      help: {
        en: 'A token that is a part of a character shows as �; its bytes are exact.',
        fr: 'Un token qui est une partie d’un caractère s’affiche � ; ses octets sont exacts.',
      },
      main: true,
    }),
    count: number({ label: { en: 'Number of tokens', fr: 'Nombre de tokens' } }),
  },
  determinism: 'pure',
  effects: 'none',
  reaches: 'model',
  example: {
    inputs: { model: { fake: 'chat-model', replies: [''] }, text: 'one two' },
    outputs: {
      count: 2,
      tokens: {
        columns: ['id', 'text', 'bytes'],
        rows: [
          { id: 0, text: 'one', bytes: '6f 6e 65' },
          { id: 1, text: ' two', bytes: '20 74 77 6f' },
        ],
      },
    },
  },
  async run({ inputs, signal }) {
    const { model, form } = inputs;
    if (!model.tokenize) throw new Problem('model-insides-closed', { model: model.name });
    const found = await model.tokenize(inputOf(inputs.text, form), signal);
    const rows = found.map(({ id, text: token, bytes }) => ({
      id,
      text: token,
      bytes: bytes.replaceAll(/(..)(?=.)/g, '$1 '),
    }));
    return { tokens: { columns: ['id', 'text', 'bytes'], rows }, count: rows.length };
  },
});
