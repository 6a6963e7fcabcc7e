import { Button } from '@mantine/core';
import { useTexts } from '../i18n/i18n.ts';
import { openBottom } from '../state/panel-store.ts';
import styles from './composer.module.css';
import type { Hindrance } from './use-hindrance.ts';

/** Why nothing can be sent now, and the way there. */
export function HindranceLine({ hindrance }: { readonly hindrance: Hindrance }): React.ReactElement {
  const { t } = useTexts();
  return (
    <p className={styles.hindrance} role="status">
      <span>{hindrance.text}</span>
      {hindrance.kind === 'problems' && (
        <Button variant="subtle" onClick={() => openBottom('problems')}>
          {t('chat.show-problems')}
        </Button>
      )}
    </p>
  );
}
