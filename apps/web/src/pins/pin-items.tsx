import { Menu } from '@mantine/core';
import type { CanvasNode } from '@jacquard/canvas';
import { PenLine, Pin, PinOff } from 'lucide-react';
import { useTexts } from '../i18n/i18n.ts';
import { useNodeStep } from '../state/run-store.ts';
import { editPinned } from './edit-pinned.ts';
import { pinOutputs, unpin, usePins } from './pins-store.ts';
import { pinnableStep, runOfValues } from './toggle-pin.ts';

/** What can be pinned of a node, in its menu: its value as it is, or edited; and unpinned. */
export function PinItems({ canvasNode: { id } }: { readonly canvasNode: CanvasNode }): React.ReactElement | null {
  const { t } = useTexts();
  const step = pinnableStep(useNodeStep(id));
  const isPinned = usePins(({ pins }) => pins.has(id));
  if (!step && !isPinned) return null;
  return (
    <>
      {!isPinned && step && (
        <Menu.Item leftSection={<Pin size={14} />} onClick={() => void pinOutputs(id, step.outputs, runOfValues())}>
          {t('pins.pin')}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<PenLine size={14} />} onClick={() => void editPinned(id, step)}>
        {isPinned ? t('pins.edit-pin') : t('pins.edit-and-pin')}
      </Menu.Item>
      {isPinned && (
        <Menu.Item leftSection={<PinOff size={14} />} onClick={() => void unpin(id)}>
          {t('pins.unpin')}
        </Menu.Item>
      )}
      <Menu.Divider />
    </>
  );
}
