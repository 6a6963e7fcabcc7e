import type { Candidates } from '@jacquard/protocol';
import { useState } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { formatCount } from '../../values/format-duration.ts';
import { ShowMore } from '../show-more.tsx';
import { CandidateRow } from './candidate-row.tsx';
import styles from './candidates.module.css';
import { useGlide } from './use-glide.ts';

/** So many candidates are drawn at once. */
const shownAtOnce = 40;

interface CandidatesViewProps {
  readonly candidates: Candidates;
  /** Puts a candidate's text into a template, where that can be. */
  readonly onPut?: ((text: string) => void) | undefined;
}

/** Candidates by rank, ranked anew as scores come: what each scored on the examples that it was chosen by, beside those held out. */
export function CandidatesView({ candidates, onPut }: CandidatesViewProps): React.ReactElement {
  const { t, language } = useTexts();
  const [shown, setShown] = useState(shownAtOnce);
  const [open, setOpen] = useState<string>();
  const { ranked, rounds } = candidates;
  const rows = ranked.slice(0, shown);
  const list = useGlide(rows.map(({ id }) => id).join('\n'));
  const texts = new Map(ranked.map(({ id, text }) => [id, text]));
  const hasSides = ranked.some(({ train, heldOut }) => train !== undefined || heldOut !== undefined);
  const count = formatCount(ranked.length, language);
  return (
    <div className={styles.candidates}>
      <p className={`${styles.facts} tabular`}>
        {t('reasoning.candidate-count', { count: ranked.length, candidates: count })}
        {` · ${t('reasoning.rounds', { count: rounds, rounds: formatCount(rounds, language) })}`}
        {hasSides && ` · ${t('reasoning.sides')}`}
      </p>
      <ol ref={list} className={styles.list} aria-label={t('reasoning.candidates')}>
        {rows.map((candidate, index) => (
          <CandidateRow
            key={candidate.id}
            candidate={candidate}
            rank={index + 1}
            ends={candidates}
            rounds={rounds}
            parent={candidate.parent === undefined ? undefined : texts.get(candidate.parent)}
            isOpen={open === candidate.id}
            onPut={onPut}
            onToggle={() => setOpen(open === candidate.id ? undefined : candidate.id)}
          />
        ))}
      </ol>
      <ShowMore shown={shown} all={ranked.length} atOnce={shownAtOnce} onShow={setShown} />
    </div>
  );
}
