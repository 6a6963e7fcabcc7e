import { Button } from '@mantine/core';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { copyText } from '../values/copy-text.ts';
import styles from './access.module.css';
import form from './form.module.css';

/** A key that was just made, this once. It can be marked and copied by hand, too. */
export function NewKey({ text, onDone }: { readonly text: string; readonly onDone: () => void }): React.ReactElement {
  const { t } = useTexts();
  const [wasCopied, setCopied] = useState(false);
  return (
    <div className={form.form} role="group" aria-labelledby="new-key">
      <div>
        <h3 className={styles.subtitle} id="new-key" style={{ marginTop: 0 }}>
          {t('rights.made')}
        </h3>
        <p className={form.hint}>{t('rights.made-text')}</p>
        <div className={form.key}>
          <code>{text}</code>
          <Button
            autoFocus
            leftSection={<Copy size={14} />}
            onClick={() => {
              copyText(text);
              setCopied(true);
            }}
          >
            {t('rights.copy')}
          </Button>
        </div>
      </div>
      <div className={styles.buttons}>
        <Button variant="default" onClick={onDone}>
          {t('rights.done')}
        </Button>
        <p className={styles.done} role="status">
          {wasCopied && t('rights.copied')}
        </p>
      </div>
    </div>
  );
}
