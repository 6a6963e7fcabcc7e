import type { FlowPort, JsonValue } from '@jacquard/flow';
import { useMemo } from 'react';
import { AnswerText } from '../chat/answer-text.tsx';
import { outputOfRun } from '../chat/output-of-run.ts';
import { OutputContent } from '../chat/output-view.tsx';
import { useTexts } from '../i18n/i18n.ts';
import { useRun } from '../state/run-store.ts';
import { hasTableShape } from '../values/table/table-data.ts';
import { useAnswers } from './guide-store.ts';
import styles from './side-by-side.module.css';

/** So many texts are read on one page; the rest is in the table on the canvas. */
const mostTexts = 20;

/** The answers of two prompts to each text, whole and beside each other; a table that is none of this stays a table. */
export function SideBySide({ port }: { readonly port: FlowPort }): React.ReactElement {
  const { t } = useTexts();
  const [{ prompts }] = useAnswers('compare-two-prompts');
  const value = useRun(({ view }) => {
    const output = view && outputOfRun(view, port);
    return output?.state === 'there' ? output.value : undefined;
  });
  const table = useMemo(() => (value !== undefined && hasTableShape(value) ? value : undefined), [value]);
  if (table?.columns.length !== 3) return <OutputContent port={port} />;
  const [text = '', ...names] = table.columns;
  const rest = table.rows.length - mostTexts;
  return (
    <>
      <div className={styles.answers}>
        {names.map((name, index) => (
          <p key={name} className={styles.asked}>
            <b>{name}</b>
            <span>{prompts[index]}</span>
          </p>
        ))}
      </div>
      <ol className={styles.texts}>
        {table.rows.slice(0, mostTexts).map((row, index) => (
          <li key={index} className={styles.text}>
            <p className={styles.given}>{asText(row[text])}</p>
            <div className={styles.answers}>
              {names.map((prompt) => (
                <section key={prompt} className={styles.answer} aria-label={prompt}>
                  <h3 className={styles.prompt}>{prompt}</h3>
                  <AnswerText text={asText(row[prompt])} />
                </section>
              ))}
            </div>
          </li>
        ))}
      </ol>
      {rest > 0 && <p className={styles.rest}>{t('guides.ask-more', { count: rest })}</p>}
    </>
  );
}

/** A cell as its reader sees it; a model's answer is always a text. */
function asText(cell: JsonValue | undefined): string {
  return typeof cell === 'string' ? cell : JSON.stringify(cell ?? '');
}
