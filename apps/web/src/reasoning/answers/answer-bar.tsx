import { VisuallyHidden } from '@mantine/core';
import type { Answers } from '@jacquard/protocol';
import { useId, useState } from 'react';
import { useTexts, type Translate } from '../../i18n/i18n.ts';
import { formatShare } from '../../values/format-share.ts';
import { formatValue } from '../format-value.ts';
import { useInsidesContext } from '../insides-context.ts';
import { ShowMore } from '../show-more.tsx';
import type { AnswerRow } from './answer-rows.ts';
import styles from './answers.module.css';
import { SampleText } from './sample-text.tsx';

interface AnswerBarProps {
  readonly row: AnswerRow;
  readonly answers: Answers;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** So many samples are drawn at once. */
const shownAtOnce = 20;

/** An answer, how often it was given, and, opened, by which samples. */
export function AnswerBar({ row, answers, isOpen, onToggle }: AnswerBarProps): React.ReactElement {
  const { t, language } = useTexts();
  const panel = useId();
  const { isLarge } = useInsidesContext();
  const [shown, setShown] = useState(shownAtOnce);
  const answer = answerName(row, t);
  const count = formatValue(row.weight, language);
  return (
    <li className={styles.item}>
      <button
        type="button"
        className={styles.bar}
        data-kind={row.kind}
        data-leading={row.isLeading}
        aria-expanded={isOpen}
        aria-controls={isOpen ? panel : undefined}
        onClick={onToggle}
      >
        <VisuallyHidden>
          {t(row.isLeading ? 'reasoning.bar-leading' : 'reasoning.bar', { answer, count })}
        </VisuallyHidden>
        <span className={styles.answer} title={answer} aria-hidden>
          {answer}
        </span>
        <span className={styles.track} aria-hidden>
          <span className={styles.fill} style={{ width: `${row.share * 100}%` }} />
        </span>
        <span className={`${styles.count} tabular`} aria-hidden>
          {count}
          {isLarge && <span className={styles.share}>{formatShare(row.part, language)}</span>}
        </span>
      </button>
      {isOpen && (
        <div id={panel} className={styles.samples}>
          {row.samples.slice(0, shown).map((sample) => {
            const found = answers.samples.get(sample);
            return found && <SampleText key={sample} sample={found} isAlone={row.samples.length === 1} />;
          })}
          <ShowMore shown={shown} all={row.samples.length} atOnce={shownAtOnce} onShow={setShown} />
        </div>
      )}
    </li>
  );
}

/** What stands before the bar. */
export function answerName({ kind, answer }: Pick<AnswerRow, 'kind' | 'answer'>, t: Translate): string {
  if (kind !== 'answer') return t(`reasoning.${kind}`);
  const [line = ''] = answer.trim().split('\n');
  return line === '' ? t('reasoning.empty-text') : line.slice(0, 200);
}
