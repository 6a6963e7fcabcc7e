import type { CutLogits, RankedLogits } from '@jacquard/flow';
import { useMemo } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { formatCount } from '../../values/format-duration.ts';
import { formatChance } from './format-chance.ts';
import styles from './next-word.module.css';
import { choicesOf, surenessOf } from './sureness.ts';

interface KeptLineProps {
  readonly ranked: RankedLogits;
  readonly cut: CutLogits;
}

/** How much is left to draw from, and how sure the choice is then. */
export function KeptLine({ ranked, cut }: KeptLineProps): React.ReactElement {
  const { t, language } = useTexts();
  const choices = useMemo(() => choicesOf(cut.probabilities), [cut]);
  return (
    <p className={styles.kept} role="status">
      {t(`insides.${surenessOf(choices)}`, { choices: formatCount(Math.round(choices), language) })}{' '}
      {cut.kept === ranked.ids.length
        ? t('insides.kept-all', { all: formatCount(cut.kept, language) })
        : t('insides.kept', {
            count: cut.kept,
            shown: formatCount(cut.kept, language),
            all: formatCount(ranked.ids.length, language),
            mass: formatChance(cut.mass, language),
          })}
    </p>
  );
}
