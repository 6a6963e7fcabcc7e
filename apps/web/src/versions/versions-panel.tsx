import { lazy, Suspense } from 'react';
import { addLaterTexts, useTexts } from '../i18n/i18n.ts';
import styles from '../shell/flow-page.module.css';
import { loadPart } from '../values/load-part.ts';

const VersionsPart = lazy(() =>
  loadPart(async () => (await Promise.all([import('./versions-part.tsx'), addLaterTexts()]))[0]),
);

/** The place of the versions; their code comes when they are asked for. */
export function VersionsPanel(): React.ReactElement {
  const { t } = useTexts();
  return (
    <div className={styles.tabBody} role="tabpanel" aria-label={t('versions.tab')}>
      <Suspense fallback={null}>
        <VersionsPart />
      </Suspense>
    </div>
  );
}
