import { VisuallyHidden } from '@mantine/core';
import { setName, summariseStep, type Step } from '@jacquard/canvas';
import { History as HistoryIcon, PanelRightOpen, Redo2, Search, Undo2 } from 'lucide-react';
import { ApiButton } from '../api-panel/api-button.tsx';
import { useTexts, type Translate } from '../i18n/i18n.ts';
import { openSearch } from '../search/search-store.ts';
import { PinsHint } from '../pins/pins-hint.tsx';
import { changeFlow, redoChange, shownDocument, undoChange, useEditor } from '../state/editor-store.ts';
import { openRight, usePanels } from '../state/panel-store.ts';
import { navigate } from '../state/route.ts';
import styles from './flow-page.module.css';
import { HeaderIcon } from './header-icon.tsx';
import { PrivacyLine } from './privacy-line.tsx';
import { RunButton } from './run-button.tsx';
import { SaveLine } from './save-line.tsx';

/** Name, saving, what leaves the machine, undo, and the one primary button. */
export function FlowHeader(): React.ReactElement {
  const { t } = useTexts();
  const isRightOpen = usePanels((panels) => panels.isRightOpen);
  return (
    <header className={styles.header}>
      <PageTitle />
      <a
        className={styles.crumb}
        href="/flows"
        onClick={(event) => {
          event.preventDefault();
          navigate('/flows');
        }}
      >
        {t('shell.flows')}
      </a>
      <span className={styles.crumb}>/</span>
      <FlowName />
      <SaveLine />
      <span className={styles.space} />
      <PinsHint />
      <PrivacyLine />
      <HeaderIcon label={t('editing.search')} onClick={openSearch}>
        <Search size={16} />
      </HeaderIcon>
      <UndoIcons />
      <HeaderIcon label={t('versions.open')} onClick={() => openRight('versions')}>
        <HistoryIcon size={16} />
      </HeaderIcon>
      <ApiButton />
      <RunButton />
      {!isRightOpen && (
        <HeaderIcon label={t('shell.unfold-right')} onClick={() => usePanels.setState({ isRightOpen: true })}>
          <PanelRightOpen size={16} />
        </HeaderIcon>
      )}
    </header>
  );
}

/** Undo and redo, which say what they would take back or do again. */
function UndoIcons(): React.ReactElement {
  const { t } = useTexts();
  const last = useEditor(({ history, peek }) => (peek ? undefined : history?.undo.at(-1)));
  const next = useEditor(({ history, peek }) => (peek ? undefined : history?.redo.at(-1)));
  return (
    <>
      <HeaderIcon
        label={last ? t('versions.undo', { step: stepWords(last, t) }) : t('shell.undo')}
        isDisabled={!last}
        onClick={undoChange}
      >
        <Undo2 size={16} />
      </HeaderIcon>
      <HeaderIcon
        label={next ? t('versions.redo', { step: stepWords(next, t) }) : t('shell.redo')}
        isDisabled={!next}
        onClick={redoChange}
      >
        <Redo2 size={16} />
      </HeaderIcon>
    </>
  );
}

function stepWords(step: Step, t: Translate): string {
  const { what, count } = summariseStep(step);
  return t(`versions.step-${what}`, { count });
}

function FlowName(): React.ReactElement {
  const { t } = useTexts();
  const name = useEditor((state) => shownDocument(state)?.name ?? '');
  const isPeeking = useEditor(({ peek }) => peek !== undefined);
  return (
    <input
      className={styles.name}
      aria-label={t('shell.flow-name')}
      value={name}
      readOnly={isPeeking}
      maxLength={200}
      onChange={(event) => changeFlow(setName(event.currentTarget.value), 'name')}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
}

/** What the page is about, for those who hear it. */
function PageTitle(): React.ReactElement {
  const name = useEditor(({ history }) => history?.document.name ?? '');
  return <VisuallyHidden component="h1">{name}</VisuallyHidden>;
}
