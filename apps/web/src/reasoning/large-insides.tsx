import { CloseButton } from '@mantine/core';
import { nodeTitle } from '../bottom/node-title.ts';
import { useTexts } from '../i18n/i18n.ts';
import { useFocusWhileShown } from '../shell/use-focus-while-shown.ts';
import { shownDocument, useEditor } from '../state/editor-store.ts';
import { useRun } from '../state/run-store.ts';
import styles from './large-insides.module.css';
import { closeInsides } from './open-insides-store.ts';
import { StepInsides } from './step-insides.tsx';

interface LargeInsidesProps {
  readonly node: string;
  /** The path of its turn; of another run, where that turn isn't, the node's last. */
  readonly step: string;
}

/** The insides of a node in the place of the canvas. Escape goes back to it. */
export function LargeInsides({ node, step: path }: LargeInsidesProps): React.ReactElement {
  const { t, language } = useTexts();
  const region = useFocusWhileShown();
  const step = useRun(({ view }) => view?.steps.get(path) ?? view?.steps.get(view.latest.get(node) ?? ''));
  const document = useEditor(shownDocument);
  const descriptors = useEditor((state) => state.descriptors);
  const title = nodeTitle(node, document, descriptors, language);
  return (
    <main
      ref={region}
      className={styles.large}
      aria-label={t('reasoning.of-node', { node: title })}
      tabIndex={-1}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape' && !isOpenList(event.target)) closeInsides();
      }}
    >
      <header className={styles.head}>
        <h1 className={styles.title}>{t('reasoning.of-node', { node: title })}</h1>
        <CloseButton aria-label={t('runs.back-to-canvas')} onClick={closeInsides} />
      </header>
      {step ? <StepInsides step={step} title={title} isLarge /> : <p className={styles.note}>{t('reasoning.gone')}</p>}
    </main>
  );
}

/** Escape in a list that is unfolded folds it, and no more. */
function isOpenList(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[aria-haspopup][aria-expanded="true"], [role="menu"]') !== null;
}
