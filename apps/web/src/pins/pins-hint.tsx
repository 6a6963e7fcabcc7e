import { Menu } from '@mantine/core';
import { Pin, PinOff, TriangleAlert } from 'lucide-react';
import { lazy, Suspense, useId } from 'react';
import { problemSentence } from '../api/problem-text.ts';
import { nodeTitle } from '../bottom/node-title.ts';
import { showNode } from '../canvas/show-node.ts';
import { useTexts } from '../i18n/i18n.ts';
import { select, useEditor } from '../state/editor-store.ts';
import { loadPart } from '../values/load-part.ts';
import { pinMisfit } from './pin-misfit.ts';
import styles from './pins.module.css';
import { unpin, unpinAll, usePins } from './pins-store.ts';
import { useValueDialog } from './value-dialog-store.ts';

const ValueDialog = lazy(() => loadPart(() => import('./value-dialog.tsx')));

/** While values are pinned the header says so, so that nobody takes them for computed ones; and lists them. */
export function PinsHint(): React.ReactElement {
  const { t } = useTexts();
  const captionId = useId();
  const count = usePins(({ pins }) => pins.size);
  const isEditing = useValueDialog(({ edited }) => edited !== undefined);
  return (
    <>
      {isEditing && (
        <Suspense fallback={null}>
          <ValueDialog />
        </Suspense>
      )}
      {count > 0 && (
        <Menu position="bottom-end" width={300}>
          <Menu.Target>
            <button type="button" className={styles.hint}>
              <Pin size={13} />
              {t('pins.hint', { count })}
            </button>
          </Menu.Target>
          {/* A menu holds nothing but items: what it says above them describes it. */}
          <Menu.Dropdown aria-describedby={captionId}>
            <div id={captionId} role="presentation" className={styles.caption}>
              {t('pins.hint-text')}
            </div>
            <PinnedNodes />
            <Menu.Divider />
            <Menu.Item leftSection={<PinOff size={14} />} onClick={() => void unpinAll()}>
              {t('pins.unpin-all', { count })}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}

function PinnedNodes(): React.ReactElement[] {
  const { t, language } = useTexts();
  const pins = usePins((state) => state.pins);
  const document = useEditor(({ history }) => history?.document);
  const descriptors = useEditor((state) => state.descriptors);
  const nodes = useEditor(({ derived }) => derived?.canvas.nodes);
  return [...pins.values()].map(({ node, outputs }) => {
    const found = nodes?.find(({ id }) => id === node);
    const misfit = found && pinMisfit(found, outputs);
    const title = nodeTitle(node, document, descriptors, language);
    const go = (): void => {
      select({ nodes: [node] });
      showNode(node);
    };
    return (
      <Menu.Item
        key={node}
        leftSection={misfit || !found ? <TriangleAlert size={14} color="var(--warn)" /> : <Pin size={14} />}
        onClick={found ? go : () => void unpin(node)}
      >
        {found ? title : t('pins.gone', { node })}
        {misfit && (
          <span className={styles.detail}>
            {t('pins.misfit')} {problemSentence(misfit, language)}
          </span>
        )}
      </Menu.Item>
    );
  });
}
