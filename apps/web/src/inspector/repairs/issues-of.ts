import type { Issue } from '@jacquard/flow';
import type { EditorState } from '../../state/editor-store.ts';
import { groupIssues } from './group-issues.ts';

const none: readonly Issue[] = [];
const known = new WeakMap<readonly Issue[], ReadonlyMap<string | undefined, readonly Issue[]>>();

/** What is wrong with a node, errors first. Issues are indexed once a change, so that every node and field may ask. */
export function issuesOf({ derived }: Pick<EditorState, 'derived'>, node: string): readonly Issue[] {
  const issues = derived?.issues;
  if (!issues || issues.length === 0) return none;
  let index = known.get(issues);
  if (!index) {
    index = new Map(groupIssues(issues).map((group) => [group.node, group.issues]));
    known.set(issues, index);
  }
  return index.get(node) ?? none;
}

/** What is wrong with one input of a node. */
export function issueAt(state: Pick<EditorState, 'derived'>, node: string, port: string): Issue | undefined {
  return issuesOf(state, node).find((issue) => issue.port === port);
}
