import { component, defineNode, text, trace, type CallBound } from '@jacquard/node-kit';
import { openAsker } from './open-asker.ts';
import { questionInput } from './question-input.ts';
import { spendingInputs } from './spending-inputs.ts';
import { streamAnswer } from './stream-answer.ts';

const bound: CallBound = { calls: [{ factors: [2] }], tokens: 'maxTokens' };

const identityPrompt = (question: string): string =>
  `For each instruction, write a high-quality description about the most capable and suitable agent to answer the instruction. In second person perspective.

[Instruction]: Explain to a beginner why the warp threads of a cloth must all have the same tension.
[Agent Description]: You are a master weaver who has set up hand looms for thirty years and taught apprentices. You know how threads behave under tension, which faults in a cloth come from it, and how to explain it with what a beginner can see and feel.

[Instruction]: ${question}
[Agent Description]:`;

/**
 * ExpertPrompting (Xu et al. 2023, “ExpertPrompting: Instructing Large Language Models to be Distinguished Experts”): the model first writes
 * the identity of the expert whom the question needs, then answers as that expert; or in a role that a person gives.
 */
export const expert = defineNode({
  type: 'reasoning.expert',
  version: 1,
  title: { en: 'Answer as an expert', fr: 'Répondre en expert' },
  summary: {
    en: 'Has the model describe the expert whom a question needs, and answer as that expert.',
    fr: 'Fait décrire au modèle l’expert qu’il faut à une question, puis répondre comme lui.',
  },
  documentation: {
    en: 'After Xu et al. 2023. Told in detail who it is, a model answers in more depth and in a fitting tone; and it can write that description itself. Without a role it costs two calls: one for the expert’s identity, one for the answer. With a role of your own (“a notary in a small town”) it costs one. It helps with explanations and advice from large models; it doesn’t make facts truer, and it doesn’t help with sums. The starter model answers as it would anyway, and sometimes goes on describing the expert instead. Hint: read the identity in the output; a good one makes a good role to keep.',
    fr: 'D’après Xu et al. 2023. Si on lui dit en détail qui il est, un modèle répond avec plus de profondeur et dans un ton qui convient ; et il peut écrire lui-même cette description. Sans rôle, cela coûte deux appels : l’un pour l’identité de l’expert, l’autre pour la réponse. Avec un rôle à vous (« un notaire dans une petite ville »), un seul. Cela aide pour des explications et des conseils de grands modèles ; cela ne rend pas les faits plus vrais, et n’aide pas pour le calcul. Le modèle de départ répond comme il l’aurait fait de toute façon, ou continue parfois à décrire l’expert. Astuce : lisez l’identité dans la sortie ; une bonne fait un bon rôle à garder.',
  },
  keywords: {
    en: 'ExpertPrompting role persona identity specialist',
    fr: 'ExpertPrompting rôle personnage identité spécialiste',
  },
  icon: 'graduation-cap',
  inputs: {
    model: component('chat-model'),
    question: questionInput,
    role: text({
      label: { en: 'Role', fr: 'Rôle' },
      help: {
        en: 'Who answers. Empty: the model describes the expert itself.',
        fr: 'Qui répond. Vide : le modèle décrit lui-même l’expert.',
      },
      placeholder: { en: 'a notary in a small town', fr: 'un notaire dans une petite ville' },
      multiline: true,
      optional: true,
    }),
    ...spendingInputs(256),
  },
  bound,
  outputs: {
    answer: text({ label: { en: 'Answer', fr: 'Réponse' }, streams: true, main: true }),
    identity: text({ label: { en: 'Identity of the expert', fr: 'Identité de l’expert' } }),
  },
  determinism: 'sampled',
  effects: 'none',
  reaches: 'model',
  example: {
    inputs: {
      model: { fake: 'chat-model', replies: ['You are a dyer of silk.', 'Boil it with alum first.'] },
      question: 'How do I dye silk with madder?',
    },
    outputs: { answer: 'Boil it with alum first.', identity: 'You are a dyer of silk.' },
  },
  async *run({ inputs, seed, signal }) {
    const { question, role = '' } = inputs;
    const asker = openAsker(bound, { inputs, seed, signal });
    yield asker.begin();
    const isGiven = role.trim() !== '';
    const isCut = !isGiven && !asker.budget.allows(2);
    const identity = isGiven
      ? identityOf(role)
      : isCut
        ? ''
        : await asker.ask('identity', identityPrompt(question), { stop: ['\n['] });
    const parents = identity === '' ? [] : ['identity'];
    if (identity !== '') yield identityThought(identity, isGiven);
    const prompt =
      identity === ''
        ? question
        : `${identity}\n\nNow given the above identity background, please answer the following instruction:\n\n${question}`;
    const answer = yield* streamAnswer(asker, 'answer', prompt);
    yield trace('thought', {
      id: 'answer',
      parents,
      depth: parents.length + 1,
      text: answer.trim(),
      from: { call: 'answer' },
    });
    yield asker.end(isCut ? 'budget' : 'complete');
    return { answer, identity };
  },
});

/** A role becomes a sentence; what is one already stays. */
function identityOf(role: string): string {
  const given = role.trim();
  return /^(?:you\b|vous\b|tu\b)/iu.test(given) ? given : `You are ${given.replace(/\.$/u, '')}.`;
}

function identityThought(identity: string, isGiven: boolean) {
  return trace('thought', {
    id: 'identity',
    parents: [],
    depth: 1,
    text: identity,
    by: isGiven ? 'person' : 'model',
    from: isGiven ? undefined : { call: 'identity' },
  });
}
