import { create } from 'zustand';
import { nodesById } from '@jacquard/flow';
import { select, shownDocument, useEditor, type EditorState } from '../../state/editor-store.ts';

interface Entered {
  /** The flow that it stands in: another flow begins at its top. */
  readonly flowId: string | undefined;
  readonly scope: string | undefined;
}

/** The loop or sub-flow of which the canvas shows the inside alone. */
export const useEntered = create<Entered>()(() => ({ flowId: undefined, scope: undefined }));

/** The entered scope, as long as the flow has it and it has an inside; else the nearest around it that was entered. */
export function enteredScope(state: EditorState, { flowId, scope }: Entered): string | undefined {
  const document = shownDocument(state);
  if (scope === undefined || !document || flowId !== state.flowId) return undefined;
  return nodesById(document).get(scope)?.node.nodes ? scope : undefined;
}

/** The scope whose inside the canvas shows at the moment; undefined at the top of the flow. */
export function shownScope(): string | undefined {
  return enteredScope(useEditor.getState(), useEntered.getState());
}

/** Shows the inside of a scope alone, or with undefined the whole flow. */
export function enterScope(scope: string | undefined): void {
  useEntered.setState({ flowId: useEditor.getState().flowId, scope });
  select({});
}

/** Goes to the scope around the shown one, which is selected there. False at the top. */
export function leaveScope(): boolean {
  const scope = shownScope();
  const document = shownDocument(useEditor.getState());
  if (scope === undefined || !document) return false;
  enterScope(nodesById(document).get(scope)?.parent);
  select({ nodes: [scope] });
  return true;
}
