import type { Publication } from '@jacquard/protocol';
import { useTexts } from '../../i18n/i18n.ts';
import { ConfirmDialog } from '../../shell/confirm-dialog.tsx';
import { LabelsDialog } from './labels-dialog.tsx';
import type { PublicationAction } from './publication-menu.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { publishRequests } from './publish-requests.ts';
import { refreshPublications } from './use-publications.ts';

interface PublicationDialogsProps {
  readonly flowId: string;
  readonly number: number;
  readonly publication: Publication | undefined;
  readonly action: PublicationAction | undefined;
  readonly onClose: () => void;
}

/** The dialog of what a person has chosen in a version's menu. */
export function PublicationDialogs(props: PublicationDialogsProps): React.ReactElement | null {
  const { flowId, number, publication, action, onClose } = props;
  const { t } = useTexts();
  if (action === 'publish') return <PublishDialog flowId={flowId} version={number} onClose={onClose} />;
  if (action === 'labels') return <LabelsDialog flowId={flowId} number={number} onClose={onClose} />;
  const withdraw = async (): Promise<void> => {
    await publishRequests.withdraw(flowId, number);
    await refreshPublications(flowId);
  };
  return (
    <ConfirmDialog
      isOpen={action === 'withdraw'}
      title={t('publishing.withdraw-title', { number })}
      text={[t('publishing.withdraw-text'), ...(publication?.isCurrent ? [t('publishing.withdraw-last')] : [])].join(
        ' ',
      )}
      action={t('publishing.withdraw')}
      onConfirm={withdraw}
      onClose={onClose}
    />
  );
}
