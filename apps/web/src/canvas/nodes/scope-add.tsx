import { Button, Menu } from '@mantine/core';
import type { CanvasNode } from '@jacquard/canvas';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { askForNode, useAdding } from '../add/add-store.ts';
import { AskName } from './ask-name.tsx';
import styles from './node-card.module.css';

/** Adds to a scope: a node inside, or a value that it carries from turn to turn. */
export function ScopeAdd({
  canvasNode: { id, descriptor, node },
}: {
  readonly canvasNode: CanvasNode;
}): React.ReactElement {
  const { t } = useTexts();
  const isChoosing = useAdding(({ asked }) => asked !== undefined);
  const [isAsking, setAsking] = useState(false);
  if (isAsking) return <AskName id={id} taken={takenNames(node)} onEnd={() => setAsking(false)} />;
  return (
    <Menu position="top-start" returnFocus={!isChoosing}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          h={28}
          leftSection={<Plus size={13} />}
          className={`${styles.menu} nodrag`}
        >
          {t('canvas.scope-add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className="nodrag nopan">
        <Menu.Item onClick={() => askForNode({ scope: id })}>{t('canvas.scope-add-node')}</Menu.Item>
        {descriptor?.role === 'repeat-until' && (
          <Menu.Item onClick={() => setAsking(true)}>{t('canvas.scope-add-state')}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function takenNames(node: CanvasNode['node']): readonly string[] {
  return [...Object.keys(node.outputs ?? {}), ...Object.keys(node.state ?? {}), 'item', 'index', 'turn'];
}
