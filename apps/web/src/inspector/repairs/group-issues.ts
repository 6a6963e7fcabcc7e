import type { Issue } from '@jacquard/flow';

/** What is wrong with one node; `node` is undefined for the flow as a whole. */
export interface IssueGroup {
  readonly node: string | undefined;
  readonly issues: readonly Issue[];
}

/** Issues by node: what keeps the flow from running first, then warnings; within that the order of the file. */
export function groupIssues(issues: readonly Issue[]): readonly IssueGroup[] {
  const groups = new Map<string | undefined, Issue[]>();
  for (const issue of issues) {
    const group = groups.get(issue.node);
    if (group) group.push(issue);
    else groups.set(issue.node, [issue]);
  }
  return [...groups]
    .map(([node, found]) => ({ node, issues: found.toSorted((one, other) => rankOf(one) - rankOf(other)) }))
    .toSorted((one, other) => rankOf(one.issues[0]) - rankOf(other.issues[0]));
}

function rankOf(issue: Issue | undefined): number {
  return issue?.severity === 'error' ? 0 : 1;
}
