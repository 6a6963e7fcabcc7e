import type { InputPort } from '@jacquard/flow';
import type { CanvasNode } from '@jacquard/canvas';
import { memo } from 'react';
import { Field } from '../../fields/field.tsx';
import { useTexts } from '../../i18n/i18n.ts';
import { openPort } from '../actions/open-port.ts';
import { isStackedInput } from './is-stacked-input.ts';
import { PortHandle } from './port-handle.tsx';
import styles from './port.module.css';
import { useIsFaulty } from './use-is-faulty.ts';

interface InputRowProps {
  readonly canvasNode: CanvasNode;
  readonly name: string;
  readonly port: InputPort;
}

/** An input on the node: its end of wires, its name, and its field unless a wire fills it. */
export const InputRow = memo(function InputRow({ canvasNode, name, port }: InputRowProps): React.ReactElement {
  const { language } = useTexts();
  const { id, wired } = canvasNode;
  const isWired = wired.has(name);
  const hasField = !isWired && port.wireOnly !== true;
  const isStacked = isStackedInput(canvasNode, name, port);
  const isFaulty = useIsFaulty(id, name);
  return (
    <div className={styles.row} data-side="in" data-stacked={isStacked} data-faulty={isFaulty}>
      {port.fieldOnly !== true && (
        <PortHandle
          side="in"
          name={name}
          label={port.label[language]}
          kind={port.kind}
          isFull={isWired}
          onOpen={() => openPort(id, name, 'in')}
        />
      )}
      {hasField ? (
        <div className={styles.field}>
          <Field node={id} port={port} name={name} size="node" />
        </div>
      ) : (
        <span className={styles.label}>{port.label[language]}</span>
      )}
    </div>
  );
});
