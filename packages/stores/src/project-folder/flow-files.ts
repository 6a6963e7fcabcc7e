import { readdirSync } from 'node:fs';
import type { FlowDocument } from '@jacquard/flow';
import { fileProblem } from '../file-problem.ts';
import { isFlowId } from '../flow-id.ts';
import { flowFileEnding, readFlowFile, unreadable, type FlowFile } from './flow-file.ts';

/** The flow files of a folder, read again only when they changed. */
export interface FlowFiles {
  readonly folder: string;
  /** By id. Names that can't be ids are there, as broken. */
  list(): ReadonlyMap<string, FlowFile>;
  get(id: string): FlowFile | undefined;
  /** The document as it was when the file could last be read; an empty one if it never could. */
  lastGood(id: string): FlowDocument;
}

/** @param folder A real path. */
export function createFlowFiles(folder: string): FlowFiles {
  const known = new Map<string, FlowFile>();
  const good = new Map<string, FlowDocument>();

  function get(id: string): FlowFile | undefined {
    if (!isFlowId(id)) {
      const file = `${id}${flowFileEnding}`;
      return listNames(folder).includes(id)
        ? unreadable(folder, { code: 'flow-file-name', params: { file } })
        : undefined;
    }
    const file = readFlowFile(folder, id, known.get(id));
    if (file === undefined) {
      known.delete(id);
      return undefined;
    }
    known.set(id, file);
    if ('document' in file.content) good.set(id, file.content.document);
    return file;
  }

  return {
    folder,
    get,
    list() {
      const files = new Map<string, FlowFile>();
      for (const id of listNames(folder)) {
        const file = get(id);
        if (file !== undefined) files.set(id, file);
      }
      return files;
    },
    lastGood: (id) => good.get(id) ?? { jacquard: 1, name: id, nodes: {} },
  };
}

/** File names without their ending; hidden ones left out. */
function listNames(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(flowFileEnding) && !name.startsWith('.'))
      .map((name) => name.slice(0, -flowFileEnding.length))
      .sort();
  } catch (error) {
    throw fileProblem(error, folder);
  }
}
