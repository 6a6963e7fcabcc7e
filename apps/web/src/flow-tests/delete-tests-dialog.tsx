import type { FlowTestView } from '@jacquard/protocol';
import { useTexts } from '../i18n/i18n.ts';
import { ConfirmDialog } from '../shell/confirm-dialog.tsx';
import { flowTestsRequests } from './flow-tests-requests.ts';
import { showCase } from './tests-store.ts';
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
    <ConfirmDialog
      isOpen
      title={t('tests.sure')}
      text={t('tests.sure-text')}
      action={t('tests.delete-file')}
      onConfirm={remove}
      onClose={onClose}
    />
  );
}
