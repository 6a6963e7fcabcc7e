import { Button, Group } from '@mantine/core';
import { useTexts } from '../i18n/i18n.ts';
import { GuideCards } from '../guides/guide-cards.tsx';
import { navigate } from '../state/route.ts';
import { useEditor } from '../state/editor-store.ts';
import { askForNode } from './add/add-store.ts';
import styles from './flow-canvas.module.css';

/** What to do with a canvas on which nothing is yet: add a node, begin with a question, look at an example. */
export function EmptyCanvas(): React.ReactElement {
  const { t } = useTexts();
  const flowId = useEditor((state) => state.flowId);
  return (
    <div className={styles.empty}>
      <h2>{t('canvas.empty-title')}</h2>
      <p>{t('canvas.empty-text')}</p>
      <Group justify="center">
        <Button onClick={() => askForNode({})}>{t('canvas.empty-add')}</Button>
        <Button variant="default" onClick={() => navigate('/flows')}>
          {t('canvas.empty-examples')}
        </Button>
      </Group>
      <section aria-labelledby="empty-guides">
        <h3 id="empty-guides">{t('guides.title')}</h3>
        <GuideCards emptyFlow={flowId} />
      </section>
    </div>
  );
}
