import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseFlowText, Problem, type FlowDocument, type Input, type Language } from '@jacquard/flow';
import type { Example } from '@jacquard/protocol';
import { findBeside } from './project-files.ts';

/** The examples that come with the product; each language's folder is a project folder in itself. */
export const examplesFolder = join(import.meta.dirname, '../../../examples');

const flowSuffix = '.flow.json';

/** All examples of a language, in the order of their ids. Empty when there are none. */
export async function listExamples(language: Language, folder = examplesFolder): Promise<Example[]> {
  const names = await readdir(join(folder, language)).catch(() => []);
  const ids = names.filter((name) => name.endsWith(flowSuffix)).map((name) => name.slice(0, -flowSuffix.length));
  const documents = await Promise.all(
    ids.toSorted().map(async (id) => ({ id, flow: await read(folder, language, id) })),
  );
  return documents.flatMap(({ id, flow }) =>
    flow === undefined ? [] : [{ id, name: flow.name, description: flow.description ?? '', language }],
  );
}

/** An example's document, the files that it names, and where the knowledge bases lie that it names. */
export interface ReadExample {
  readonly document: FlowDocument;
  readonly files: readonly { readonly reference: string; readonly path: string }[];
  readonly folder: string;
}

/** Throws `example-not-found`. */
export async function readExample(id: string, language: Language, folder = examplesFolder): Promise<ReadExample> {
  const document = /^[a-z][a-z0-9-]*$/.test(id) ? await read(folder, language, id) : undefined;
  if (document === undefined) throw new Problem('example-not-found', { id });
  const references = [...new Set(filesNamed(document.nodes))];
  const files = await Promise.all(
    references.map(async (reference) => ({ reference, path: await findBeside(join(folder, language), reference) })),
  );
  const found = files.flatMap(({ reference, path }) => (path === undefined ? [] : [{ reference, path }]));
  return { document, files: found, folder: join(folder, language) };
}

async function read(folder: string, language: Language, id: string): Promise<FlowDocument | undefined> {
  const text = await readFile(join(folder, language, id + flowSuffix), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : parseFlowText(text).flow;
}

function filesNamed(nodes: FlowDocument['nodes']): string[] {
  return Object.values(nodes).flatMap((node) => [
    ...Object.values(node.inputs ?? {}).flatMap(filesOf),
    ...filesNamed(node.nodes ?? {}),
  ]);
}

function filesOf(input: Input): string[] {
  if (Array.isArray(input)) return input.flatMap(filesOf);
  return typeof input === 'object' && input !== null && 'file' in input ? [input.file] : [];
}
