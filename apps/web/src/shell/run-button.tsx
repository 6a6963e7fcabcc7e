import { Button, Tooltip } from '@mantine/core';
import { Play, Square } from 'lucide-react';
import { runWithInputs } from '../chat/run-with-inputs.ts';
import { useTexts } from '../i18n/i18n.ts';
import { openBottom } from '../state/panel-store.ts';
import { useEditor } from '../state/editor-store.ts';
import { useIsRunning, useRun } from '../state/run-store.ts';
import { stopRun } from '../state/start-run.ts';
import { useNow } from '../state/use-now.ts';
import { useIsUnchanged } from '../state/is-unchanged.ts';
import { formatDuration } from '../values/format-duration.ts';

/** Run; Stop with the time while it runs; and, when nothing has changed, what it would draw anew. */
export function RunButton(): React.ReactElement {
  const { t, language } = useTexts();
  const isRunning = useIsRunning();
  const startedAt = useRun(({ view }) => view?.startedAt);
  const isCancelling = useRun(({ view }) => view?.isCancelling === true);
  const now = useNow(isRunning);
  const elapsed = startedAt === undefined ? 0 : Math.max(0, now - startedAt);
  const hasErrors = useEditor(({ derived }) => derived?.issues.some(({ severity }) => severity === 'error') ?? false);
  const isUnchanged = useIsUnchanged();
  if (isRunning) {
    return (
      <Button
        leftSection={<Square size={12} fill="currentColor" />}
        onClick={() => void stopRun()}
        disabled={isCancelling}
      >
        {isCancelling ? t('shell.stopping') : t('shell.stop')}
        <span className="tabular" style={{ marginLeft: 8 }}>
          {formatDuration(elapsed, language)}
        </span>
      </Button>
    );
  }
  const hint = hasErrors ? t('shell.cannot-run') : isUnchanged ? t('shell.run-again-hint') : t('shell.run-hint');
  return (
    <Tooltip label={hint} multiline maw={280}>
      <Button
        leftSection={<Play size={13} fill="currentColor" />}
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
