import { Modal } from '@mantine/core';
import { useEffect } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { later } from '../values/later.tsx';
import { closeShortcuts, openShortcuts, useShortcuts } from './shortcuts-store.ts';

const ShortcutList = later(async () => (await import('./shortcut-list.tsx')).ShortcutList);

/** All shortcuts, by what they are for; `?` opens the list on every page. */
export function ShortcutsDialog(): React.ReactElement {
  const { t } = useTexts();
  const isOpen = useShortcuts((state) => state.isOpen);
  useQuestionMark();
  return (
    <Modal
      opened={isOpen}
      onClose={closeShortcuts}
      title={t('editing.shortcuts')}
      size={820}
      closeButtonProps={{ 'aria-label': t('editing.close') }}
    >
      <ShortcutList />
    </Modal>
  );
}

/** `?` opens the list, except where a person writes. */
function useQuestionMark(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { target } = event;
      const isWriting =
        target instanceof HTMLElement &&
        (target.isContentEditable ||
          target.closest('input, textarea, select, [role="dialog"], [role="grid"]') !== null);
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.defaultPrevented || isWriting) return;
      event.preventDefault();
      openShortcuts();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}
