import { shortestPassword } from '@jacquard/protocol';
import { useState } from 'react';
import type { Translate } from '../i18n/i18n.ts';

/** Two fields that must hold the same new password, and what is wrong with them once they were sent. */
export function useNewPassword(t: Translate) {
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const [wasSent, setSent] = useState(false);
  const isShort = password.length < shortestPassword;
  const isOther = repeated !== password;
  const tooShort = t('rights.too-short', { least: shortestPassword });
  return {
    password,
    fields: {
      password: {
        value: password,
        onChange: (event: React.ChangeEvent<HTMLInputElement>) => setPassword(event.currentTarget.value),
        autoComplete: 'new-password',
        description: wasSent && isShort ? undefined : tooShort,
        error: wasSent && isShort ? tooShort : undefined,
      },
      repeated: {
        value: repeated,
        onChange: (event: React.ChangeEvent<HTMLInputElement>) => setRepeated(event.currentTarget.value),
        autoComplete: 'new-password',
        error: wasSent && !isShort && isOther ? t('rights.not-the-same') : undefined,
      },
    },
    /** True when both are right; shows what is wrong otherwise. */
    check(): boolean {
      setSent(true);
      return !isShort && !isOther;
    },
    clear(): void {
      setPassword('');
      setRepeated('');
      setSent(false);
    },
  };
}
