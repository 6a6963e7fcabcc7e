import {
  boolean,
  component,
  conversationOf,
  defineNode,
  messages,
  number,
  text,
  type JsonValue,
  type TokenLogprob,
} from '@jacquard/node-kit';
import { instructions, temperatureInput } from './answer-inputs.ts';
import { chatCode } from './code/chat-code.ts';

/** How many of the likeliest tokens are told at each place of an answer. */
const alternatives = 5;

/** Sends a prompt to a chat model and streams the answer. */
export const chat = defineNode({
  type: 'models.chat',
  version: 1,
  title: { en: 'Chat', fr: 'Conversation' },
  summary: {
    en: 'Sends a prompt to a chat model and streams the answer.',
    fr: 'Envoie un prompt à un modèle de langage et affiche la réponse à mesure qu’elle s’écrit.',
  },
  documentation: {
    en: 'Asks a model once. The prompt is what it is asked; the conversation is what was said before; the instructions tell it who it is and how to answer. Use it wherever a model should write freely; for a fixed form take “Structured output”, for a label “Classify”. Hint: put what changes from run to run into the prompt, and what stays into the instructions.',
    fr: 'Interroge un modèle une fois. Le prompt est la question ; la conversation, ce qui a été dit avant ; les consignes lui disent qui il est et comment répondre. À employer partout où un modèle écrit librement ; pour une forme fixe, prenez « Sortie structurée », pour une étiquette, « Classer ». Astuce : mettez dans le prompt ce qui change d’une exécution à l’autre, et dans les consignes ce qui reste.',
  },
  keywords: { en: 'ask LLM generate answer completion', fr: 'demander LLM générer réponse' },
  icon: 'messages-square',
  inputs: {
    model: component('chat-model'),
    prompt: text({ label: { en: 'Prompt', fr: 'Prompt' }, multiline: true, optional: true }),
    messages: messages({
      label: { en: 'Conversation', fr: 'Conversation' },
      help: { en: 'What was said before the prompt.', fr: 'Ce qui a été dit avant le prompt.' },
      wireOnly: true,
      optional: true,
    }),
    system: text(instructions),
    temperature: temperatureInput,
    maxTokens: number({
      label: { en: 'Longest answer', fr: 'Longueur maximale' },
      unit: 'tokens',
      min: 1,
      integer: true,
      optional: true,
      advanced: true,
    }),
    seed: number({
      label: { en: 'Seed', fr: 'Graine' },
      help: {
        en: 'The same seed gives the same answer, where the model can.',
        fr: 'La même graine donne la même réponse, si le modèle le permet.',
      },
      min: 0,
      integer: true,
      optional: true,
      advanced: true,
    }),
    probabilities: boolean({
      label: { en: 'Show probabilities', fr: 'Montrer les probabilités' },
      help: {
        en: 'Shows with the run how likely each word of the answer was, and what else was likely. Takes about twice the time.',
        fr: 'Montre avec l’exécution à quel point chaque mot de la réponse était probable, et ce qui l’était aussi. Prend environ deux fois plus de temps.',
      },
      default: false,
      fieldOnly: true,
      advanced: true,
    }),
  },
  requiresOneOf: ['prompt', 'messages'],
  outputs: { answer: text({ label: { en: 'Answer', fr: 'Réponse' }, streams: true, main: true }) },
  determinism: 'sampled',
  effects: 'none',
  reaches: 'model',
  code: chatCode,
  example: {
    inputs: { model: { fake: 'chat-model', replies: ['Hello, weaver.'] }, prompt: 'Say hello to a weaver.' },
    outputs: { answer: 'Hello, weaver.' },
  },
  async *run({ inputs, seed, signal }) {
    const { model, temperature, maxTokens } = inputs;
    const logprobs = inputs.probabilities && model.capabilities.logprobs ? alternatives : undefined;
    const asked = { temperature, maxTokens, seed, signal, ...(logprobs !== undefined && { logprobs }) };
    const tokens: TokenLogprob[] = [];
    let answer = '';
    for await (const chunk of model.stream(conversationOf(inputs), asked)) {
      tokens.push(...(chunk.logprobs ?? []));
      if (chunk.text === '') continue;
      answer += chunk.text;
      yield { port: 'answer', delta: chunk.text };
    }
    if (tokens.length > 0) yield { trace: { form: 'token-probabilities', data: { tokens: tokens.map(asJson) } } };
    return { answer };
  },
});

function asJson({ token, logprob, top = [] }: TokenLogprob): JsonValue {
  return { token, logprob, top: top.map((one) => ({ ...one })) };
}
