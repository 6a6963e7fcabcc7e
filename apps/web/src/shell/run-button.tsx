import { Button, Loader, Tooltip } from '@mantine/core';
import { Play, Square } from 'lucide-react';
import { useState } from 'react';
import { runWithInputs } from '../chat/run-with-inputs.ts';
import { useTexts } from '../i18n/i18n.ts';
import { openBottom } from '../state/panel-store.ts';
import { useIsUnchanged } from '../state/is-unchanged.ts';
import { useIsRunning, useRun } from '../state/run-store.ts';
import { stopRun } from '../state/start-run.ts';
import { useNow } from '../state/use-now.ts';
import { formatDuration } from '../values/format-duration.ts';
import { RunMenu } from './run-menu.tsx';
import styles from './run-button.module.css';
import { useHasErrors, useRunHint } from './use-run-hint.ts';
import { useRunKeys } from './use-run-keys.ts';

/** Milliseconds after which a start says for how long it has gone on. */
const patience = 1_000;

/** Run, with what else a run may be in the menu beside it; Stop with the time while it runs. */
export function RunButton(): React.ReactElement {
  const isRunning = useIsRunning();
  useRunKeys();
  return (
    <div className={styles.group}>
      {isRunning ? <StopButton /> : <StartButton />}
      <RunMenu />
    </div>
  );
}

/** When nothing has changed the button says that it draws anew, and its hint what. */
function StartButton(): React.ReactElement {
  const { t } = useTexts();
  const hint = useRunHint();
  const hasErrors = useHasErrors();
  const isUnchanged = useIsUnchanged();
  return (
    <Tooltip label={hint} multiline maw={300} openDelay={300}>
      <Button
        className={styles.main}
        leftSection={<Play size={13} fill="currentColor" />}
        aria-keyshortcuts="Control+Enter"
        onClick={() => {
          if (hasErrors) openBottom('problems');
          else void runWithInputs(isUnchanged);
        }}
      >
        {isUnchanged ? t('shell.run-again') : t('shell.run')}
      </Button>
    </Tooltip>
  );
}

/** Nothing is silent: until the run has begun the button says that it is starting, and then for how long it goes on. */
function StopButton(): React.ReactElement {
  const { t, language } = useTexts();
  const startedAt = useRun(({ view, isStarting }) => (isStarting ? undefined : view?.startedAt));
  const isCancelling = useRun(({ view }) => view?.isCancelling === true);
  const now = useNow(true);
  if (startedAt === undefined) return <StartingButton now={now} />;
  return (
    <Button
      className={styles.main}
      leftSection={<Square size={12} fill="currentColor" />}
      onClick={() => void stopRun()}
      disabled={isCancelling}
    >
      {isCancelling ? t('shell.stopping') : t('shell.stop')}
      <span className={`${styles.time} tabular`}>{formatDuration(Math.max(0, now - startedAt), language)}</span>
    </Button>
  );
}

/** Saving, waiting for an earlier run of the conversation, and the server's own preparations. */
function StartingButton({ now }: { readonly now: number }): React.ReactElement {
  const { t, language } = useTexts();
  const [since] = useState(() => Date.now());
  const waited = now - since;
  return (
    <Button className={styles.main} leftSection={<Loader size={13} color="currentColor" />} aria-disabled>
      {t('pins.starting')}
      {waited > patience && <span className={`${styles.time} tabular`}>{formatDuration(waited, language)}</span>}
    </Button>
  );
}
