import { Button } from '@mantine/core';
import { nodesById } from '@jacquard/flow';
import type { StepView } from '@jacquard/protocol';
import { FastForward, PenLine, Pin, PinOff } from 'lucide-react';
import { useMemo } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { useEditor } from '../state/editor-store.ts';
import { useIsRunning, useRun } from '../state/run-store.ts';
import { editPinned } from './edit-pinned.ts';
import styles from './pins.module.css';
import { pinOutputs, unpin, usePins } from './pins-store.ts';
import { pinnableStep, runOfValues } from './toggle-pin.ts';
import { editValue } from './value-dialog-store.ts';

/** What can be done with the outputs of a step, beside them: pin them, or edit them and go on from there. */
export function ValueActions({ step }: { readonly step: StepView | undefined }): React.ReactElement | null {
  const { t } = useTexts();
  const done = pinnableStep(step);
  const node = step?.node ?? '';
  const isPinned = usePins(({ pins }) => pins.has(node));
  const document = useEditor(({ history }) => history?.document);
  const isThere = useMemo(() => document !== undefined && nodesById(document).has(node), [document, node]);
  const isOfServer = useRun(({ file }) => file === undefined);
  const isRunning = useIsRunning();
  if (!done || !isThere) return null;
  return (
    <div className={styles.actions}>
      {isPinned ? (
        <ValueAction icon={<PinOff size={13} />} label={t('pins.unpin')} onClick={() => void unpin(node)} />
      ) : (
        <ValueAction
          icon={<Pin size={13} />}
          label={t('pins.pin')}
          onClick={() => void pinOutputs(node, done.outputs, runOfValues())}
        />
      )}
      <ValueAction
        icon={<PenLine size={13} />}
        label={isPinned ? t('pins.edit-pin') : t('pins.edit-and-pin')}
        onClick={() => void editPinned(node, done)}
      />
      {isOfServer && (
        <ValueAction
          icon={<FastForward size={13} />}
          label={t('pins.go-on')}
          isOff={isRunning}
          onClick={() =>
            editValue({ purpose: 'go-on', node, step: done.step, outputs: done.outputs, runId: runOfValues() })
          }
        />
      )}
    </div>
  );
}

interface ValueActionProps {
  readonly icon: React.ReactNode;
  readonly label: string;
  readonly isOff?: boolean;
  readonly onClick: () => void;
}

function ValueAction({ icon, label, isOff = false, onClick }: ValueActionProps): React.ReactElement {
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-xs"
      h={28}
      leftSection={icon}
      disabled={isOff}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
