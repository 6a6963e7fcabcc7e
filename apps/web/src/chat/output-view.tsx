import type { FlowPort } from '@jacquard/flow';
import type { KnowledgeSummary, RunView, StepView } from '@jacquard/protocol';
import { useShallow } from 'zustand/react/shallow';
import { nodeTitle } from '../bottom/node-title.ts';
import { basesOfFlow } from '../canvas/drop/bases-of-flow.ts';
import { useTexts } from '../i18n/i18n.ts';
import { useWaitingPaths } from '../pause/waiting-paths.ts';
import { stateSentence } from '../knowledge/state-sentence.ts';
import { useKnowledgeBases } from '../knowledge/use-knowledge.ts';
import { useEditor } from '../state/editor-store.ts';
import { useRun } from '../state/run-store.ts';
import { CopyButton } from '../values/copy-button.tsx';
import { later } from '../values/later.tsx';
import { waitWords } from '../values/wait-words.ts';
import { AnswerText } from './answer-text.tsx';
import chatStyles from './chat.module.css';
import styles from './message.module.css';
import { outputOfRun } from './output-of-run.ts';
import { portLabel } from './port-label.ts';

const ValueView = later(async () => (await import('../values/value-view.tsx')).ValueView);

/** One output of the flow with its label, as it comes; nothing when the run ended before any of it came. */
export function OutputView({ port }: { readonly port: FlowPort }): React.ReactElement | null {
  const { language } = useTexts();
  const isEmpty = useRun(({ view }) => {
    const output = view && outputOfRun(view, port);
    return output?.state === 'never' && output.text === '';
  });
  const descriptors = useEditor((state) => state.descriptors);
  const label = portLabel(port, descriptors, language);
  if (isEmpty) return null;
  return (
    <section className={styles.output} aria-label={label}>
      <h2 className={styles.outputTitle}>{label}</h2>
      {/* As high as what it holds, whatever height its own box is stretched to. */}
      <div>
        <OutputContent port={port} />
      </div>
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
      if (typeof output.value === 'string') return <TextOutput text={output.value} />;
      return <ValueView value={output.value} runId={runId} />;
    case 'skipped':
      return <p className={chatStyles.quiet}>{t('chat.output-skipped')}</p>;
    case 'never':
      return (
        <>
          {output.text !== '' && <AnswerText text={output.text} />}
          <p className={chatStyles.quiet}>{t('chat.output-never')}</p>
        </>
      );
    default:
      return <WaitingText />;
  }
}

/** A text reads like an answer of the chat: what else can be done with it is done where values are looked at. */
function TextOutput({ text }: { readonly text: string }): React.ReactElement {
  const { t } = useTexts();
  if (text.trim() === '') return <p className={chatStyles.quiet}>{t('chat.output-empty')}</p>;
  return (
    <>
      <AnswerText text={text} />
      <div className={styles.actions}>
        <CopyButton text={text} />
      </div>
    </>
  );
}

/** That the run goes on and nothing has come yet; which documents are read first, or which node is at work. */
function WaitingText(): React.ReactElement {
  const { t, language } = useTexts();
  const node = useRun(({ view }) => (view ? workingNode(view) : undefined));
  const document = useRun(({ view }) => view?.flow);
  const wait = useRun(({ view }) => (view && node !== undefined ? stepAtWork(view, node)?.wait : undefined));
  const descriptors = useEditor((state) => state.descriptors);
  const reading = useReadingBase();
  const isAsking = useWaitingPaths().length > 0;
  if (isAsking && node === undefined) return <p className={chatStyles.quiet}>{t('chat.waiting-person')}</p>;
  const text = reading
    ? t('chat.reading', { base: reading.name, state: stateSentence(reading, t, language) })
    : node === undefined
      ? t('chat.waiting')
      : t('chat.waiting-at', { place: nodeTitle(node, document, descriptors, language) });
  const { text: waits, measure } = wait && !reading ? waitWords(wait, t, language) : {};
  return (
    <p className={chatStyles.quiet} aria-busy="true">
      {text}
      {waits !== undefined && ` · ${[waits, measure].filter(Boolean).join(' · ')}`}
      <span className={styles.caret} />
    </p>
  );
}

/** The base of the run's flow whose documents are being read: the run waits for it. */
function useReadingBase(): KnowledgeSummary | undefined {
  const document = useRun(({ view }) => view?.flow);
  const descriptors = useEditor((state) => state.descriptors);
  const { data } = useKnowledgeBases();
  const named = document ? basesOfFlow(document, descriptors) : [];
  return data?.bases.find(({ id, state }) => state === 'building' && named.includes(id));
}

function stepAtWork({ latest, steps }: RunView, node: string): StepView | undefined {
  return steps.get(latest.get(node) ?? '');
}

/** The node at work whose step began last. */
function workingNode({ latest, steps }: RunView): string | undefined {
  let working: string | undefined;
  for (const [node, path] of latest) if (steps.get(path)?.status === 'running') working = node;
  return working;
}

const waiting = { state: 'waiting' } as const;
