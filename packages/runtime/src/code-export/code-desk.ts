import type { NodeRegistry, Resolver } from '@jacquard/executor';
import { Problem, type FileValue, type FlowDocument, type Language } from '@jacquard/flow';
import type { ExportedCode } from '@jacquard/protocol';
import type { Space, Stores } from '@jacquard/stores';
import type { FlowDesk } from '../flow-desk.ts';
import { exportFlow, type CodeExportContext } from './export-flow.ts';

export interface CodeDeskSources {
  readonly space: Space;
  readonly flows: Pick<FlowDesk, 'subFlows'>;
  readonly files: Pick<Stores['files'], 'read'>;
  readonly resolver: Pick<Resolver, 'file'>;
  readonly registry: NodeRegistry;
}

/** A flow that is to be written as a program. `flows`: the documents of those it calls, where they aren't the space's own. */
export interface FlowToExport {
  readonly flowId: string;
  readonly document: FlowDocument;
  readonly flows?: Readonly<Record<string, FlowDocument>> | undefined;
}

/** Bytes of a file that goes along with a program. */
const mostBytes = 2_000_000;

/** Writes a space's flows as programs of their own. Runs nothing of them. */
export class CodeDesk {
  readonly #sources: CodeDeskSources;

  constructor(sources: CodeDeskSources) {
    this.#sources = sources;
  }

  /** See `exportFlow`. `language` is that of what people read beside the code. */
  async write({ flowId, document, flows }: FlowToExport, language: Language): Promise<ExportedCode> {
    const { registry } = this.#sources;
    const called = flows === undefined ? await this.#sources.flows.subFlows(document) : new Map(Object.entries(flows));
    const { files, problems } = await exportFlow(document, {
      registry,
      flow: (id) => called.get(id),
      readFile: (file) => this.#readFile(flowId, file),
      language,
    });
    return { files, problems: problems.map((problem) => ({ ...problem, params: { ...problem.params } })) };
  }

  async #readFile(
    flowId: string,
    { flow, reference }: Parameters<CodeExportContext['readFile']>[0],
  ): Promise<string | undefined> {
    const { space, files, resolver } = this.#sources;
    const id = flow ?? flowId;
    try {
      const { file, size } = (await resolver.file(id, reference)) as FileValue; // boundary: it resolves a file to its value
      const bytes = size > mostBytes ? undefined : await files.read(space, { kind: 'flow', id }, file);
      return bytes === undefined ? undefined : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch (error) {
      if (error instanceof TypeError || (Problem.is(error) && error.kind !== 'bug')) return undefined; // no text, or not there
      throw error;
    }
  }
}
