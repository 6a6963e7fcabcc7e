import { compile, type NodeRegistry, type Plan, type ScopePlan } from '@jacquard/executor';
import {
  createFlowInterfaces,
  flowInterface,
  flowPorts,
  nodesById,
  Problem,
  type FlowDocument,
  type Language,
} from '@jacquard/flow';
import { findLiveParts, type LiveParts } from './live-parts.ts';
import { createProgram, type CodeFault, type Program, type ProgramFile } from './program.ts';
import { writeFunction, type FlowFunction } from './write-function.ts';
import { writePackage } from './write-package.ts';
import { writeProgram } from './write-program.ts';
import { writeReadme } from './write-readme.ts';
import { writeScope } from './write-scope.ts';
import type { Writing } from './writing.ts';

/** What a flow is exported with. */
export interface CodeExportContext {
  readonly registry: NodeRegistry;
  /** The documents of the flows that it calls. */
  readonly flow: (id: string) => FlowDocument | undefined;
  /** The text of a file that the flow names; undefined for one that is no text, or too large. */
  readonly readFile: (file: ProgramFile) => Promise<string | undefined>;
  /** The language of what people read beside the code. */
  readonly language: Language;
}

/** A flow as a program of its own: its files by path; or, without any, why it can't be one. */
export interface ExportedCode {
  readonly files: Readonly<Record<string, string>>;
  readonly problems: readonly CodeFault[];
}

/**
 * Writes a flow as a small TypeScript program on LangChain, without anything of ours in it. Steps that nothing comes from are left
 * out. Throws what `compile` throws for a flow that can't run; what can't be written is in `problems`, each node once.
 */
export async function exportFlow(flow: FlowDocument, context: CodeExportContext): Promise<ExportedCode> {
  // Twice, since the program's own names are known only once everything has been written.
  const plan = compile(flow, context.registry, { flow: context.flow });
  const first = await writeAll(flow, plan, context, createProgram(plan.externals));
  const { program, main } = await writeAll(flow, plan, context, createProgram(plan.externals, first.program));
  const problems = [...new Map(program.faults.map((fault) => [`${fault.node} ${fault.code}`, fault])).values()];
  if (problems.length > 0) return { files: {}, problems };
  const kept = new Map<string, string>();
  for (const [path, file] of program.files) {
    const text = await context.readFile(file);
    if (text === undefined) {
      const node = nodeOfFile(flow, file.reference.file);
      return { files: {}, problems: [{ code: 'code-file-closed', params: { file: path }, ...node }] };
    }
    kept.set(path, text);
  }
  const { inputs } = flowInterface(flow, context.registry.descriptors);
  const { text, imports } = writeProgram(flow, program, main);
  return {
    files: {
      'flow.ts': text,
      'package.json': writePackage(flow, imports),
      'README.md': writeReadme({ flow, program, inputs, language: context.language }),
      ...Object.fromEntries(kept),
    },
    problems: [],
  };
}

function nodeOfFile(flow: FlowDocument, file: string): { readonly node: string; readonly type: string } {
  const found = [...nodesById(flow).values()].find(({ node }) =>
    JSON.stringify(node.inputs ?? {}).includes(JSON.stringify(file)),
  );
  return { node: found?.id ?? '', type: found?.node.type ?? '' };
}

async function writeAll(
  flow: FlowDocument,
  plan: Plan,
  { registry, flow: find }: CodeExportContext,
  program: Program,
): Promise<{ readonly program: Program; readonly main: FlowFunction }> {
  const { descriptors } = registry;
  const interfaces = createFlowInterfaces(find, descriptors);
  const writingOf = (document: FlowDocument, flowId: string | undefined, live: LiveParts): Writing => ({
    program,
    writeInner(scope, frame, block) {
      return writeScope(this, scope, frame, block);
    },
    nodes: new Map([...nodesById(document)].map(([id, { node }]) => [id, node])),
    ports: flowPorts(document, descriptors, { flowInterface: interfaces }),
    live,
    isTop: flowId === undefined,
    flowId,
    callFlow: (id, scope) => writeCalled(id, scope),
  });
  const interfaceOf = (document: FlowDocument) => flowInterface(document, descriptors, { flowInterface: interfaces });

  async function writeCalled(id: string, scope: ScopePlan): Promise<string> {
    const document = find(id);
    if (document === undefined) throw new Problem('sub-flow-unknown', { flow: id });
    const known = program.functions.get(id);
    if (known !== undefined) return known.name;
    const name = program.names.take(`run-${id}`);
    const writing = writingOf(document, id, findLiveParts(scope));
    const written = await writeFunction(writing, { root: scope, interface: interfaceOf(document) });
    const text = `async function ${name}(inputs: ${written.inputs}): Promise<${written.outputs}> {\n${written.body}\n}`;
    program.functions.set(id, { name, text, title: document.name });
    return name;
  }

  const writing = writingOf(flow, undefined, findLiveParts(plan.root));
  const main = await writeFunction(writing, { root: plan.root, interface: interfaceOf(flow) });
  return { program, main };
}
