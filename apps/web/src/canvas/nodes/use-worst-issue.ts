import { useEditor } from '../../state/editor-store.ts';

/** Whether the node has errors, or warnings alone. */
export function useWorstIssue(id: string): 'error' | 'warning' | undefined {
  return useEditor(({ derived }) => {
    const issues = derived?.issues.filter(({ node }) => node === id) ?? [];
    if (issues.length === 0) return undefined;
    return issues.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
  });
}
