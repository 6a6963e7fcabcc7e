import { Button, FileButton } from '@mantine/core';
import { Play, Square } from 'lucide-react';
import { sampleInputs, type CallSubject } from '@jacquard/protocol/snippets';
import { useEffect, useRef, useState } from 'react';
import { problemSentence } from '../api/problem-text.ts';
import { ApiProblem } from '../api/request.ts';
import { useTexts } from '../i18n/i18n.ts';
import { useNow } from '../state/use-now.ts';
import { formatDuration } from '../values/format-duration.ts';
import styles from './call.module.css';
import { callFlow, type TriedCall } from './call-flow.ts';
import { CodeBlock } from './code-block.tsx';

interface TryCallProps {
  readonly subject: CallSubject;
  readonly hasChanges: boolean;
}

type Trial =
  | { readonly state: 'going'; readonly since: number }
  | { readonly state: 'answered'; readonly answer: TriedCall }
  | { readonly state: 'failed'; readonly problem: unknown };

/** Sends the call that is shown, with its values, and shows what comes back: status, time and answer. */
export function TryCall({ subject, hasChanges }: TryCallProps): React.ReactElement {
  const { t } = useTexts();
  const [files, setFiles] = useState<Readonly<Record<string, File>>>({});
  const [trial, setTrial] = useState<Trial>();
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const wanted = sampleInputs(subject.interface).filter((input) => 'variable' in input);
  const isGoing = trial?.state === 'going';
  const start = async (): Promise<void> => {
    const going = new AbortController();
    stop.current = going;
    setTrial({ state: 'going', since: Date.now() });
    const outcome = await callFlow(subject, files, hasChanges, going.signal).then(
      (answer): Trial => ({ state: 'answered', answer }),
      (problem: unknown): Trial => ({ state: 'failed', problem }),
    );
    if (stop.current === going) setTrial(going.signal.aborted ? undefined : outcome);
  };
  return (
    <div className={styles.try}>
      <div className={styles.tryBar}>
        <Button
          size="xs"
          variant="light"
          leftSection={isGoing ? <Square size={12} fill="currentColor" /> : <Play size={13} fill="currentColor" />}
          onClick={() => (isGoing ? stop.current?.abort() : void start())}
        >
          {isGoing ? t('api.stop') : t('api.try')}
        </Button>
        {wanted.map(({ id }) => (
          <FileButton key={id} onChange={(file) => file && setFiles({ ...files, [id]: file })}>
            {(props) => (
              <Button {...props} size="xs" variant="default">
                {t('api.choose-file', { input: id, file: files[id]?.name ?? t('api.no-file') })}
              </Button>
            )}
          </FileButton>
        ))}
        <span className={styles.tried} role="status">
          {trial === undefined ? t('api.try-hint') : <TrialLine trial={trial} />}
        </span>
      </div>
      {trial?.state === 'answered' && <CodeBlock text={indented(trial.answer.text)} label={t('api.answer')} />}
    </div>
  );
}

function TrialLine({ trial }: { readonly trial: Trial }): React.ReactElement {
  const { t, language } = useTexts();
  const now = useNow(trial.state === 'going');
  if (trial.state === 'going') return <>{t('api.going', { time: formatDuration(now - trial.since, language) })}</>;
  if (trial.state === 'answered') {
    const { status, duration } = trial.answer;
    return <>{t('api.answered', { status, time: formatDuration(duration, language) })}</>;
  }
  const { problem } = trial;
  const isRefusal = problem instanceof ApiProblem;
  return (
    <span className={styles.refused}>
      {isRefusal && problem.status > 0 ? `${problem.status} · ` : ''}
      {isRefusal ? problemSentence(problem, language) : String(problem)}
    </span>
  );
}

/** An answer as it is read; what isn't JSON stays as it came. */
function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
