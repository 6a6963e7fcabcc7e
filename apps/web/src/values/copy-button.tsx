import { Button } from '@mantine/core';
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { copyText } from './copy-text.ts';

/** Copies a text, which may be made only then, and says so. */
export function CopyButton({ text }: { readonly text: string | (() => string) }): React.ReactElement {
  const { t } = useTexts();
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setCopied(false), 1500);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-xs"
      h={28}
      aria-label={isCopied ? t('panels.copied') : t('panels.copy')}
      leftSection={isCopied ? <Check size={13} /> : <Copy size={13} />}
      onClick={() => {
        copyText(typeof text === 'string' ? text : text());
        setCopied(true);
      }}
    >
      {isCopied ? t('panels.copied') : t('panels.copy')}
    </Button>
  );
}
