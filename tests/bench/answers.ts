import { createLocalModels } from '@jacquard/local-llm';
import { ensureStarterModel } from '@jacquard/local-llm/testing';
import { askQuestion } from './answers/ask-question.ts';
import { judgeAnswer, type Judgement } from './answers/judge-answer.ts';
import { judgeWriting } from './answers/judge-writing.ts';
import { openExampleBases } from './answers/open-bases.ts';
import { printFailing, printJudgements } from './answers/print-judgements.ts';
import { readQuestions } from './answers/read-questions.ts';

/**
 * How well answers with sources answer: own questions on the two example bases, and marks on what the starter model wrote.
 * `JACQUARD_BENCH_FAILING=1` prints what fails of the half to tune; `JACQUARD_BENCH_MODEL=none` leaves the model out.
 */
const showsFailing = process.env['JACQUARD_BENCH_FAILING'] === '1';
const log = { info: () => undefined, warn: () => undefined };
const fetch = () => Promise.reject(new Error('offline'));

await judgeWriting(showsFailing);

const starter = process.env['JACQUARD_BENCH_MODEL'] === 'none' ? undefined : await ensureStarterModel();
const models = starter && createLocalModels({ folder: starter.folder, fetch, environment: {}, log });
const model = starter && (await models?.chat(starter.id, { temperature: 0 }));
const bases = await openExampleBases();
try {
  for (const language of ['en', 'fr'] as const) {
    const judgements: Judgement[] = [];
    for (const question of readQuestions(language)) {
      judgements.push(judgeAnswer(question, await askQuestion(question, bases[language], model)));
    }
    printJudgements(language, judgements);
    if (showsFailing) printFailing(judgements);
  }
} finally {
  await bases.close();
  await models?.close();
}
