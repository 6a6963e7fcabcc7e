import { useTexts } from '../i18n/i18n.ts';
import styles from './models.module.css';

/** Which models to look for when the ones that come along don't know a language: for writing, and for search by meaning. */
export function LanguageModels(): React.ReactElement {
  const { t } = useTexts();
  return (
    <section aria-labelledby="language-models">
      <h2 className={styles.sectionTitle} id="language-models">
        {t('models.language')}
      </h2>
      <p className={styles.sectionText}>{t('models.language-text')}</p>
      <ul className={styles.hints}>
        <li>{t('models.language-writing')}</li>
        <li>{t('models.language-meaning')}</li>
      </ul>
    </section>
  );
}
