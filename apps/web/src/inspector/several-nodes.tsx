import { Button, Group } from '@mantine/core';
import { setDisabled } from '@jacquard/canvas';
import { duplicateNodes } from '../canvas/actions/clipboard.ts';
import { deleteSelected } from '../canvas/use-canvas-keys.ts';
import { useTexts } from '../i18n/i18n.ts';
import { changeFlow } from '../state/editor-store.ts';
import styles from './inspector.module.css';

/** What can be done with several nodes at once. */
export function SeveralNodes({ ids }: { readonly ids: readonly string[] }): React.ReactElement {
  const { t } = useTexts();
  return (
    <>
      <p className={styles.empty}>{t('fields.selected', { count: ids.length })}</p>
      <Group gap={6}>
        <Button variant="default" onClick={() => duplicateNodes(ids)}>
          {t('canvas.duplicate')}
        </Button>
        <Button variant="default" onClick={() => changeFlow(setDisabled(ids, true))}>
          {t('canvas.disable')}
        </Button>
        <Button variant="default" onClick={() => changeFlow(setDisabled(ids, false))}>
          {t('canvas.enable')}
        </Button>
        <Button variant="default" color="red" onClick={deleteSelected}>
          {t('canvas.delete')}
        </Button>
      </Group>
    </>
  );
}
