import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { knowledgeDocumentSchema } from '@jacquard/flow';
import { createEmbeddingsService, createKnowledge, type SourceFile } from '@jacquard/knowledge';
import type { KnowledgeBase } from '@jacquard/node-kit';

/** The example knowledge bases, built afresh. */
export interface ExampleBases {
  readonly en: KnowledgeBase;
  readonly fr: KnowledgeBase;
  close(): Promise<void>;
}

const examples = new URL('../../../examples/', import.meta.url).pathname;

/** Builds both example bases with the product's own code, in a folder that goes when they are closed. Nothing is kept between runs. */
export async function openExampleBases(): Promise<ExampleBases> {
  const folder = mkdtempSync(join(tmpdir(), 'jacquard-bench-answers-'));
  const log = {
    info: () => undefined,
    warn: (fields: object, text: string) => say(`${text} ${JSON.stringify(fields)}`),
  };
  const offline = () => Promise.reject(new Error('offline'));
  const embeddings = createEmbeddingsService({ fetch: offline, local: { embeddings: offline }, log });
  const knowledge = createKnowledge({ indexFolder: folder, embeddings, log });
  const open = async (language: 'en' | 'fr', id: string): Promise<KnowledgeBase> => {
    const file = readFileSync(join(examples, language, `${id}.knowledge.json`), 'utf8');
    const document = knowledgeDocumentSchema.parse(JSON.parse(file));
    const base = knowledge.base(`bench-${language}`, id);
    await base.build({ document, sources: document.sources.flatMap((pattern) => sourcesOf(language, pattern)) });
    return base.asKnowledgeBase(document);
  };
  return {
    en: await open('en', 'handbook'),
    fr: await open('fr', 'reglement'),
    async close() {
      await knowledge.close();
      await embeddings.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** The files of `folder/*`: all that the examples need. */
function sourcesOf(language: string, pattern: string): SourceFile[] {
  const folder = pattern.replace(/\/\*$/, '');
  return readdirSync(join(examples, language, folder)).map((name) => {
    const path = join(examples, language, folder, name);
    const { size, mtimeMs } = statSync(path);
    return { source: `${folder}/${name}`, path, size, modified: Math.round(mtimeMs), stamp: `${size}-${mtimeMs}` };
  });
}
