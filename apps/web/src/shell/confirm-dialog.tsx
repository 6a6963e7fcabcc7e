import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';

interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly text: string;
  /** The verb on the button. */
  readonly action: string;
  readonly onConfirm: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asks before something that can't be undone, and says so if it didn't work. */
export function ConfirmDialog(props: ConfirmDialogProps): React.ReactElement {
  const { isOpen, title, text, action, onConfirm, onClose } = props;
  const { t, language } = useTexts();
  const [problem, setProblem] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const close = (): void => {
    setProblem(undefined);
    onClose();
  };
  const confirm = async (): Promise<void> => {
    setBusy(true);
    await onConfirm().then(close, setProblem);
    setBusy(false);
  };
  return (
    <Modal opened={isOpen} onClose={close} title={title} closeButtonProps={{ 'aria-label': t('shell.close') }}>
      <Text mb="md">{text}</Text>
      {problem !== undefined && (
        <Text mb="md" c="var(--err)" role="alert">
          {problemText(problem, language).detail}
        </Text>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={close} data-autofocus>
          {t('shell.cancel')}
        </Button>
        <Button color="var(--err)" c="var(--on-accent)" loading={isBusy} onClick={() => void confirm()}>
          {action}
        </Button>
      </Group>
    </Modal>
  );
}
