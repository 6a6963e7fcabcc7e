import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import { useEditor } from '../state/editor-store.ts';
import { keepMine, takeTheirs } from '../state/resolve-conflict.ts';

/** Two have saved the same flow: a person chooses which stays, and the other is kept, too. */
export function ConflictDialog(): React.ReactElement {
  const { t, language } = useTexts();
  const isOpen = useEditor(({ save }) => save.state === 'conflict');
  const name = useEditor(({ history }) => history?.document.name ?? '');
  const [problem, setProblem] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const copyName = t('shell.copy-name', { name });
  const resolve = async (choice: (copyName: string) => Promise<void>): Promise<void> => {
    setBusy(true);
    await choice(copyName).then(() => setProblem(undefined), setProblem);
    setBusy(false);
  };
  return (
    <Modal
      opened={isOpen}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnClickOutside={false}
      title={t('shell.conflict-title')}
      size="lg"
    >
      <Text mb="md">{t('shell.conflict-text', { name })}</Text>
      {problem !== undefined && (
        <Text mb="md" c="var(--err)" role="alert">
          {problemText(problem, language).detail}
        </Text>
      )}
      <Group justify="flex-end">
        <Button variant="default" loading={isBusy} onClick={() => void resolve(takeTheirs)}>
          {t('shell.conflict-theirs')}
        </Button>
        <Button loading={isBusy} onClick={() => void resolve(keepMine)}>
          {t('shell.conflict-mine')}
        </Button>
      </Group>
    </Modal>
  );
}
