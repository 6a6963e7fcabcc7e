import type { CanvasNode } from '@jacquard/canvas';
import { Button } from '@mantine/core';
import { useTexts } from '../i18n/i18n.ts';
import { insidesPath } from '../insides/insides-path.ts';
import { navigate } from '../state/route.ts';

interface InsideLinkProps {
  readonly canvasNode: CanvasNode;
  /** The input that names the model. */
  readonly name: string;
}

/** From the node of a local model to its insides. */
export function InsideLink({ canvasNode: { node }, name }: InsideLinkProps): React.ReactElement {
  const { t } = useTexts();
  const model = node.inputs?.[name] ?? 'default';
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-xs"
        h={28}
        disabled={typeof model !== 'string'}
        onClick={() => typeof model === 'string' && navigate(insidesPath(model))}
      >
        {t('faces.inside')}
      </Button>
    </div>
  );
}
