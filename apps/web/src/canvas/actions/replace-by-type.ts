import { replaceNode } from '@jacquard/canvas';
import { currentLanguage } from '../../i18n/i18n.ts';
import { changeFlow, select, useEditor } from '../../state/editor-store.ts';
import { knownFlows } from '../../state/known-flows.ts';
import { askForNode } from '../add/add-store.ts';
import { focusNode } from '../ports/focus-ends.ts';
import { titleOf } from '../ports/port-names.ts';
import { tell, translate } from './tell.ts';

/** Replaces a node by one of another type, as one step of undo, and says which wires found no place there. */
export function replaceByType(id: string, type: string): void {
  const { history, descriptors } = useEditor.getState();
  if (!history) return;
  const context = { flowInterface: knownFlows.interfaceOf };
  const replacement = replaceNode(history.document, descriptors, id, type, context);
  if (!replacement) return;
  const before = titleOf(id);
  changeFlow(replacement.command);
  select({ nodes: [id] });
  focusNode(id);
  if (replacement.lost.length === 0) return;
  const names = replacement.lost.map(({ from, to }) => {
    const other = to.node === id ? from.slice(0, from.indexOf('.')) : to.node;
    return translate(to.node === id ? 'build.wire-from' : 'build.wire-to', { name: titleOf(other, currentLanguage()) });
  });
  tell(
    translate('build.replaced-title', { name: before }),
    translate('build.replaced-lost', { count: names.length, wires: [...new Set(names)].join(', ') }),
  );
}

/** Opens the list of what may take the place of a node, beside it. */
export function askToReplace(id: string): void {
  const box = document.querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`)?.getBoundingClientRect();
  askForNode({ replace: id, ...(box && { at: { x: box.right, y: box.top } }) });
}
