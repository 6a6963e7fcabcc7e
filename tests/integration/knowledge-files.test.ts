import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FlowDocument } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { upload } from '../fixtures/knowledge-requests.ts';
import { startUnderTest, temporaryFolder } from '../security/server-under-test.ts';

/** Loads files that the flow names in a list, without a knowledge base. */
function loadFlow(files: readonly { readonly file: string }[]): FlowDocument {
  return {
    jacquard: 1,
    name: 'Load',
    nodes: {
      load: { type: 'retrieval.load-files', inputs: { files: [...files] } },
      cut: { type: 'retrieval.make-passages', inputs: { documents: { from: 'load.documents' } } },
      words: { type: 'retrieval.passages-as-text', inputs: { passages: { from: 'cut.passages' } } },
      reply: { type: 'io.text-output', inputs: { text: { from: 'words.text' } } },
    },
  };
}

const texts = { 'a.txt': 'Le chat dort au premier étage.', 'b.md': '# Chien\n\nLe chien garde la porte.' };

test('files in a list are read, in a project folder and out of the store', { timeout: 60_000 }, async () => {
  const projectFolder = temporaryFolder();
  mkdirSync(join(projectFolder, 'texts'));
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(projectFolder, 'texts', name), text);
  const project = await startUnderTest({ projectFolder });
  const beside = await project.save(loadFlow([{ file: 'texts/a.txt' }, { file: 'texts/b.md' }]));
  const home = await startUnderTest();
  const stored = await home.save(loadFlow([]));
  const files: { file: string }[] = [];
  for (const [name, text] of Object.entries(texts)) {
    const { json } = await upload(home.ask, `/api/v1/flows/${stored}/files`, name, text);
    files.push(json['file'] as { file: string }); // boundary: our own answer
  }
  const document = loadFlow(files);
  await home.ask(`/api/v1/flows/${stored}`, { method: 'PUT', body: { document }, headers: { 'if-match': '*' } });
  for (const answer of [await project.invoke(beside), await home.invoke(stored)]) {
    const { reply } = answer.json['outputs'] as { reply: string }; // boundary: as above
    expect(reply).toContain('Le chat dort au premier étage.');
    expect(reply).toContain('Le chien garde la porte.');
  }
});
