import type { FlowPort } from '@jacquard/flow';
import { useShallow } from 'zustand/react/shallow';
import { useTexts } from '../i18n/i18n.ts';
import { useEditor } from '../state/editor-store.ts';
import { useRun } from '../state/run-store.ts';
import { ValueView } from '../values/value-view.tsx';
import { AnswerText } from './answer-text.tsx';
import styles from './chat.module.css';
import { outputOfRun } from './output-of-run.ts';
import { portLabel } from './port-label.ts';

/** One output of the flow with its label, as it comes. */
export function OutputView({ port }: { readonly port: FlowPort }): React.ReactElement {
  const { language } = useTexts();
  const descriptors = useEditor((state) => state.descriptors);
  const label = portLabel(port, descriptors, language);
  return (
    <section className={styles.output} aria-label={label}>
      <h3 className={styles.outputTitle}>{label}</h3>
      <OutputContent port={port} />
    </section>
  );
}

/** What has come of an output, without its label. */
export function OutputContent({ port }: { readonly port: FlowPort }): React.ReactElement {
  const { t } = useTexts();
  const output = useRun(useShallow(({ view }) => (view ? outputOfRun(view, port) : waiting)));
  const runId = useRun(({ view }) => view?.runId);
  switch (output.state) {
    case 'streaming':
      return <AnswerText text={output.text} isStreaming />;
    case 'there':
      return <ValueView value={output.value} runId={runId} size="full" />;
    case 'skipped':
      return <p className={styles.quiet}>{t('chat.output-skipped')}</p>;
    case 'never':
      return (
        <>
          {output.text !== '' && <AnswerText text={output.text} />}
          <p className={styles.quiet}>{t('chat.output-never')}</p>
        </>
      );
    default:
      return <WaitingText />;
  }
}

/** That the run goes on and nothing has come yet. */
export function WaitingText(): React.ReactElement {
  const { t } = useTexts();
  return (
    <p className={styles.quiet} aria-busy="true">
      {t('chat.waiting')}
      <span className={styles.caret} />
    </p>
  );
}

const waiting = { state: 'waiting' } as const;
