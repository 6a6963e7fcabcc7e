import type { Publication } from '@jacquard/protocol';
import { useTexts } from '../../i18n/i18n.ts';
import styles from './publishing.module.css';

interface PublicationBadgesProps {
  readonly publication: Publication | undefined;
}

/** Whether a version is published, whether callers get it, and its labels. */
export function PublicationBadges({ publication }: PublicationBadgesProps): React.ReactElement | null {
  const { t } = useTexts();
  if (publication === undefined) return null;
  const { isCurrent, labels } = publication;
  return (
    <ul className={styles.badges}>
      <li className={styles.badge} data-current={isCurrent}>
        {t(isCurrent ? 'publishing.badge-current' : 'publishing.badge-published')}
      </li>
      {labels.map((label) => (
        <li key={label} className={styles.label}>
          @{label}
        </li>
      ))}
    </ul>
  );
}
