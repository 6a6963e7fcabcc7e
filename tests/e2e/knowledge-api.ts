import { knowledgeBaseSchema, type KnowledgeBaseState } from '@jacquard/protocol';
import { vi } from 'vitest';
import type { NamedFile } from '../fixtures/reading-room.ts';

async function request(url: string, options?: RequestInit): Promise<unknown> {
  const answer = await fetch(url, options);
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** A knowledge base as the server has it. */
export async function storedBase(url: string, id: string): Promise<KnowledgeBaseState> {
  return knowledgeBaseSchema.parse(await request(`${url}/api/v1/knowledge-bases/${id}`));
}

/** Makes a knowledge base of these files, waits until all are read or have failed, and returns its id. */
export async function createBase(url: string, name: string, files: readonly NamedFile[]): Promise<string> {
  const created = await request(`${url}/api/v1/knowledge-bases`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name }),
  });
  const { id } = knowledgeBaseSchema.parse(created);
  for (const file of files) {
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array(Buffer.from(file.content))]), file.name);
    const path = encodeURIComponent(file.name);
    await request(`${url}/api/v1/knowledge-bases/${id}/files?path=${path}`, { method: 'POST', body });
  }
  await vi.waitFor(
    async () => {
      const states = (await storedBase(url, id)).files.map(({ state }) => state);
      if (states.some((state) => state !== 'ready' && state !== 'failed')) throw new Error(states.join(' '));
    },
    { timeout: 60_000 },
  );
  return id;
}
