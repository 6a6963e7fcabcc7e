import { useEffect } from 'react';
import { useEditor } from '../state/editor-store.ts';
import { openBottom } from '../state/panel-store.ts';
import { runAsWished } from '../state/run-as-wished.ts';
import { useRun } from '../state/run-store.ts';
import { useStale } from '../state/stale-store.ts';
import { stopRun } from '../state/start-run.ts';
import { togglePin } from '../pins/toggle-pin.ts';
import { runnableSelection } from './runnable-selection.ts';

/** The keys of running. Those with Ctrl work wherever a person types, the letters on the canvas alone. */
export function useRunKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || isInDialog(event)) return;
      const isDone = event.ctrlKey || event.metaKey ? pressWithControl(event) : !isTyping(event) && pressAlone(event);
      if (isDone) event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

function pressWithControl({ key, shiftKey }: KeyboardEvent): boolean {
  if (key === '.') {
    void stopRun();
    return true;
  }
  if (key !== 'Enter') return false;
  const { view, isStarting } = useRun.getState();
  if (view?.status === 'running' || isStarting) return true;
  const { derived, peek } = useEditor.getState();
  if (peek) return true;
  const isUnchanged = useStale.getState().forecast?.runs.length === 0;
  if (derived?.issues.some(({ severity }) => severity === 'error')) openBottom('problems');
  else void runAsWished(shiftKey || isUnchanged ? { afresh: true } : {});
  return true;
}

function pressAlone({ key, shiftKey }: KeyboardEvent): boolean {
  const selected = runnableSelection(useEditor.getState());
  if (selected === undefined || shiftKey || useRun.getState().view?.status === 'running') return false;
  switch (key.toLowerCase()) {
    case 't':
      void runAsWished({ target: selected });
      return true;
    case 'f':
      void runAsWished({ from: selected });
      return true;
    case 'p':
      return togglePin(selected);
    default:
      return false;
  }
}

function isInDialog({ target }: Event): boolean {
  return target instanceof HTMLElement && target.closest('[role="dialog"], [role="menu"]') !== null;
}

function isTyping({ target }: Event): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
