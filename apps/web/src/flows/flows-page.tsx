import { useTexts } from '../i18n/i18n.ts';

/** "My flows". */
export function FlowsPage(): React.ReactElement {
  const { t } = useTexts();
  return <h1>{t('shell.flows')}</h1>;
}
