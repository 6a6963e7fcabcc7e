import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { Caret, CodeTextProps } from './code-editor-props.ts';
import styles from './code-text.module.css';
import { MarkedTemplate } from './marked-template.tsx';

interface PlainTextProps extends CodeTextProps {
  readonly mount: 'now' | 'focus';
  /** The editor could take over. */
  readonly isReady: boolean;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
  /** Where the caret is; absent when the person isn't in the field. */
  readonly onHandOver: (caret: Caret | 'absent') => void;
}

/** The plain field that stands in for the editor of code, its variables marked. It works alone, too. */
export function PlainText(props: PlainTextProps): React.ReactElement {
  const { language, value, lines, isInvalid = false } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  useHandOver(field, props);
  return (
    <div
      className={`${styles.frame} ${styles.plain}`}
      data-invalid={isInvalid}
      data-code={language === 'json' || language === 'program'}
      style={{ minHeight: lines.least * 18 + 12, maxHeight: lines.most * 18 + 12 }}
    >
      <MarkedTemplate text={value} isTemplate={language === 'template' || language === 'expression'} />
      <textarea
        ref={field}
        id={props.id}
        className={styles.area}
        aria-labelledby={props.labelledBy}
        aria-describedby={props.describedBy}
        aria-invalid={isInvalid}
        spellCheck={language === 'prose' || language === 'template'}
        dir="auto"
        rows={lines.least}
        value={value}
        placeholder={props.placeholder}
        onFocus={props.onEnter}
        onBlur={() => {
          props.onBlur?.();
          props.onLeave();
        }}
        onChange={(event) => props.onChange(event.currentTarget.value)}
        onPaste={(event) => {
          if (props.onPasteText?.(event.clipboardData.getData('text/plain')) === true) event.preventDefault();
        }}
      />
    </div>
  );
}

/**
 * Hands over to the editor as soon as it is there, but never in the midst of something: not while the pointer is down in
 * the field (a selection is being drawn), nor while an input method composes a word.
 */
function useHandOver(
  field: React.RefObject<HTMLTextAreaElement | null>,
  { isReady, mount, onHandOver }: PlainTextProps,
): void {
  const busy = useRef<'pointer' | 'composition' | undefined>(undefined);
  useEffect(() => {
    const area = field.current;
    if (!area) return undefined;
    const end = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const handOver = (): void => {
      if (!isReady || busy.current) return;
      const isHere = document.activeElement === area;
      if (!isHere && mount === 'focus') return;
      const caret = isHere ? { from: area.selectionStart, to: area.selectionEnd } : 'absent';
      // At once: a key pressed between the two would find the caret where it was, or nobody.
      flushSync(() => onHandOver(caret));
    };
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(handOver);
    };
    const watch = (target: EventTarget, type: string, next: typeof busy.current): void =>
      target.addEventListener(
        type,
        () => {
          busy.current = next;
          later();
        },
        { signal: end.signal },
      );
    watch(area, 'pointerdown', 'pointer');
    watch(window, 'pointerup', undefined);
    watch(window, 'pointercancel', undefined);
    watch(area, 'compositionstart', 'composition');
    watch(area, 'compositionend', undefined);
    later();
    return () => {
      end.abort();
      clearTimeout(timer);
    };
  }, [field, isReady, mount, onHandOver]);
}
