import { Button } from '@mantine/core';
import type { Candidate, CandidateScore } from '@jacquard/protocol';
import { useId } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { LongText } from '../long-text.tsx';
import { looksLikeCode } from '../looks-like-code.ts';
import { ItemSource } from '../source/item-source.tsx';
import styles from './candidates.module.css';
import { scoreShare, scoreText, type ScoreEnds } from './score-text.ts';

interface CandidateRowProps {
  readonly candidate: Candidate;
  /** From 1. */
  readonly rank: number;
  readonly ends: ScoreEnds;
  readonly rounds: number;
  /** The text that it was made from. */
  readonly parent: string | undefined;
  readonly isOpen: boolean;
  readonly onPut: ((text: string) => void) | undefined;
  readonly onToggle: () => void;
}

/** A candidate: its rank, its text, its scores as bars; opened, all of it with its prompt. */
export function CandidateRow(props: CandidateRowProps): React.ReactElement {
  const { candidate, rank, ends, rounds, parent, isOpen, onPut, onToggle } = props;
  const { t } = useTexts();
  const panel = useId();
  const { text, round, from, train, heldOut, all, isChosen } = candidate;
  return (
    <li className={styles.candidate} data-chosen={isChosen}>
      <button
        type="button"
        className={styles.row}
        aria-expanded={isOpen}
        aria-controls={isOpen ? panel : undefined}
        onClick={onToggle}
      >
        <span className={`${styles.rank} tabular`}>{rank}</span>
        <span className={styles.text}>{text.trim().slice(0, 300) || t('reasoning.empty-text')}</span>
        <span className={`${styles.marks} tabular`}>
          {rounds > 1 && t('reasoning.round', { round: round + 1 })}
          {isChosen && <b className={styles.chosen}>{t('reasoning.chosen')}</b>}
        </span>
      </button>
      <div className={styles.scores}>
        <ScoreBar label={t('reasoning.train')} score={train} ends={ends} kind="train" />
        <ScoreBar label={t('reasoning.held-out')} score={heldOut} ends={ends} kind="held-out" />
        <ScoreBar label={t('reasoning.score')} score={all} ends={ends} kind="held-out" />
        {!train && !heldOut && !all && <span className={styles.facts}>{t('reasoning.no-score')}</span>}
        {onPut && (isChosen || isOpen) && (
          <Button variant="light" size="compact-xs" h={28} onClick={() => onPut(text)}>
            {t('reasoning.put-into-template')}
          </Button>
        )}
      </div>
      {isOpen && (
        <div id={panel} className={styles.panel}>
          <LongText text={text} isCode={looksLikeCode(text)} />
          {parent !== undefined && (
            <p className={styles.facts}>{t('reasoning.parent', { text: parent.trim().slice(0, 200) })}</p>
          )}
          <ItemSource source={from} />
        </div>
      )}
    </li>
  );
}

interface ScoreBarProps {
  readonly label: string;
  readonly score: CandidateScore | undefined;
  readonly ends: ScoreEnds;
  readonly kind: 'train' | 'held-out';
}

function ScoreBar({ label, score, ends, kind }: ScoreBarProps): React.ReactElement | null {
  const { t, language } = useTexts();
  if (!score) return null;
  return (
    <span className={`${styles.score} tabular`}>
      <span className={styles.label}>{label}</span>
      <span className={styles.track}>
        <span className={styles.fill} data-kind={kind} style={{ width: `${scoreShare(score, ends) * 100}%` }} />
      </span>
      <span>{scoreText(score, ends, t, language)}</span>
    </span>
  );
}
