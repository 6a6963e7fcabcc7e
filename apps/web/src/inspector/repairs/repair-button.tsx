import { Button } from '@mantine/core';
import type { Issue } from '@jacquard/flow';
import { repairCommand, repairOf } from '@jacquard/canvas';
import { changeFlow, useEditor } from '../../state/editor-store.ts';
import { useRepairWords } from './use-repair-words.ts';

/** Mends an issue by one click, where only one change can be meant; it says which. */
export function RepairButton({ issue }: { readonly issue: Issue }): React.ReactElement | null {
  const canvas = useEditor(({ derived }) => derived?.canvas);
  const isPeeking = useEditor(({ peek }) => peek !== undefined);
  const words = useRepairWords();
  const repair = canvas && !isPeeking ? repairOf(issue, canvas) : undefined;
  if (!repair) return null;
  return (
    <Button variant="light" size="compact-xs" h={28} onClick={() => changeFlow(repairCommand(repair))}>
      {words(repair)}
    </Button>
  );
}
