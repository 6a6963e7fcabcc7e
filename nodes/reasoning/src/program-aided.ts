import {
  codeInputs,
  component,
  defineNode,
  extractAnswer,
  number,
  Problem,
  renderTemplate,
  requireFinished,
  text,
  trace,
  type CallBound,
  type CodeOutcome,
} from '@jacquard/node-kit';
import { openAsker, type Asker } from './open-asker.ts';
import { answerOf, programPrompt, repairPrompt, withCall } from './program/program-answer.ts';
import { questionInput } from './question-input.ts';
import { spendingInputs } from './spending-inputs.ts';

const bound: CallBound = { calls: [{ factors: [1] }, { factors: [1, 'repairs'] }], tokens: 'maxTokens' };

/** Time and memory of a program, in milliseconds and bytes. */
const limits = { time: 10_000, memory: 256 * 1024 ** 2 };

/**
 * Program-aided language models (Gao et al. 2022, “PAL”): the model writes its reasoning as a program, and an interpreter does the
 * calculation. A program that fails may be repaired by the model, with the error in sight.
 */
export const programAided = defineNode({
  type: 'reasoning.program-aided',
  version: 1,
  title: { en: 'Program-aided (PAL)', fr: 'Raisonner par programme (PAL)' },
  summary: {
    en: 'Has the model write a program instead of an answer, and runs it.',
    fr: 'Fait écrire au modèle un programme plutôt qu’une réponse, et l’exécute.',
  },
  documentation: {
    en: 'After Gao et al. 2022. Models set out a calculation well and carry it out badly. Here the model writes a program whose names and comments are its reasoning, and the sandbox runs it: the answer is what its function `solution` returns, else the value of its last line, else what it printed last. The program runs without network, files or more than ten seconds. If it stops with an error, the model is shown the error and may repair it so many times; if it still fails, the node fails with that error, and never makes an answer up. It costs one call, and one for each repair. It helps with sums, dates, counting and anything that a short program decides; it doesn’t help with questions of knowledge or taste. A very small model writes programs that run and calculate something else: with the starter model, read the program before you believe the answer. Hint: say in the prompt in what unit the answer shall be.',
    fr: 'D’après Gao et al. 2022. Les modèles posent bien un calcul et l’effectuent mal. Ici le modèle écrit un programme dont les noms et les commentaires sont son raisonnement, et le bac à sable l’exécute : la réponse est ce que renvoie sa fonction `solution`, sinon la valeur de sa dernière ligne, sinon ce qu’il a affiché en dernier. Le programme tourne sans réseau, sans fichiers, et dix secondes au plus. S’il s’arrête sur une erreur, on la montre au modèle, qui peut le réparer tant de fois ; s’il échoue encore, le nœud échoue avec cette erreur, et n’invente jamais de réponse. Cela coûte un appel, plus un par réparation. Cela aide pour les calculs, les dates, les comptes et tout ce qu’un court programme décide ; cela n’aide pas pour des questions de connaissance ou de goût. Un très petit modèle écrit des programmes qui tournent et calculent autre chose : avec le modèle de départ, lisez le programme avant de croire la réponse. Astuce : dites dans le prompt dans quelle unité répondre.',
  },
  keywords: {
    en: 'code python calculate arithmetic interpreter program of thought',
    fr: 'code python calculer arithmétique interpréteur programme',
  },
  icon: 'square-code',
  inputs: {
    model: component('chat-model'),
    question: questionInput,
    language: codeInputs.language,
    repairs: number({
      label: { en: 'Most repairs', fr: 'Réparations au plus' },
      help: {
        en: 'So often the model may mend a program that fails.',
        fr: 'Combien de fois le modèle peut réparer un programme qui échoue.',
      },
      integer: true,
      min: 0,
      max: 10,
      default: 1,
    }),
    prompt: text({
      label: { en: 'Prompt', fr: 'Prompt' },
      help: {
        en: '{{question}} and {{language}} are filled in.',
        fr: '{{question}} et {{language}} sont remplis.',
      },
      multiline: true,
      default: programPrompt,
      advanced: true,
    }),
    ...spendingInputs(512),
  },
  bound,
  outputs: {
    answer: text({ label: { en: 'Answer', fr: 'Réponse' }, main: true }),
    program: text({ label: { en: 'Program', fr: 'Programme' } }),
    printed: text({ label: { en: 'Printed text', fr: 'Texte affiché' } }),
  },
  determinism: 'sampled',
  effects: 'none',
  reaches: 'model',
  example: {
    inputs: {
      model: {
        fake: 'chat-model',
        replies: ['```python\ndef solution():\n    yards = 23 - 20 + 6\n    return yards\n```'],
      },
      question: 'Of 23 yards of cloth 20 are sold, and 6 more are woven. How many are there?',
    },
    outputs: { answer: '9', printed: '' },
  },
  async *run({ inputs, seed, signal, services }) {
    const asker = openAsker(bound, { inputs, seed, signal });
    const { question, language } = inputs;
    yield asker.begin();
    let prompt = renderTemplate(inputs.prompt, { question, language: languageNames[language] });
    for (let trial = 1; ; trial++) {
      const name = `program ${trial}`;
      const written = await asker.ask(name, prompt);
      const program = (await extractAnswer(written, { kind: 'code', language })) ?? written;
      yield trace('trial', { trial, text: program, from: { call: name } });
      const outcome = await services.sandbox.run({ language, code: withCall(program), limits }, signal);
      const answer = outcome.ended === 'finished' ? answerOf(outcome) : undefined;
      yield trace('test-result', {
        trial,
        name: 'run',
        passed: answer !== undefined,
        message: answer ?? faultOf(outcome),
      });
      if (answer !== undefined) {
        yield asker.end(trial === 1 ? 'complete' : 'solved');
        return { answer, program, printed: outcome.stdout };
      }
      if (trial > inputs.repairs || !asker.budget.allows()) {
        yield asker.end(trial > inputs.repairs ? 'exhausted' : 'budget');
        throw failureOf(outcome, asker);
      }
      prompt = renderTemplate(repairPrompt, { prompt, program, fault: faultOf(outcome) });
    }
  },
});

const languageNames = { python: 'Python', javascript: 'JavaScript' } as const;

function faultOf({ ended, error }: CodeOutcome): string {
  if (ended === 'finished') return 'It gave nothing: neither a value nor printed text.';
  if (!error) return `It was ended: ${ended}.`;
  return `${error.line === undefined ? '' : `line ${error.line}: `}${error.name}: ${error.message}`.slice(0, 2000);
}

/** What the node fails with: never an answer that nobody calculated. */
function failureOf(outcome: CodeOutcome, { budget }: Asker): Problem {
  try {
    requireFinished(outcome, limits);
  } catch (error) {
    if (Problem.is(error)) return error;
  }
  return new Problem('reasoning-nothing-found', { answers: budget.spent.calls });
}
