import { useTexts } from '../i18n/i18n.ts';

/** What a person says to the flow, and what it answers. */
export function ChatPanel(): React.ReactElement {
  const { t } = useTexts();
  return <p>{t('chat.empty')}</p>;
}
