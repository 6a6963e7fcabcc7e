import { ActionIcon, Menu } from '@mantine/core';
import type { RunWish } from '@jacquard/canvas';
import { ChevronDown, PinOff, Play, RotateCcw, SkipForward, StepForward } from 'lucide-react';
import { useId } from 'react';
import { nodeTitle } from '../bottom/node-title.ts';
import { useTexts } from '../i18n/i18n.ts';
import { unpinAll, usePins } from '../pins/pins-store.ts';
import { isMac, keyNames } from '../shortcuts/key-name.ts';
import { useEditor } from '../state/editor-store.ts';
import { runAsWished } from '../state/run-as-wished.ts';
import { useIsRunning } from '../state/run-store.ts';
import { foretell } from '../state/stale-store.ts';
import styles from './run-button.module.css';
import { forecastWords } from './run-words.ts';
import { runnableSelection } from './runnable-selection.ts';
import { useHasErrors, useRunHint } from './use-run-hint.ts';

/** What else a run may be, beside the button: afresh, to or from the selected node, without what is pinned. */
export function RunMenu(): React.ReactElement {
  const { t } = useTexts();
  const isRunning = useIsRunning();
  const captionId = useId();
  return (
    <Menu position="bottom-end" width={320} disabled={isRunning} keepMounted={false}>
      <Menu.Target>
        <ActionIcon className={styles.more} variant="filled" disabled={isRunning} aria-label={t('pins.run-menu')}>
          <ChevronDown size={14} />
        </ActionIcon>
      </Menu.Target>
      {/* A menu holds nothing but items: what it says above them describes it. */}
      <Menu.Dropdown aria-describedby={captionId}>
        <RunItems captionId={captionId} />
      </Menu.Dropdown>
    </Menu>
  );
}

function RunItems({ captionId }: { readonly captionId: string }): React.ReactElement {
  const { t, language } = useTexts();
  const hint = useRunHint();
  const hasErrors = useHasErrors();
  const selected = useEditor((state) => runnableSelection(state));
  const title = useEditor(
    ({ history, descriptors }) => selected && nodeTitle(selected, history?.document, descriptors, language),
  );
  const name = title ?? t('pins.selected-node');
  const pinCount = usePins(({ pins }) => pins.size);
  return (
    <>
      <div id={captionId} role="presentation" className={styles.caption}>
        {hint}
      </div>
      <RunItem wish={{}} icon={<Play size={14} />} label={t('shell.run')} keys="Mod+Enter" isOff={hasErrors} isPlain />
      <RunItem
        wish={{ afresh: true }}
        icon={<RotateCcw size={14} />}
        label={t('pins.run-afresh')}
        keys="Mod+Shift+Enter"
        isOff={hasErrors}
      />
      <RunItem
        wish={{ target: selected }}
        icon={<StepForward size={14} />}
        label={t('pins.run-to', { node: name })}
        keys="T"
        isOff={selected === undefined}
      />
      <RunItem
        wish={{ from: selected }}
        icon={<SkipForward size={14} />}
        label={t('pins.run-from', { node: name })}
        keys="F"
        isOff={selected === undefined || hasErrors}
      />
      {pinCount > 0 && (
        <>
          <Menu.Divider />
          <Menu.Item leftSection={<PinOff size={14} />} onClick={() => void unpinAll()}>
            {t('pins.unpin-all', { count: pinCount })}
          </Menu.Item>
        </>
      )}
    </>
  );
}

interface RunItemProps {
  readonly wish: RunWish;
  readonly icon: React.ReactNode;
  readonly label: string;
  readonly keys: string;
  readonly isOff: boolean;
  /** What it does is told above already. */
  readonly isPlain?: boolean;
}

function RunItem({ wish, icon, label, keys, isOff, isPlain = false }: RunItemProps): React.ReactElement {
  const { t, language } = useTexts();
  const forecast = isOff || isPlain ? undefined : foretell(wish);
  return (
    <Menu.Item
      leftSection={icon}
      rightSection={
        <span className={styles.keys}>{keyNames(keys, isMac(navigator.platform), language).join(' ')}</span>
      }
      disabled={isOff}
      onClick={() => void runAsWished(wish)}
    >
      {label}
      {forecast && <span className={styles.detail}>{forecastWords(forecast, t, true)}</span>}
    </Menu.Item>
  );
}
