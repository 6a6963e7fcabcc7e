import { useTexts } from '../i18n/i18n.ts';

/** The local models, and where others come from. */
export function ModelsPage(): React.ReactElement {
  const { t } = useTexts();
  return <h1>{t('shell.models')}</h1>;
}
