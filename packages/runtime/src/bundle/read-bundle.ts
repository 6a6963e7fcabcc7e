import { readdir, readFile, stat } from 'node:fs/promises';
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
import { bundleLimits, tooLarge } from './bundle-problem.ts';

const ending = '.flow.json';

/** What a bundle holds. The first flow is the one that it was made for. */
export interface BundleContent {
  readonly flows: readonly { readonly id: string; readonly document: FlowDocument }[];
  /** Ids of the knowledge bases that the flows name and the bundle has. */
  readonly knowledge: readonly string[];
}

/**
 * Reads an unpacked bundle without keeping anything of it. Throws `flow-invalid` with the issues of a flow that is none,
 * `bundle-without-flow` unless one flow is run by no other, `bundle-too-large`, and why a knowledge base's file can't be read.
 */
export async function readBundle(folder: string, descriptors: Descriptors): Promise<BundleContent> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending)).toSorted();
  await requireSmall(folder, names);
  const flows = await Promise.all(
    names.map(async (name) => ({ id: name.slice(0, -ending.length), document: await readFlow(folder, name) })),
  );
  const called = new Set(flows.flatMap(({ document }) => namedInFlow(document, descriptors, 'flow')));
  const roots = flows.filter(({ id }) => !called.has(id));
  const [main] = roots;
  if (main === undefined || roots.length > 1) throw new Problem('bundle-without-flow', { flows: roots.length });
  const named = new Set(flows.flatMap(({ document }) => namedInFlow(document, descriptors, 'knowledge')));
  const knowledge: string[] = [];
  let left: number = bundleLimits.bytes;
  for (const id of named) {
    const bytes = await bytesOfKnowledge(folder, id);
    if (bytes === undefined) continue;
    left -= bytes;
    // Several bases may name the same documents, and each gets its own copy.
    if (left < 0) throw tooLarge('archive-bytes', { bytes: bundleLimits.bytes });
    knowledge.push(id);
  }
  return { flows: [main, ...flows.filter((flow) => flow !== main)], knowledge };
}

async function readFlow(folder: string, name: string): Promise<FlowDocument> {
  const { flow, issues } = parseFlowText(await readFile(join(folder, name), 'utf8'));
  if (flow === undefined) throw new Problem('flow-invalid', { file: name, issues: issues as unknown as JsonValue }); // boundary: issues are JSON
  return flow;
}

/** They are parsed whole, in memory, and many times as large there. */
async function requireSmall(folder: string, names: readonly string[]): Promise<void> {
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  const bytes = bundleLimits.flowBytes;
  if (sizes.reduce((sum, size) => sum + size, 0) > bytes) throw tooLarge('archive-bytes', { bytes });
}

/** Of its documents; undefined when the bundle doesn't have the base. */
async function bytesOfKnowledge(folder: string, id: string): Promise<number | undefined> {
  try {
    const { sources } = await readKnowledgeFolder(folder, id);
    return sources.reduce((sum, { size }) => sum + size, 0);
  } catch (error) {
    if (Problem.is(error) && error.code === 'knowledge-not-found') return undefined;
    throw error;
  }
}
