import { Checkbox } from '@mantine/core';
import type { FlowPort, JsonValue } from '@jacquard/flow';
import { useTexts } from '../i18n/i18n.ts';
import styles from './flow-tests.module.css';

type Snapshot = Readonly<Record<string, JsonValue>>;

interface SnapshotFieldProps {
  readonly ports: readonly FlowPort[];
  readonly value: Snapshot;
  readonly onChange: (value: Snapshot) => void;
}

/** Which outputs are held against the accepted ones. One that is new there has nothing accepted yet. */
export function SnapshotField({ ports, value, onChange }: SnapshotFieldProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <fieldset className={styles.group}>
      <legend>{t('tests.snapshot')}</legend>
      <p className={styles.quiet}>{t('tests.snapshot-hint')}</p>
      {ports.map((port) => (
        <Checkbox
          key={port.id}
          size="xs"
          label={port.title ?? port.id}
          checked={Object.hasOwn(value, port.id)}
          onChange={({ currentTarget }) => {
            const { [port.id]: kept, ...rest } = value;
            onChange(currentTarget.checked ? { ...rest, [port.id]: kept ?? '' } : rest);
          }}
        />
      ))}
    </fieldset>
  );
}
