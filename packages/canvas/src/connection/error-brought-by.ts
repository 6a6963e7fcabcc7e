import { checkFlow, type CheckContext, type Descriptors, type FlowDocument, type Issue } from '@jacquard/flow';
import { applyCommand, type Command } from '../command.ts';

/** The first error that a command would bring into a flow; what was wrong before doesn't count. */
export function errorBroughtBy(flow: FlowDocument, descriptors: Descriptors, command: Command): Issue | undefined {
  return newError(flow, applyCommand(flow, command), descriptors);
}

/** The first error of a document that another one, which it came from, doesn't have. */
export function newError(
  before: FlowDocument,
  after: FlowDocument,
  descriptors: Descriptors,
  context: CheckContext = {},
): Issue | undefined {
  const known = errorKeys(before, descriptors, context);
  return errorsOf(after, descriptors, context).find((issue) => !known.has(issueKey(issue)));
}

/** The errors of a document, each in a form that can be looked up in those of another. */
export function errorKeys(
  flow: FlowDocument,
  descriptors: Descriptors,
  context: CheckContext = {},
): ReadonlySet<string> {
  return new Set(errorsOf(flow, descriptors, context).map(issueKey));
}

function errorsOf(flow: FlowDocument, descriptors: Descriptors, context: CheckContext): Issue[] {
  return checkFlow(flow, descriptors, context).filter(({ severity }) => severity === 'error');
}

function issueKey({ code, node, port, params }: Issue): string {
  return JSON.stringify([code, node, port, params]);
}
