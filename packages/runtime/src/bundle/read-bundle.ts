import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  namedInFlow,
  parseFlowText,
  Problem,
  type Descriptors,
  type FlowDocument,
  type JsonValue,
} from '@jacquard/flow';
import { readKnowledgeFolder } from '@jacquard/stores';

const ending = '.flow.json';

/** What a bundle holds. The first flow is the one that it was made for. */
export interface BundleContent {
  readonly flows: readonly { readonly id: string; readonly document: FlowDocument }[];
  /** Ids of the knowledge bases that the flows name and the bundle has. */
  readonly knowledge: readonly string[];
}

/**
 * Reads an unpacked bundle without keeping anything of it. Throws `flow-invalid` with the issues of a flow that is none,
 * `bundle-without-flow` unless one flow is run by no other, and why a knowledge base's file can't be read.
 */
export async function readBundle(folder: string, descriptors: Descriptors): Promise<BundleContent> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending)).toSorted();
  const flows = await Promise.all(
    names.map(async (name) => ({ id: name.slice(0, -ending.length), document: await readFlow(folder, name) })),
  );
  const called = new Set(flows.flatMap(({ document }) => namedInFlow(document, descriptors, 'flow')));
  const roots = flows.filter(({ id }) => !called.has(id));
  const [main] = roots;
  if (main === undefined || roots.length > 1) throw new Problem('bundle-without-flow', { flows: roots.length });
  const named = new Set(flows.flatMap(({ document }) => namedInFlow(document, descriptors, 'knowledge')));
  const knowledge: string[] = [];
  for (const id of named) if (await hasKnowledge(folder, id)) knowledge.push(id);
  return { flows: [main, ...flows.filter((flow) => flow !== main)], knowledge };
}

async function readFlow(folder: string, name: string): Promise<FlowDocument> {
  const { flow, issues } = parseFlowText(await readFile(join(folder, name), 'utf8'));
  if (flow === undefined) throw new Problem('flow-invalid', { file: name, issues: issues as unknown as JsonValue }); // boundary: issues are JSON
  return flow;
}

async function hasKnowledge(folder: string, id: string): Promise<boolean> {
  try {
    await readKnowledgeFolder(folder, id);
    return true;
  } catch (error) {
    if (Problem.is(error) && error.code === 'knowledge-not-found') return false;
    throw error;
  }
}
