import { choice, component, list, number, text } from '@jacquard/node-kit';
import { spendingInputs } from '../spending-inputs.ts';
import { optionalThoughtsInput } from './graph-ports.ts';
import { mostInput, readingInputs } from './reading-inputs.ts';

const sampling = { input: 'generator', equals: 'sample' } as const;
const proposing = { input: 'generator', equals: 'propose' } as const;

const fillIns = {
  en: '{{problem}}, {{thought}} (the one gone on from), {{sources}} (the first ones that it goes back to) and {{count}} are filled in.',
  fr: '{{problem}}, {{thought}} (celle qui est poursuivie), {{sources}} (les premières auxquelles elle remonte) et {{count}} sont remplis.',
};

/** What thoughts are generated from, and how. */
export const generateInputs = {
  model: component('chat-model'),
  problem: text({
    label: { en: 'Problem', fr: 'Problème' },
    help: { en: 'Empty: that of the thoughts.', fr: 'Vide : celui des pensées.' },
    multiline: true,
    optional: true,
  }),
  parts: list(text({ label: { en: 'Part', fr: 'Partie' } }), {
    label: { en: 'Parts', fr: 'Parties' },
    help: {
      en: 'Of the problem, already split: each is a first thought and is gone on with by itself.',
      fr: 'Du problème, déjà découpé : chacune est une première pensée, poursuivie à part.',
    },
    wireOnly: true,
    optional: true,
  }),
  thoughts: optionalThoughtsInput,
  generator: choice(
    {
      sample: { en: 'sampling: each thought an answer of its own', fr: 'échantillonnage : une réponse par pensée' },
      propose: {
        en: 'proposing: several thoughts in one answer',
        fr: 'proposition : plusieurs pensées en une réponse',
      },
    },
    { label: { en: 'Drawn by', fr: 'Obtenues par' }, default: 'sample', fieldOnly: true },
  ),
  count: number({
    label: { en: 'Each (k)', fr: 'Chacune (k)' },
    help: {
      en: 'How many come of the problem, or of each thought.',
      fr: 'Combien naissent du problème, ou de chaque pensée.',
    },
    integer: true,
    min: 1,
    max: 50,
    default: 3,
  }),
  samplePrompt: text({
    label: { en: 'Prompt', fr: 'Prompt' },
    help: fillIns,
    multiline: true,
    visibleWhen: sampling,
    default:
      '{{problem}}\n\n{{thought}}\n\nWrite the next thought that brings this closer to a solution, and nothing else.',
  }),
  proposePrompt: text({
    label: { en: 'Prompt', fr: 'Prompt' },
    help: fillIns,
    multiline: true,
    visibleWhen: proposing,
    default:
      '{{problem}}\n\n{{thought}}\n\nWrite up to {{count}} different next thoughts that bring this closer to a solution. One a line, nothing else.',
  }),
  ...readingInputs,
  most: mostInput,
  ...spendingInputs(256),
} as const;

export { proposing, sampling };
