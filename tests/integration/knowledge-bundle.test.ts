import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serialiseFlow, type FlowDocument } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { askFlow } from '../fixtures/ask-flow.ts';
import { upload } from '../fixtures/knowledge-requests.ts';
import { startUnderTest, temporaryFolder, type ServerUnderTest } from '../security/server-under-test.ts';

const question = 'Combien de livres peut-on emprunter ?';
const patience = { timeout: 90_000 };

/** A flow that asks a base, runs another flow and reads a file of its own. */
const whole: FlowDocument = {
  ...askFlow('reglement'),
  nodes: {
    ...askFlow('reglement').nodes,
    notes: { type: 'data.read-file', inputs: { file: { file: 'notes/avis.txt' } } },
    greet: { type: 'control.sub-flow', inputs: { flow: 'greet' } },
    greeting: { type: 'io.text-output', inputs: { text: { from: 'greet.reply' } } },
    notice: { type: 'io.text-output', inputs: { text: { from: 'notes.text' } } },
  },
};

const greet: FlowDocument = {
  jacquard: 1,
  name: 'Greet',
  nodes: {
    hello: { type: 'prompts.template', inputs: { template: 'Bonjour.' } },
    reply: { type: 'io.text-output', inputs: { text: { from: 'hello.text' } } },
  },
};

/** The folder as a person has it under version control. */
function projectFolder(): string {
  const folder = temporaryFolder();
  for (const name of ['documents', 'notes']) mkdirSync(join(folder, name));
  const rules = join(folder, 'documents/pret.md');
  writeFileSync(rules, '# Prêt\n\nChaque lecteur peut emprunter douze livres pour trois semaines.\n');
  utimesSync(rules, new Date(), new Date('2024-03-01T10:00:00Z'));
  writeFileSync(join(folder, 'documents/chat.txt'), 'Le chat de la bibliothèque dort au premier étage.');
  writeFileSync(join(folder, 'notes/avis.txt'), 'Fermé le lundi.');
  const base = { 'jacquard-knowledge': 1, name: 'Règlement', sources: ['documents/*'] };
  writeFileSync(join(folder, 'reglement.knowledge.json'), JSON.stringify(base));
  writeFileSync(join(folder, 'ask.flow.json'), serialiseFlow(whole));
  writeFileSync(join(folder, 'greet.flow.json'), serialiseFlow(greet));
  return folder;
}

async function bundleOf({ url }: ServerUnderTest, id: string): Promise<Buffer> {
  const answer = await fetch(`${url}/api/v1/flows/${id}/bundle`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
  return Buffer.from(await answer.arrayBuffer());
}

async function answerOf(server: ServerUnderTest, id: string): Promise<unknown> {
  const { json } = await server.invoke(id, { question });
  return json['outputs'];
}

async function consent(server: ServerUnderTest, id: string): Promise<readonly string[]> {
  const { reaches } = (await server.ask(`/api/v1/flows/${id}/reach`)).json as { reaches: Record<string, string>[] }; // boundary: our own answer
  const names = reaches.map(({ kind, name }) => `${String(kind)}:${String(name)}`);
  await server.ask(`/api/v1/flows/${id}/consent`, { method: 'POST', body: { reaches: names } });
  return names;
}

test('a bundle opens in another home and answers the same, once a person has agreed', patience, async () => {
  const one = await startUnderTest({ projectFolder: projectFolder() });
  await consent(one, 'ask');
  const before = await answerOf(one, 'ask');
  expect(before).toMatchObject({ greeting: 'Bonjour.', notice: 'Fermé le lundi.' });
  expect((before as { reply: string }).reply).toContain('douze livres'); // boundary: as above
  const other = await startUnderTest();
  const taken = await upload(other.ask, '/api/v1/bundles', 'ask.zip', await bundleOf(one, 'ask'));
  expect([taken.status, taken.json]).toMatchObject([201, { id: 'ask', imported: true }]);
  const refused = await other.ask('/api/v1/flows/ask/runs', {
    method: 'POST',
    body: { inputs: { question }, editor: true },
  });
  expect([refused.status, refused.json['code']]).toEqual([409, 'consent-needed']);
  expect((await other.ask('/api/v1/knowledge-bases/reglement')).json).toMatchObject({ state: 'stale', passages: 0 });
  expect(await consent(other, 'ask')).toContain('knowledge:reglement');
  const after = await answerOf(other, 'ask');
  const moved = JSON.stringify(before).replaceAll('documents/', 'reglement/');
  expect(JSON.stringify(after)).toBe(moved);
  // From home to home nothing changes at all: not even the zip, but for ids and when flows were saved.
  const third = await startUnderTest();
  await upload(third.ask, '/api/v1/bundles', 'ask.zip', await bundleOf(other, 'ask'));
  await consent(third, 'ask');
  expect(await answerOf(third, 'ask')).toEqual(after);
});

test(
  'ids that are taken become other ones, in the flows, too, and what is there stays as it is',
  patience,
  async () => {
    const one = await startUnderTest({ projectFolder: projectFolder() });
    const zip = await bundleOf(one, 'ask');
    const other = await startUnderTest({ projectFolder: projectFolder() });
    const folder = other.runtime.configuration.projectFolder ?? '';
    writeFileSync(join(folder, 'documents/pret.md'), '# Prêt\n\nRien ne se prête.\n');
    writeFileSync(join(folder, 'notes/avis.txt'), 'Ouvert le lundi.');
    const taken = await upload(other.ask, '/api/v1/bundles', 'ask.zip', zip);
    expect([taken.status, taken.json['id']]).toEqual([201, 'ask-2']);
    const document = JSON.stringify(taken.json['document']);
    for (const name of ['"knowledge":"reglement-2"', '"flow":"greet-2"', '"file":"ask-2-files/notes/avis.txt"'])
      expect(document).toContain(name);
    await consent(other, 'ask-2');
    expect(await answerOf(other, 'ask-2')).toMatchObject({ notice: 'Fermé le lundi.', greeting: 'Bonjour.' });
    expect(readFileSync(join(folder, 'notes/avis.txt'), 'utf8')).toBe('Ouvert le lundi.');
    expect(readFileSync(join(folder, 'documents/pret.md'), 'utf8')).toContain('Rien ne se prête');
  },
);
