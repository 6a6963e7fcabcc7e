import type { OutputPort } from '@jacquard/flow';
import { handleId } from '@jacquard/canvas';
import { useTexts } from '../../i18n/i18n.ts';
import { useRun } from '../../state/run-store.ts';
import { shownStep } from '../../state/shown-turns.ts';
import { openPort } from '../actions/open-port.ts';
import { PortHandle } from './port-handle.tsx';
import styles from './port.module.css';

interface OutputRowProps {
  readonly id: string;
  readonly name: string;
  readonly port: OutputPort;
  readonly read: ReadonlySet<string>;
}

/** An output on the node: its name and its end of wires. */
export function OutputRow({ id, name, port, read }: OutputRowProps): React.ReactElement {
  const { language } = useTexts();
  const hasValue = useRun(({ view }) => shownStep(view, id)?.outputs?.[name] !== undefined);
  return (
    <div className={styles.row} data-side="out">
      <span className={styles.label}>{port.label[language]}</span>
      <PortHandle
        side="out"
        name={name}
        label={port.label[language]}
        kind={port.kind}
        isFull={hasValue || read.has(handleId('out', name))}
        onOpen={() => openPort(id, name, 'out')}
      />
    </div>
  );
}
