import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FlowDocument } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { askFlow } from '../fixtures/ask-flow.ts';
import { startUnderTest, temporaryFolder } from './server-under-test.ts';

/** The flow names no base: a setting does, whose value is `rules` unless the operator says otherwise. */
function settingFlow(): FlowDocument {
  const flow = askFlow('rules');
  const library = { type: 'retrieval.knowledge-base', inputs: { knowledge: { setting: 'base', default: 'rules' } } };
  return { ...flow, nodes: { ...flow.nodes, library } };
}

test.each([true, false])(
  'where a setting says which base is searched, what any of them would send is asked for (imported flow: %s)',
  { timeout: 60_000 },
  async (imported) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'documents'));
    writeFileSync(join(folder, 'documents/code.txt'), 'La combinaison du coffre est 4711.');
    const embeddings = { url: 'https://embed.example/v1', model: 'm' };
    const server = await startUnderTest({ projectFolder: folder, environment: { JACQUARD_NETWORK: 'none' } });
    const flow = await server.save(settingFlow(), imported);
    const base = JSON.stringify({ 'jacquard-knowledge': 1, sources: ['documents/*'], embeddings });
    writeFileSync(join(folder, 'rules.knowledge.json'), base);
    const start = () =>
      server.ask(`/api/v1/flows/${flow}/runs`, {
        method: 'POST',
        body: { editor: true, inputs: { question: 'Quoi ?' } },
      });
    const consent = (reaches: readonly string[]) =>
      server.ask(`/api/v1/flows/${flow}/consent`, { method: 'POST', body: { reaches } });
    await consent(['knowledge:*']);
    const refused = await start();
    expect([refused.status, refused.json['code']]).toEqual([409, 'consent-needed']);
    expect(refused.text).toContain('https://embed.example');
    await consent(['address:https://embed.example']);
    expect((await start()).status).toBe(202);
  },
);

test('a base from elsewhere that sends its texts to a service isn’t built before a person has agreed', async () => {
  const folder = temporaryFolder();
  const server = await startUnderTest({ projectFolder: folder, environment: { JACQUARD_NETWORK: 'none' } });
  const embeddings = { url: 'https://embed.example/v1', model: 'm' };
  writeFileSync(
    join(folder, 'rules.knowledge.json'),
    JSON.stringify({ 'jacquard-knowledge': 1, sources: [], embeddings }),
  );
  const build = (body: object) => server.ask('/api/v1/knowledge-bases/rules/build', { method: 'POST', body });
  const refused = await build({});
  expect([refused.status, refused.json['code']]).toEqual([409, 'consent-needed']);
  expect(refused.text).toContain('https://embed.example');
  expect((await build({ agreed: true })).status).toBe(202);
});
