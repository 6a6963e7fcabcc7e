import type { PassageMatch } from '@jacquard/flow';
import { Tooltip } from '@mantine/core';
import { useTexts } from '../i18n/i18n.ts';
import { formatShare } from './format-share.ts';
import styles from './match-label.module.css';

/** Whether a passage is a strong or a partial match; the figures behind it on hover and focus. */
export function MatchLabel({ match }: { readonly match: PassageMatch }): React.ReactElement {
  const { t, language } = useTexts();
  const share = (value: number): string => formatShare(value, language);
  const figures = [
    t('sources.figure-coverage', { share: share(match.coverage) }),
    ...(match.words === undefined ? [] : [t('sources.figure-words', { share: share(match.words) })]),
    ...(match.meaning === undefined
      ? []
      : [t('sources.figure-meaning', { value: match.meaning.toLocaleString(language, { maximumFractionDigits: 2 }) })]),
  ];
  return (
    <Tooltip label={figures.join(' · ')} multiline maw={320} events={{ hover: true, focus: true, touch: true }}>
      <span className={styles.match} data-strength={match.strength} tabIndex={0}>
        {t(match.strength === 'strong' ? 'sources.strong' : 'sources.partial')}
      </span>
    </Tooltip>
  );
}
