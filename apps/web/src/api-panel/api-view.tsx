import { CloseButton } from '@mantine/core';
import { problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import { useFocusWhileShown } from '../shell/use-focus-while-shown.ts';
import styles from './api-panel.module.css';
import { closeApiPanel } from './api-panel-store.ts';
import { CallAddress } from './call-address.tsx';
import { CallSnippets } from './call-snippets.tsx';
import { FurtherWays } from './further-ways.tsx';
import { InterfaceTables } from './interface-tables.tsx';
import { TargetChoice } from './target-choice.tsx';
import { useCallTarget, type CallTarget } from './use-call-target.ts';

/** How a flow is called: what is called, the call itself in several languages, what goes in and comes out. Escape goes back to the canvas. */
export function ApiView({ flowId }: { readonly flowId: string }): React.ReactElement {
  const { t } = useTexts();
  const region = useFocusWhileShown();
  const target = useCallTarget(flowId);
  return (
    <main
      ref={region}
      className={styles.view}
      aria-label={t('api.title')}
      tabIndex={-1}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape' && !isAbove(event.target)) closeApiPanel();
      }}
    >
      <header className={styles.head}>
        <h2 className={styles.headTitle}>{t('api.title')}</h2>
        <span className={styles.space} />
        <CloseButton aria-label={t('runs.back-to-canvas')} onClick={closeApiPanel} />
      </header>
      <div className={styles.body}>
        <div className={styles.content}>
          <TargetChoice target={target} />
          <Called target={target} />
        </div>
      </div>
    </main>
  );
}

/** Everything that hangs on what is called. */
function Called({ target }: { readonly target: CallTarget }): React.ReactElement | null {
  const { t, language } = useTexts();
  const { subject, problem } = target;
  if (problem !== null) {
    return (
      <p className={styles.problem} role="alert">
        {problemText(problem, language).detail}
      </p>
    );
  }
  if (subject === undefined) return <p className={styles.note}>{t('shell.loading')}</p>;
  return (
    <>
      <CallAddress subject={subject} />
      <CallSnippets
        key={target.chosen}
        subject={subject}
        hasChanges={target.hasChanges}
        isPublished={target.isPublished}
      />
      <InterfaceTables interface={subject.interface} />
      <FurtherWays subject={subject} isProject={target.isProject} />
    </>
  );
}

/** Escape in a list that is unfolded folds it, and in a dialog closes that, and no more: both hang on this part of the page. */
function isAbove(target: EventTarget): boolean {
  const above = '[aria-haspopup][aria-expanded="true"], [role="menu"], [role="dialog"]';
  return target instanceof Element && target.closest(above) !== null;
}
