import { useTexts } from '../i18n/i18n.ts';
import frame from '../shell/page-frame.module.css';
import styles from './access.module.css';
import { AuditSection } from './audit-section.tsx';
import { KeysSection } from './keys-section.tsx';
import { LoginSection } from './login-section.tsx';

/** Who may come in: people by the password, programs by keys; and what was done. */
export function AccessPage(): React.ReactElement {
  const { t } = useTexts();
  return (
    <div className={frame.page}>
      <header className={`${frame.header} ${styles.header}`}>
        <h1 className={frame.title}>{t('rights.title')}</h1>
      </header>
      <main className={frame.body}>
        <div className={styles.content}>
          <LoginSection />
          <KeysSection />
          <AuditSection />
        </div>
      </main>
    </div>
  );
}
