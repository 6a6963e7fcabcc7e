import type { FlowPort } from '@jacquard/flow';
import { useTexts } from '../../i18n/i18n.ts';
import { setFlowInput } from '../../state/flow-inputs-store.ts';
import styles from '../chat.module.css';
import { markUnreadable } from '../chat-store.ts';

/** Leaves an input to what the flow itself sets. */
export function BackToDefault({ port }: { readonly port: FlowPort }): React.ReactElement {
  const { t } = useTexts();
  return (
    <button
      type="button"
      className={styles.link}
      onClick={() => {
        markUnreadable(port.id, false);
        setFlowInput(port.id, undefined);
      }}
    >
      {t('chat.back-to-default')}
    </button>
  );
}
