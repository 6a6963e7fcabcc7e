import { useEffect, useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { askAfterCut } from '../access/ask-after-cut.ts';
import { onConnection, onCut } from '../live/socket.ts';
import { Banner } from './banner.tsx';

/** Says that the server can't be reached, once that lasts longer than a moment. */
export function ConnectionBanner(): React.ReactElement | null {
  const { t } = useTexts();
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = onConnection((isConnected) => {
      clearTimeout(timer);
      if (isConnected) setLost(false);
      else timer = setTimeout(() => setLost(true), 800);
    });
    const endCut = onCut(() => void askAfterCut().catch(() => undefined));
    return () => {
      clearTimeout(timer);
      endCut();
      end();
    };
  }, []);
  return isLost ? <Banner tone="warn" text={t('shell.lost')} /> : null;
}
