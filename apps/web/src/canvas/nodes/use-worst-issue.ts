import { issuesOf } from '../../inspector/repairs/issues-of.ts';
import { useEditor } from '../../state/editor-store.ts';

/** Whether the node has errors, or warnings alone. */
export function useWorstIssue(id: string): 'error' | 'warning' | undefined {
  return useEditor((state) => issuesOf(state, id)[0]?.severity);
}
