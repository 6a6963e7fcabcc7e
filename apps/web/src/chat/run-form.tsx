import { Button } from '@mantine/core';
import { Play, Square } from 'lucide-react';
import { useTexts } from '../i18n/i18n.ts';
import { Pauses } from '../pause/pauses.tsx';
import { useIsUnchanged } from '../state/is-unchanged.ts';
import { useIsRunning, useRun } from '../state/run-store.ts';
import { stopRun } from '../state/start-run.ts';
import styles from './chat.module.css';
import inputsStyles from './inputs/inputs.module.css';
import type { Conversation } from './conversation-of.ts';
import { HindranceLine } from './hindrance-line.tsx';
import { InputField } from './inputs/input-field.tsx';
import { OutputView } from './output-view.tsx';
import { runWithInputs } from './run-with-inputs.ts';
import { RunFailure } from './run-failure.tsx';
import { useHindrance } from './use-hindrance.ts';

/** A flow that isn't talked to: what it takes as a form, and what it gives below. */
export function RunForm({ conversation }: { readonly conversation: Conversation }): React.ReactElement {
  const { t } = useTexts();
  const { otherInputs, otherOutputs } = conversation;
  const hasRun = useRun(({ view }) => view?.startedAt !== undefined && view.target === undefined);
  if (otherInputs.length === 0 && otherOutputs.length === 0)
    return <p className={styles.nothing}>{t('chat.nothing')}</p>;
  const words =
    otherOutputs.length === 0
      ? t('chat.no-output')
      : otherInputs.length === 0
        ? t('chat.form-no-input')
        : t('chat.form-empty');
  return (
    <div className={inputsStyles.form}>
      {otherInputs.map((port) => (
        <InputField key={port.id} port={port} />
      ))}
      <FormButtons />
      {hasRun ? (
        <>
          {otherOutputs.map((port) => (
            <OutputView key={port.id} port={port} />
          ))}
          <Pauses />
          <RunFailure />
        </>
      ) : (
        <p className={styles.quiet}>{words}</p>
      )}
    </div>
  );
}

function FormButtons(): React.ReactElement {
  const { t } = useTexts();
  const hindrance = useHindrance();
  const isRunning = useIsRunning();
  const isCancelling = useRun(({ view }) => view?.isCancelling === true);
  const isUnchanged = useIsUnchanged();
  return (
    <div className={inputsStyles.formButtons}>
      {hindrance && <HindranceLine hindrance={hindrance} />}
      {isRunning ? (
        <Button
          variant="default"
          leftSection={<Square size={12} fill="currentColor" />}
          disabled={isCancelling}
          onClick={() => void stopRun()}
        >
          {isCancelling ? t('shell.stopping') : t('shell.stop')}
        </Button>
      ) : (
        <Button
          variant="light"
          leftSection={<Play size={13} fill="currentColor" />}
          disabled={hindrance !== undefined}
          onClick={() => void runWithInputs(isUnchanged)}
        >
          {isUnchanged ? t('shell.run-again') : t('shell.run')}
        </Button>
      )}
    </div>
  );
}
