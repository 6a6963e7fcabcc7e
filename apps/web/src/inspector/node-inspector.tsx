import type { CanvasNode } from '@jacquard/canvas';
import { useRef } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { PreviewOfNode } from '../preview/preview-of-node.tsx';
import { BoundOfNode } from '../reasoning/bound-of-node.tsx';
import { useEditor } from '../state/editor-store.ts';
import { useNodeStep } from '../state/run-store.ts';
import { CallerFields } from './caller-fields.tsx';
import { ErrorSettings } from './error-settings.tsx';
import styles from './inspector.module.css';
import { InspectorHead } from './inspector-head.tsx';
import { NodeInputs } from './node-inputs.tsx';
import { NodeProblems } from './node-problems.tsx';
import { NodeValues } from './node-values.tsx';
import { ScopeSettings } from './scope-settings.tsx';
import { SeveralNodes } from './several-nodes.tsx';
import { useFieldFocus } from './use-field-focus.ts';

/** All of the selected node: what it does, its settings, its values, and what happens when it fails. */
export function NodeInspector(): React.ReactElement {
  const { t } = useTexts();
  const selected = useEditor(({ selection }) => selection.nodes);
  const [id] = selected;
  const node = useEditor(({ derived }) => derived?.canvas.nodes.find((one) => one.id === id));
  const inspector = useRef<HTMLDivElement>(null);
  useFieldFocus(inspector, selected.length === 1 ? node?.id : undefined);
  return (
    <div ref={inspector} className={styles.inspector} role="tabpanel" tabIndex={-1}>
      {selected.length === 0 && <p className={styles.empty}>{t('fields.empty')}</p>}
      {selected.length > 1 && <SeveralNodes ids={selected} />}
      {selected.length === 1 && node && <OneNode key={node.id} canvasNode={node} />}
    </div>
  );
}

function OneNode({ canvasNode }: { readonly canvasNode: CanvasNode }): React.ReactElement {
  const step = useNodeStep(canvasNode.id);
  const isPeeking = useEditor(({ peek }) => peek !== undefined);
  const runs =
    canvasNode.descriptor && !['flow-input', 'flow-output', 'component'].includes(canvasNode.descriptor.role);
  return (
    <>
      <fieldset className={styles.settings} disabled={isPeeking}>
        <InspectorHead canvasNode={canvasNode} />
      </fieldset>
      <NodeProblems canvasNode={canvasNode} step={step} />
      {canvasNode.descriptor?.composes && <PreviewOfNode canvasNode={canvasNode} />}
      <NodeInputs canvasNode={canvasNode} />
      {canvasNode.descriptor?.bound && <BoundOfNode canvasNode={canvasNode} />}
      {canvasNode.node.nodes && (
        <fieldset className={styles.settings} disabled={isPeeking}>
          <ScopeSettings canvasNode={canvasNode} />
        </fieldset>
      )}
      <CallerFields canvasNode={canvasNode} />
      {step && <NodeValues step={step} canvasNode={canvasNode} />}
      {runs && (
        <fieldset className={styles.settings} disabled={isPeeking}>
          <ErrorSettings canvasNode={canvasNode} />
        </fieldset>
      )}
    </>
  );
}
