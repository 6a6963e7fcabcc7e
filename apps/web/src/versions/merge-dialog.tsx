import { lazy, Suspense } from 'react';
import type { MergeChoices } from '@jacquard/canvas';
import type { FlowDocument } from '@jacquard/flow';
import { loadPart } from '../values/load-part.ts';

export interface MergeDialogProps {
  readonly title: string;
  readonly text: string;
  readonly base: FlowDocument;
  readonly mine: FlowDocument;
  readonly theirs: FlowDocument;
  readonly onChoose: (choices: MergeChoices) => Promise<void>;
  /** Absent: a person has to choose. */
  readonly onClose?: (() => void) | undefined;
  /** Other ways out, beside the choice. */
  readonly children?: React.ReactNode;
}

const MergeDialogPart = lazy(() => loadPart(() => import('./merge-dialog-part.tsx')));

/** Asks about what collides when two states of a flow are merged; its code comes when it is needed. */
export function MergeDialog(props: MergeDialogProps): React.ReactElement {
  return (
    <Suspense fallback={null}>
      <MergeDialogPart {...props} />
    </Suspense>
  );
}
