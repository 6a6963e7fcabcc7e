import { Progress } from '@mantine/core';
import type { KnowledgeSummary } from '@jacquard/protocol';
import { problemSentence } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import { formatCount } from '../values/format-duration.ts';
import { basePath } from './base-actions.ts';
import frame from '../shell/page-frame.module.css';
import styles from './knowledge.module.css';
import { languageNames } from './language-limit.ts';
import { PageLink } from './page-link.tsx';
import { buildingShare, contentSentence, stateSentence } from './state-sentence.ts';

/** One base: its name leads to it. */
export function BaseCard({ base }: { readonly base: KnowledgeSummary }): React.ReactElement {
  const { t, language } = useTexts();
  const share = buildingShare(base);
  const languages = languageNames(base.languages, language);
  return (
    <li className={`${frame.card} ${styles.card}`} data-state={base.state}>
      <PageLink className={styles.cardLink} path={basePath(base.id)}>
        {base.name}
      </PageLink>
      {base.state !== 'broken' && <p className={styles.cardLine}>{contentSentence(base, t, language)}</p>}
      {languages !== '' && <p className={styles.cardLine}>{languages}</p>}
      {base.problem && <p className={styles.problem}>{problemSentence(base.problem, language)}</p>}
      <div className={styles.cardFoot}>
        {base.state === 'building' && (
          <Progress
            value={(share ?? 1) * 100}
            animated={share === undefined}
            size="sm"
            aria-label={t('knowledge.progress-of', { name: base.name })}
          />
        )}
        <p className={styles.cardState} data-state={base.state}>
          <span>{stateSentence(base, t, language)}</span>
          {base.failed > 0 && (
            <span className={styles.cardFailed}>
              {t('knowledge.failed-count', { count: base.failed, number: formatCount(base.failed, language) })}
            </span>
          )}
        </p>
      </div>
    </li>
  );
}
