import { notifications } from '@mantine/notifications';
import { setInput, type CanvasNode } from '@jacquard/canvas';
import { problemText } from '../../api/problem-text.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { createBaseOf } from '../../knowledge/base-actions.ts';
import { filesOfTransfer, type PlacedFile } from '../../knowledge/placed-file.ts';
import { addFiles } from '../../knowledge/upload-store.ts';
import { changeFlow } from '../../state/editor-store.ts';
import { useTransferDrop, type FileDrop } from '../../state/use-file-drop.ts';
import { baseName } from './ask-about-files.ts';

/** Takes files that are dropped on a node that names a knowledge base: they are added to it. Without one, one is made. */
export function useKnowledgeDrop({ id, descriptor }: CanvasNode, base: string | undefined): FileDrop {
  const { t, language } = useTexts();
  const field = Object.entries(descriptor?.inputs ?? {}).find(([, port]) => port.field === 'knowledge')?.[0];
  const add = async (files: readonly PlacedFile[]): Promise<void> => {
    if (files.length === 0 || field === undefined) return;
    if (base !== undefined && base !== '') addFiles(base, files);
    else changeFlow(setInput(id, field, await createBaseOf(baseName(files, t('canvas.drop-base')), files)));
  };
  return useTransferDrop(
    (transfer) =>
      void filesOfTransfer(transfer)
        .then(add)
        .catch((error: unknown) =>
          notifications.show({
            color: 'red',
            title: t('canvas.drop-failed'),
            message: problemText(error, language).detail,
            closeButtonProps: { 'aria-label': t('shell.close') },
          }),
        ),
    base !== undefined,
  );
}
