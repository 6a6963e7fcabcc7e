import { Button, Textarea } from '@mantine/core';
import { Problem } from '@jacquard/flow';
import type { ModelState, TryEvent } from '@jacquard/protocol';
import { Square } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import { formatCount, formatDuration } from '../values/format-duration.ts';
import styles from './models.module.css';
import { tryModel } from './try-events.ts';

/** A prompt for a model and what it answers, without a flow. */
export function TryModel({ model: { id, name } }: { readonly model: ModelState }): React.ReactElement {
  const { t } = useTexts();
  const [prompt, setPrompt] = useState(() => t('models.try-example'));
  const { answer, ask, stop } = useTrying(id);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      className={styles.trying}
      onSubmit={(event) => {
        event.preventDefault();
        void ask(prompt);
      }}
    >
      <Textarea
        ref={field}
        aria-label={t('models.try-prompt', { name })}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={20_000}
        value={prompt}
        onChange={(event) => setPrompt(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
        }}
      />
      {answer.isRunning ? (
        // A button of its own: were it the one below, a click that ends the answer would send the form.
        <Button
          key="stop"
          variant="default"
          className={styles.tryButton}
          leftSection={<Square size={12} fill="currentColor" />}
          onClick={stop}
        >
          {t('models.stop')}
        </Button>
      ) : (
        <Button key="ask" type="submit" variant="light" className={styles.tryButton} disabled={prompt.trim() === ''}>
          {t('models.try-send')}
        </Button>
      )}
      <AnswerOfTrial answer={answer} name={name} />
    </form>
  );
}

interface Trial {
  readonly text: string;
  readonly isRunning: boolean;
  readonly end?: Extract<TryEvent, { type: 'end' }> | undefined;
  readonly problem?: unknown;
}

function AnswerOfTrial({ answer, name }: { readonly answer: Trial; readonly name: string }): React.ReactElement | null {
  const { t, language } = useTexts();
  const { text, isRunning, end, problem } = answer;
  if (problem !== undefined) {
    const { title, detail } = problemText(problem, language);
    return (
      <p className={styles.problem} role="alert">
        {[title, detail].join(' · ')}
      </p>
    );
  }
  if (!isRunning && text === '' && !end) return null;
  return (
    <section className={styles.trial} aria-label={t('models.try-answer', { name })} aria-busy={isRunning}>
      {text === '' ? isRunning && <p className={styles.quiet}>{t('models.try-loading')}</p> : <p>{text}</p>}
      {end?.finish === 'length' && <p className={styles.quiet}>{t('models.try-cut')}</p>}
      {end && (
        <p className={`${styles.trialFacts} tabular`} role="status">
          {t('models.try-facts', {
            tokens: formatCount(end.outputTokens, language),
            speed: formatCount(end.writing, language),
            wait: formatDuration(end.untilFirst, language),
          })}
        </p>
      )}
    </section>
  );
}

/** The answer as it comes; leaving the page, or asking again, ends it. */
function useTrying(id: string): {
  readonly answer: Trial;
  readonly ask: (prompt: string) => Promise<void>;
  readonly stop: () => void;
} {
  const [answer, setAnswer] = useState<Trial>({ text: '', isRunning: false });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const ask = async (prompt: string): Promise<void> => {
    running.current?.abort();
    const abort = new AbortController();
    running.current = abort;
    setAnswer({ text: '', isRunning: true });
    try {
      for await (const event of tryModel(id, prompt, abort.signal)) setAnswer((before) => withEvent(before, event));
    } catch (problem) {
      if (!abort.signal.aborted) setAnswer((before) => ({ ...before, problem }));
    }
    if (running.current === abort) setAnswer((before) => ({ ...before, isRunning: false }));
  };
  return { answer, ask, stop: () => running.current?.abort() };
}

function withEvent(before: Trial, event: TryEvent): Trial {
  if (event.type === 'text') return { ...before, text: before.text + event.text };
  if (event.type === 'end') return { ...before, end: event };
  const { code, params } = event.problem;
  return { ...before, problem: new Problem(code, params) };
}
