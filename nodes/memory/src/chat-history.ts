import { choice, component, defineNode, messages, number } from '@jacquard/node-kit';
import { keepWithinTokens } from './keep-within-tokens.ts';
import { chatHistoryCode } from './code/chat-history-code.ts';

/** What was said in this conversation before the message that started the run. */
export const chatHistory = defineNode({
  type: 'memory.chat-history',
  version: 1,
  title: { en: 'Chat history', fr: 'Historique' },
  summary: {
    en: 'What was said in this conversation before.',
    fr: 'Ce qui a été dit auparavant dans cette conversation.',
  },
  documentation: {
    en: 'Gives the messages of the conversation in the chat panel, up to the one that started the run. Wire it to the conversation of a chat node, and the model remembers. A long history costs time and may not fit the model, so give the last messages only, or as many as fit a number of tokens. Outside a conversation it is empty. Hint: an edited question starts a branch, and each branch has its own history.',
    fr: 'Donne les messages de la conversation du panneau, jusqu’à celui qui a lancé l’exécution. Reliez-le à la conversation d’un nœud de conversation, et le modèle se souvient. Un long historique prend du temps et peut dépasser le modèle ; ne donnez donc que les derniers messages, ou autant qu’il en tient dans un nombre de tokens. Hors d’une conversation, il est vide. Astuce : une question modifiée ouvre une branche, et chaque branche a son propre historique.',
  },
  keywords: {
    en: 'memory remember conversation session context',
    fr: 'mémoire souvenir conversation session contexte',
  },
  icon: 'history',
  inputs: {
    keep: choice(
      {
        all: { en: 'everything', fr: 'tout' },
        last: { en: 'the last messages', fr: 'les derniers messages' },
        tokens: { en: 'as much as fits', fr: 'autant qu’il en tient' },
      },
      { label: { en: 'Give', fr: 'Donner' }, default: 'last', fieldOnly: true },
    ),
    count: number({
      label: { en: 'Messages', fr: 'Messages' },
      default: 10,
      min: 0,
      max: 1000,
      integer: true,
      optional: true,
      visibleWhen: { input: 'keep', equals: 'last' },
    }),
    tokens: number({
      label: { en: 'Tokens', fr: 'Tokens' },
      help: {
        en: 'Counted by the model if one is wired, else estimated at four characters each.',
        fr: 'Comptés par le modèle s’il est relié, sinon estimés à quatre caractères chacun.',
      },
      default: 1000,
      min: 0,
      max: 1_000_000,
      integer: true,
      unit: 'tokens',
      optional: true,
      visibleWhen: { input: 'keep', equals: 'tokens' },
    }),
    model: component('chat-model', {
      help: { en: 'Counts the tokens.', fr: 'Compte les tokens.' },
      optional: true,
      advanced: true,
    }),
  },
  outputs: { messages: messages({ label: { en: 'Messages', fr: 'Messages' } }) },
  determinism: 'external',
  effects: 'none',
  reaches: 'nothing',
  code: chatHistoryCode,
  example: {
    inputs: { keep: 'last', count: 2 },
    history: [
      { role: 'user', content: 'Hello' },
      { role: 'assistant', content: 'Good day.' },
      { role: 'user', content: 'I am Ada.' },
      { role: 'assistant', content: 'Hello, Ada.' },
    ],
    outputs: {
      messages: [
        { role: 'user', content: 'I am Ada.' },
        { role: 'assistant', content: 'Hello, Ada.' },
      ],
    },
  },
  async run({ inputs: { keep, count = 10, tokens = 1000, model }, services, signal }) {
    const history = await services.sessions.history(signal);
    if (keep === 'all') return { messages: history };
    if (keep === 'last') return { messages: count === 0 ? [] : history.slice(-count) };
    const countTokens = model?.countTokens?.bind(model);
    return { messages: await keepWithinTokens(history, tokens, countTokens, signal) };
  },
});
