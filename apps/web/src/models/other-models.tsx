import { useTexts } from '../i18n/i18n.ts';
import { useEditor } from '../state/editor-store.ts';
import styles from './models.module.css';

/** How a model that runs elsewhere is used: by a node, not by a setting of this page. */
export function OtherModels(): React.ReactElement {
  const { t, language } = useTexts();
  const descriptors = useEditor((state) => state.descriptors);
  const titleOf = (type: string): string => descriptors.get(type)?.title[language] ?? type;
  return (
    <section aria-labelledby="other-models">
      <h2 className={styles.sectionTitle} id="other-models">
        {t('models.other')}
      </h2>
      <p className={styles.sectionText}>
        {t('models.other-text', { node: titleOf('models.openai-compatible'), provider: titleOf('models.openai') })}
      </p>
      <p className={styles.sectionText}>{t('models.other-hosts')}</p>
    </section>
  );
}
