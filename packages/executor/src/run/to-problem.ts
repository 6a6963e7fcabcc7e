import { Problem } from '@jacquard/flow';

const longestMessage = 500;

/** Any error of a node's code as a problem of that node; an error that names no code is a bug of the node. */
export function toProblem(error: unknown, node: string): Problem {
  if (Problem.is(error)) return error.node === undefined ? withNode(error, node) : error;
  const message = error instanceof Error ? error.message : String(error);
  return new Problem('step-failed', { message: message.slice(0, longestMessage) }, { kind: 'bug', node, cause: error });
}

function withNode(problem: Problem, node: string): Problem {
  const { code, params, kind, retryAfter } = problem;
  return new Problem(code, params, { kind, node, cause: problem, ...(retryAfter !== undefined && { retryAfter }) });
}
