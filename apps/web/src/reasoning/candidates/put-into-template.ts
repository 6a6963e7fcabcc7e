import { addNode, nodeIdFor } from '@jacquard/canvas';
import { renderTemplate, type FlowNode } from '@jacquard/flow';
import type { StepView } from '@jacquard/protocol';
import { freePlace } from '../../canvas/actions/free-place.ts';
import { tell, translate } from '../../canvas/actions/tell.ts';
import { focusNode } from '../../canvas/ports/focus-ends.ts';
import { changeFlow, select, useEditor } from '../../state/editor-store.ts';

/** The node that a candidate goes into. */
const type = 'prompts.template';

/**
 * Puts a candidate prompt into a template of its own beside the node that found it, as one step of undo. Undefined where nothing can be
 * put: for candidates that are no prompts (their node gives no template), in another flow's run, while a version is looked at.
 */
export function usePutIntoTemplate({ node: id, inputs }: StepView): ((text: string) => void) | undefined {
  const node = useEditor(({ derived }) => derived?.canvas.nodes.find((one) => one.id === id));
  const isClosed = useEditor(({ broken, peek }) => broken !== undefined || peek !== undefined);
  const version = useEditor(({ descriptors }) => descriptors.get(type)?.version);
  const template = inputs?.['template'] ?? node?.descriptor?.inputs['template']?.default;
  if (!node || isClosed || version === undefined || typeof template !== 'string') return undefined;
  if (node.descriptor?.outputs['template'] === undefined) return undefined;
  return (text) => {
    const { history } = useEditor.getState();
    if (!history) return;
    const added = nodeIdFor(type, history.document);
    const position = freePlace({ x: node.position.x + 330, y: node.position.y }, node.parent);
    changeFlow(addNode(added, templateNode(template, text), version, position, node.parent));
    select({ nodes: [added] });
    focusNode(added);
    tell(translate('reasoning.put'), translate('build.pasted-undo'));
  };
}

/** The prompt in its place, the gap for the input left; braces of the prompt are no gaps. */
function templateNode(template: string, prompt: string): FlowNode {
  const text = renderTemplate(template, { prompt: prompt.replaceAll('{{', '{ {'), input: '{{input}}' });
  return { type, inputs: { template: text.includes('\n') ? { lines: text.split('\n') } : text } };
}
