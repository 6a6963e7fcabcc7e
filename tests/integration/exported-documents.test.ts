import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serialiseFlow, type FlowDocument } from '@jacquard/flow';
import { examplesFolder } from '@jacquard/runtime';
import { expect, test } from 'vitest';
import { upload } from '../fixtures/knowledge-requests.ts';
import { startUnderTest, temporaryFolder, type ServerUnderTest } from '../security/server-under-test.ts';

const secret = 'sk-canary-0123456789-secret';
const patience = { timeout: 180_000 };

/** A flow that names secrets, settings and texts that are hard to keep. */
const hard: FlowDocument = {
  jacquard: 1,
  name: 'Hard “to” keep — é\u0301 \u2028 \u{1f9f5}',
  nodes: {
    given: { type: 'io.text-input', inputs: { default: { setting: 'house-rule', default: 'none' } } },
    model: {
      type: 'models.openai-compatible',
      inputs: { baseUrl: 'https://models.test/v1', model: 'm', key: 'house-key' },
    },
    chat: {
      type: 'models.chat',
      inputs: {
        model: { from: 'model.model' },
        prompt: { from: 'given.text' },
        system: { lines: ['one', '', ' two  '] },
      },
    },
    notes: { type: 'data.read-file', inputs: { file: { file: 'documents/notes é.txt' } } },
    reply: { type: 'io.text-output', inputs: { text: { from: 'chat.answer' } } },
    notice: { type: 'io.text-output', inputs: { text: { from: 'notes.text' } } },
  },
  layout: { nodes: { given: { x: -3, y: 7 } } },
};

/** The examples of a language and the hard flow, in a folder of their own. */
function projectFolder(language: string): string {
  const folder = temporaryFolder();
  cpSync(join(examplesFolder, language), folder, { recursive: true });
  mkdirSync(join(folder, 'documents'), { recursive: true });
  writeFileSync(join(folder, 'documents/notes é.txt'), 'Closed on Mondays.\r\n');
  writeFileSync(join(folder, 'hard.flow.json'), serialiseFlow(hard));
  return folder;
}

async function bundleOf({ url }: ServerUnderTest, id: string): Promise<Buffer> {
  const answer = await fetch(`${url}/api/v1/flows/${id}/bundle`);
  expect([id, answer.status]).toEqual([id, 200]);
  return Buffer.from(await answer.arrayBuffer());
}

/** Every file of a folder as it lies there, by path. */
function contentOf(server: ServerUnderTest): ReadonlyMap<string, string> {
  const folder = server.runtime.configuration.projectFolder ?? '';
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length + 1), readFileSync(path).toString('latin1')] as const;
    }),
  );
}

/** Takes a flow's bundle into an empty folder; what lies there then. */
async function moveTo(id: string, from: ServerUnderTest) {
  const to = await startUnderTest({ projectFolder: temporaryFolder() });
  const taken = await upload(to.ask, '/api/v1/bundles', `${id}.zip`, await bundleOf(from, id));
  expect([id, taken.status, taken.json]).toMatchObject([id, 201, { id, imported: true }]);
  return { server: to, content: contentOf(to) };
}

test.each([
  ['en', ['hello-model', 'for-each-row', 'extract-a-table', 'sort-my-tickets', 'hard']],
  ['fr', ['route-a-question', 'summarise-a-file', 'hard']],
] as const)(
  'flows in %s that are exported and imported are the same bytes, and carry no secret',
  patience,
  async (language, ids) => {
    const environment = {
      JACQUARD_SECRET_HOUSE_KEY: secret,
      JACQUARD_SETTING_HOUSE_RULE: secret,
      OPENAI_API_KEY: secret,
    };
    const one = await startUnderTest({ projectFolder: projectFolder(language), environment });
    const before = contentOf(one);
    for (const id of ids) {
      const { server, content } = await moveTo(id, one);
      // Files go into a folder of the flow's own, which nothing that runs in the project looks into.
      const flow = (content.get(`${id}.flow.json`) ?? '').replaceAll(`"${id}-files/`, '"');
      expect([id, flow]).toEqual([id, before.get(`${id}.flow.json`)]);
      const files = [...content].filter(([path]) => path.startsWith(`${id}-files/`));
      for (const [path, bytes] of files) expect([path, bytes]).toEqual([path, before.get(path.slice(id.length + 7))]);
      expect([id, files.length > 0]).toEqual([id, /"file": "/u.test(flow)]);
      expect([...content.values()].some((bytes) => bytes.includes(secret))).toBe(false);
      expect((await moveTo(id, server)).content).toEqual(content);
    }
  },
);
