import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureStarterModel, madeEncoder, writeGguf } from '@jacquard/local-llm/testing';
import { modelCallForm, modelCallSchema, runEventsSchema, tokenProbabilitiesSchema } from '@jacquard/protocol';
import { expect, test, vi } from 'vitest';
import { startUnderTest, temporaryFolder, type ServerUnderTest } from '../security/server-under-test.ts';

// Real models take their time where other tests run beside them, and may have to be fetched first.
vi.setConfig({ testTimeout: 120_000 });

/** A server without a network, with the starter model, a ranker of random weights, and a project of one document. */
async function start(): Promise<ServerUnderTest> {
  const { id, folder } = await ensureStarterModel();
  const projectFolder = temporaryFolder();
  const paragraphs = ['Tea is served at noon.', 'The loom is cleaned on Fridays.', 'Cards are kept in a box.'];
  writeFileSync(join(projectFolder, 'loom.md'), paragraphs.map((text) => `# ${text}\n\n${text}`).join('\n\n'));
  const server = await startUnderTest({ projectFolder, environment: { JACQUARD_NETWORK: 'none' } });
  const models = join(server.home, 'models');
  mkdirSync(models, { recursive: true });
  copyFileSync(join(folder, `${id}.gguf`), join(models, `${id}.gguf`));
  await writeGguf(join(models, 'ranker.gguf'), madeEncoder('reranking', { name: 'Ranker' }));
  return server;
}

async function traces(server: ServerUnderTest, runId: unknown, node: string) {
  const { json } = await server.ask(`/api/v1/runs/${String(runId)}/events?after=0`);
  const { events } = runEventsSchema.parse(json);
  return events.flatMap((event) => (event.type === 'step-trace' && event.node === node ? [event.item] : []));
}

const model = { from: 'model.model' };

test('a flow gets from local models what they can tell: ranks, scores, a bare completion, the chances of an answer', async () => {
  const server = await start();
  const id = await server.save({
    jacquard: 1,
    name: 'Local',
    nodes: {
      model: { type: 'models.chat-model', inputs: { temperature: 0, topK: 20, minP: 0.01, repeatPenalty: 1.1 } },
      files: { type: 'retrieval.load-files', inputs: { files: [{ file: 'loom.md' }] } },
      pieces: { type: 'retrieval.make-passages', inputs: { documents: { from: 'files.documents' } } },
      rank: {
        type: 'retrieval.rerank',
        inputs: {
          model: 'ranker',
          passages: { from: 'pieces.passages' },
          question: 'When is the loom cleaned?',
          top: 2,
        },
      },
      ranked: { type: 'io.json-output', inputs: { json: { from: 'rank.passages' } } },
      score: { type: 'models.score', inputs: { model, prompt: 'Is fire hot?', choices: ['yes', 'no', 'maybe'] } },
      scores: { type: 'io.table-output', inputs: { table: { from: 'score.probabilities' } } },
      go: { type: 'models.complete', inputs: { model, text: 'The capital of France is', maxTokens: 1 } },
      gone: { type: 'io.text-output', inputs: { text: { from: 'go.text' } } },
      ask: { type: 'models.chat', inputs: { model, prompt: 'Say hello.', maxTokens: 3, probabilities: true } },
      answer: { type: 'io.text-output', inputs: { text: { from: 'ask.answer' } } },
    },
  });
  const { json, text } = await server.invoke(id);
  expect([json.code, text.slice(0, 400)]).toEqual([undefined, expect.any(String)]);
  const outputs = json.outputs as {
    ranked: { metadata: { relevance: number } }[];
    scores: { rows: { probability: number }[] };
  }; // boundary: our own answer
  const figures = outputs.ranked.map(({ metadata }) => metadata.relevance);
  expect(figures).toHaveLength(2);
  expect(figures).toEqual(figures.toSorted((one, other) => other - one));
  expect(outputs.scores.rows.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 2);
  expect(json.outputs).toMatchObject({ gone: ' Paris' });

  const [call] = (await traces(server, json.runId, 'go')).filter(({ form }) => form === modelCallForm);
  expect(modelCallSchema.parse(call?.data)).toMatchObject({
    prompt: 'The capital of France is',
    messages: [],
    answers: [{ text: ' Paris', finish: 'length' }],
    outputTokens: 1,
    settings: { maxTokens: 1, topK: 20, minP: 0.01, repeatPenalty: 1.1 },
  });
  const [chances] = (await traces(server, json.runId, 'ask')).filter(({ form }) => form === 'token-probabilities');
  const { tokens } = tokenProbabilitiesSchema.parse(chances?.data);
  expect(tokens).toHaveLength(3);
  // At temperature 0 each is the likeliest of its place.
  expect(tokens.map(({ top }) => top[0]?.token)).toEqual(tokens.map(({ token }) => token));
});
