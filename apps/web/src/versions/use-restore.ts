import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import { restoreVersion } from './version-actions.ts';

/** Restores a version of a flow and says so, or why it could not be done. */
export function useRestore(flowId: string): (number: number) => Promise<void> {
  const { t, language } = useTexts();
  return useCallback(
    async (number) => {
      const closeButtonProps = { 'aria-label': t('shell.close') };
      try {
        await restoreVersion(flowId, number);
        notifications.show({ message: t('versions.restored', { number }), closeButtonProps });
      } catch (error) {
        notifications.show({ color: 'red', message: problemText(error, language).detail, closeButtonProps });
      }
    },
    [flowId, t, language],
  );
}
