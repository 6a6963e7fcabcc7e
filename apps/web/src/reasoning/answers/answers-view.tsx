import type { Answers, StepView } from '@jacquard/protocol';
import { useState } from 'react';
import { useTexts, type Translate } from '../../i18n/i18n.ts';
import { formatShare } from '../../values/format-share.ts';
import { ShowMore } from '../show-more.tsx';
import { AnswerBar } from './answer-bar.tsx';
import { answerRows } from './answer-rows.ts';
import styles from './answers.module.css';
import { samplesText } from './samples-text.ts';

interface AnswersViewProps {
  readonly answers: Answers;
  readonly progress: StepView['progress'];
}

/** So many bars are drawn at once. */
const shownAtOnce = 30;

/** A histogram of answers, which grows while samples come; each bar opens to its samples. */
export function AnswersView({ answers, progress }: AnswersViewProps): React.ReactElement {
  const { t, language } = useTexts();
  const [shown, setShown] = useState(shownAtOnce);
  const [open, setOpen] = useState<string>();
  const rows = answerRows(answers);
  const facts = [
    samplesText(answers, progress, t, language),
    t('reasoning.rule', { rule: ruleText(answers.rule, t) }),
    answers.confidence !== undefined && t('reasoning.confidence', { share: formatShare(answers.confidence, language) }),
  ].filter((fact) => typeof fact === 'string');
  return (
    <div className={styles.answers}>
      <p className={`${styles.facts} tabular`}>{facts.join(' · ')}</p>
      {rows.length === 0 && <p className={styles.facts}>{t('reasoning.no-answers')}</p>}
      <ul className={styles.bars} aria-label={t('reasoning.answers')}>
        {rows.slice(0, shown).map((row) => (
          <AnswerBar
            key={row.key}
            row={row}
            answers={answers}
            isOpen={open === row.key}
            onToggle={() => setOpen(open === row.key ? undefined : row.key)}
          />
        ))}
      </ul>
      <ShowMore shown={shown} all={rows.length} atOnce={shownAtOnce} onShow={setShown} />
    </div>
  );
}

const rules = [
  'exact',
  'normalised',
  'numeric',
  'algebraic',
  'tests',
  'embedding',
  'overlap',
  'judge',
  'universal',
] as const;

/** What makes answers the same, in words; a rule that isn't known by its own name. */
function ruleText(rule: string | undefined, t: Translate): string {
  if (rule === undefined) return t('reasoning.rule-first');
  const known = rules.find((one) => one === rule);
  return known ? t(`reasoning.rule-${known}`) : rule;
}
