import { Button } from '@mantine/core';
import { PausedValue } from './paused-value.tsx';
import styles from './pauses.module.css';
import type { PauseFormProps } from './step-pause.tsx';

/** The value, and a button for each choice. */
export function ChooseForm({ form, runId, isSending, send }: PauseFormProps): React.ReactElement {
  return (
    <>
      <PausedValue value={form.value} runId={runId} />
      <div className={styles.buttons}>
        {form.options?.map((choice) => (
          <Button key={choice} size="xs" variant="default" disabled={isSending} onClick={() => send({ choice })}>
            {choice}
          </Button>
        ))}
      </div>
    </>
  );
}
