import { modelCallSchema, type ModelAnswer, type ModelCall } from '@jacquard/protocol';
import type { JsonValue, ValueReference } from '@jacquard/flow';
import { useMemo } from 'react';
import { problemSentence } from '../../api/problem-text.ts';
import { useTexts, type Translate } from '../../i18n/i18n.ts';
import { CopyButton } from '../copy-button.tsx';
import { formatCount, formatDuration } from '../format-duration.ts';
import { LargeValue } from '../large-value.tsx';
import { LazyDetails } from '../lazy-details.tsx';
import { MessageList } from '../message-list.tsx';
import { valueForm } from '../value-form.ts';
import styles from './model-call.module.css';

interface ModelCallViewProps {
  readonly data: JsonValue;
  readonly runId: string | undefined;
  readonly number: number;
  /** The only one of its answers that is shown, from 0. */
  readonly sample?: number | undefined;
  readonly isOpen: boolean;
}

/** A call of a model: what was sent, with which settings, and what came back raw. */
export function ModelCallView({ data, runId, number, sample, isOpen }: ModelCallViewProps): React.ReactElement | null {
  const { t, language } = useTexts();
  const call = useMemo(() => modelCallSchema.safeParse(data).data, [data]);
  if (!call) return null;
  const facts = [
    call.name,
    call.model,
    formatDuration(call.duration, language),
    call.outputTokens !== undefined &&
      t('panels.tokens', {
        input: formatCount(call.inputTokens ?? 0, language),
        output: formatCount(call.outputTokens, language),
      }),
    call.ending === 'failed' && t('canvas.state-failed'),
    call.ending === 'stopped' && t('canvas.state-cancelled'),
  ].filter((fact) => typeof fact === 'string');
  return (
    <LazyDetails
      className={styles.call}
      isOpen={isOpen}
      summary={
        <>
          {t('faces.call', { number })} <span className={`${styles.facts} tabular`}>{facts.join(' · ')}</span>
        </>
      }
    >
      {() => (
        <>
          <Sent call={call} runId={runId} />
          <CameBack call={call} runId={runId} only={sample} />
          <Settings call={call} runId={runId} />
        </>
      )}
    </LazyDetails>
  );
}

interface PartProps {
  readonly call: ModelCall;
  readonly runId: string | undefined;
}

function Sent({ call: { messages, prompt, location }, runId }: PartProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <div className={styles.part} role="group" aria-label={t('faces.sent')}>
      <p className={styles.partHead}>
        {t('faces.sent')}
        <span className={styles.facts}>
          {location === 'local' ? t('faces.stays') : t('faces.sent-to', { location })}
        </span>
      </p>
      {prompt !== undefined ? (
        <SentText prompt={prompt} runId={runId} />
      ) : 'ref' in messages ? (
        <LargeValue reference={messages} runId={runId}>
          {(whole) => <Messages value={whole} />}
        </LargeValue>
      ) : (
        <MessageList messages={messages} canCopy />
      )}
    </div>
  );
}

/** A text that the model went on with, without messages. */
function SentText({
  prompt,
  runId,
}: {
  readonly prompt: string | ValueReference;
  readonly runId: string | undefined;
}): React.ReactElement {
  if (typeof prompt === 'string') return <Raw value={prompt} />;
  return (
    <LargeValue reference={prompt} runId={runId}>
      {(whole) => <Raw value={whole} />}
    </LargeValue>
  );
}

function Messages({ value }: { readonly value: JsonValue }): React.ReactElement {
  const form = valueForm(value);
  return form.form === 'messages' ? <MessageList messages={form.messages} canCopy /> : <Raw value={value} />;
}

function CameBack({
  call: { answers, error, ending },
  runId,
  only,
}: PartProps & { readonly only: number | undefined }): React.ReactElement {
  const { t, language } = useTexts();
  return (
    <div className={styles.part} role="group" aria-label={t('faces.came-back')}>
      <p className={styles.partHead}>{t('faces.came-back')}</p>
      {answers.length === 0 && ending !== 'failed' && <p className={styles.facts}>{t('faces.came-nothing')}</p>}
      {answers.map(
        (answer, sample) =>
          (only === undefined || only === sample) && (
            // A sample has no identity but its place.
            // oxlint-disable-next-line react/no-array-index-key
            <Answer key={sample} answer={answer} sample={answers.length > 1 ? sample + 1 : undefined} runId={runId} />
          ),
      )}
      {error && <p role="note">{problemSentence(error, language)}</p>}
    </div>
  );
}

interface AnswerProps {
  readonly answer: ModelAnswer;
  readonly sample: number | undefined;
  readonly runId: string | undefined;
}

function Answer({ answer: { text, finish, toolCalls }, sample, runId }: AnswerProps): React.ReactElement {
  const { t } = useTexts();
  const facts = [sample === undefined ? undefined : t('faces.sample', { number: sample }), finishWords(finish, t)];
  return (
    <div className={styles.answer}>
      <p className={styles.facts}>{facts.filter((fact) => fact !== undefined).join(' · ')}</p>
      {text !== '' && <MaybeLarge value={text} runId={runId} />}
      {toolCalls !== undefined && <MaybeLarge value={toolCalls} runId={runId} />}
    </div>
  );
}

function finishWords(finish: string | undefined, t: Translate): string | undefined {
  switch (finish) {
    case undefined:
      return undefined;
    case 'stop':
      return t('faces.finish-stop');
    case 'length':
      return t('faces.finish-length');
    case 'tool-calls':
      return t('faces.finish-tools');
    case 'filter':
      return t('faces.finish-filter');
    default:
      return finish;
  }
}

function Settings({ call, runId }: PartProps): React.ReactElement {
  const { t } = useTexts();
  const { settings, tools, schema, grammar, identity } = call;
  const parts = [
    [t('faces.call-tools'), tools],
    [t('faces.call-schema'), schema],
    [t('faces.call-grammar'), grammar],
    [t('faces.call-identity'), identity],
  ] as const;
  return (
    <div className={styles.part} role="group" aria-label={t('faces.call-settings')}>
      <p className={styles.partHead}>
        {t('faces.call-settings')}
        <CopyButton text={() => JSON.stringify(settings, null, 2)} />
      </p>
      <dl className={`${styles.settings} tabular`}>
        {Object.entries(settings).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
          </div>
        ))}
      </dl>
      {parts.map(
        ([label, value]) =>
          value !== undefined && (
            <LazyDetails key={label} summary={label}>
              {() => <MaybeLarge value={value} runId={runId} />}
            </LazyDetails>
          ),
      )}
    </div>
  );
}

function MaybeLarge({
  value,
  runId,
}: {
  readonly value: JsonValue | ValueReference;
  readonly runId: string | undefined;
}) {
  const form = valueForm(value);
  if (form.form !== 'reference') return <Raw value={value} />;
  return (
    <LargeValue reference={form.reference} runId={runId}>
      {(whole) => <Raw value={whole} />}
    </LargeValue>
  );
}

/** So much is drawn; all of it can be copied. */
const longest = 20_000;

/** As it is, to the letter. */
function Raw({ value }: { readonly value: JsonValue }): React.ReactElement {
  const { t } = useTexts();
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return (
    <div className={styles.raw}>
      <CopyButton text={text} />
      <pre>
        {text.slice(0, longest)}
        {text.length > longest && t('faces.cut', { count: text.length - longest })}
      </pre>
    </div>
  );
}
