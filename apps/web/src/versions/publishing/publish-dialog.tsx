import { addLaterTexts } from '../../i18n/i18n.ts';
import { later } from '../../values/later.tsx';

export interface PublishDialogProps {
  readonly flowId: string;
  /** A version that is kept; absent: the flow as it is now. */
  readonly version?: number | undefined;
  readonly onClose: () => void;
}

/** Publishes a flow once a person has seen what that changes for its callers; its code comes when it is opened. */
export const PublishDialog = later<PublishDialogProps>(async () => {
  const [{ PublishDialogPart }] = await Promise.all([import('./publish-dialog-part.tsx'), addLaterTexts()]);
  return PublishDialogPart;
});
