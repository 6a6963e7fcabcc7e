import { isComponentKind, kindFits, ownValue, type Issue, type Suggestion } from '@jacquard/flow';
import type { Command } from '../command.ts';
import { applySuggestion } from '../commands/apply-suggestion.ts';
import { connect } from '../commands/connect.ts';
import { nodesInReach } from '../connection/nodes-in-reach.ts';
import type { CanvasFlow } from '../projection/project-flow.ts';

/** The one change that can be meant: what the checks suggest, or a wire to the only node that gives what is missing. */
export type Repair =
  | Suggestion
  | { readonly do: 'connect'; readonly node: string; readonly port: string; readonly from: string };

/** How an issue is mended by one click; undefined where a person has to choose. */
export function repairOf(issue: Issue, canvas: CanvasFlow): Repair | undefined {
  if (issue.suggestion) return issue.suggestion;
  const { code, node, port } = issue;
  return code === 'input-missing' && node !== undefined && port !== undefined
    ? onlySource(canvas, node, port)
    : undefined;
}

/** The command of a repair. */
export function repairCommand(repair: Repair): Command {
  if (repair.do !== 'connect') return applySuggestion(repair);
  return connect(repair.from, { node: repair.node, port: repair.port });
}

/** A model, a knowledge base or another part that is there once in the flow is the one that is meant. */
function onlySource(canvas: CanvasFlow, id: string, port: string): Repair | undefined {
  const kind = ownValue(canvas.nodes.find((node) => node.id === id)?.ports.inputs, port)?.kind;
  if (!kind || !isComponentKind(kind)) return undefined;
  const [first, ...others] = nodesInReach(canvas, id).others.flatMap((node) =>
    Object.entries(node.ports.outputs)
      .filter(([, output]) => kindFits(output.kind, kind).fit === 'same')
      .map(([name]) => `${node.id}.${name}`),
  );
  return first === undefined || others.length > 0 ? undefined : { do: 'connect', node: id, port, from: first };
}
