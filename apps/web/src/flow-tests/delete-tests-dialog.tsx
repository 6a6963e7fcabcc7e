import { Button, Group, Modal } from '@mantine/core';
import type { FlowTestView } from '@jacquard/protocol';
import { useTexts } from '../i18n/i18n.ts';
import { flowTestsRequests } from './flow-tests-requests.ts';
import { attempt, showCase } from './tests-store.ts';
import { refreshTests } from './use-flow-tests.ts';

interface DeleteTestsDialogProps {
  readonly flowId: string;
  readonly test: FlowTestView;
  readonly onClose: () => void;
}

/** Asks before a file of tests goes: nothing brings it back. */
export function DeleteTestsDialog({ flowId, test, onClose }: DeleteTestsDialogProps): React.ReactElement {
  const { t } = useTexts();
  const remove = async (): Promise<void> => {
    await flowTestsRequests.delete(flowId, test.id, test.revision);
    showCase(test.id, undefined);
    await refreshTests(flowId);
  };
  return (
    <Modal opened onClose={onClose} title={t('tests.sure')} centered>
      <p>{t('tests.sure-text')}</p>
      <Group justify="flex-end">
        <Button variant="subtle" onClick={onClose}>
          {t('tests.cancel')}
        </Button>
        <Button
          color="red"
          onClick={() => {
            onClose();
            void attempt(remove);
          }}
        >
          {t('tests.delete-file')}
        </Button>
      </Group>
    </Modal>
  );
}
