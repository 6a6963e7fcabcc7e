import { Menu } from '@mantine/core';
import { inOrder, unfoldingOf, unfoldNode, type CanvasNode } from '@jacquard/canvas';
import { Ungroup } from 'lucide-react';
import { currentLanguage, useTexts } from '../../i18n/i18n.ts';
import { changeFlow, useEditor } from '../../state/editor-store.ts';
import { tell, translate } from '../actions/tell.ts';

/** Puts the simple nodes that a strategy equals in its place, where it can be taken apart as it is set. */
export function UnfoldItem({ canvasNode }: { readonly canvasNode: CanvasNode }): React.ReactElement | null {
  const { t } = useTexts();
  if (unfoldingOf(canvasNode.node, canvasNode.descriptor) === undefined) return null;
  return (
    <>
      <Menu.Item leftSection={<Ungroup size={14} />} onClick={() => unfold(canvasNode)}>
        {t('structure.unfold')}
      </Menu.Item>
      <Menu.Divider />
    </>
  );
}

function unfold({ id, node, descriptor, position }: CanvasNode): void {
  const { history, descriptors, peek } = useEditor.getState();
  if (!history || peek) return;
  const language = currentLanguage();
  const command = unfoldNode(history.document, descriptors, id, { position, language });
  if (command === undefined) return;
  changeFlow(inOrder(command));
  const { differs } = unfoldingOf(node, descriptor) ?? {};
  tell(translate('structure.unfolded'), differs?.[language] ?? translate('structure.unfolded-same'));
}
