import { useEffect, useMemo, useRef } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { closeSource, type SourcePlace } from '../state/source-store.ts';
import { citedPlace } from './cited-place.ts';
import { ReaderBody } from './reader-body.tsx';
import { ReaderHeader } from './reader-header.tsx';
import styles from './reader.module.css';
import { SourceNotice } from './source-notice.tsx';
import { useSourceDocument } from './use-source-document.ts';
import { useViewer } from './viewer.ts';

/** A document that is open: what it is, whether it is still what was cited, and its content at the place. */
export function OpenSource({ place }: { readonly place: SourcePlace }): React.ReactElement {
  const { t } = useTexts();
  const region = useFocusWhileOpen(place);
  useEscapeFromNowhere();
  const source = useSourceDocument(place);
  const { document, isChanged } = source;
  const cited = useMemo(() => citedPlace(place, document, isChanged), [place, document, isChanged]);
  const viewer = useViewer(place.page ?? 1);
  const name = place.source.split('/').at(-1) ?? place.source;
  return (
    <main>
      <section
        ref={region}
        className={styles.reader}
        aria-label={t('sources.reader', { name })}
        tabIndex={-1}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape' && !isOpenList(event.target)) closeSource();
        }}
      >
        <ReaderHeader place={place} source={source} viewer={viewer} />
        <SourceNotice place={place} source={source} isFound={cited.range !== undefined} />
        <ReaderBody place={place} source={source} cited={cited} viewer={viewer} />
      </section>
    </main>
  );
}

/** Escape in a list that is unfolded folds it, and no more. */
function isOpenList(target: EventTarget): boolean {
  return target instanceof Element && target.getAttribute('aria-expanded') === 'true';
}

/** A button that becomes disabled loses the focus to nothing: Escape still closes the document then. */
function useEscapeFromNowhere(): void {
  useEffect(() => {
    const close = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && document.activeElement === document.body) closeSource();
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, []);
}

/** Takes the focus for each place that is opened, and in the end gives it back to where it was last. */
function useFocusWhileOpen(place: SourcePlace): React.RefObject<HTMLElement | null> {
  const region = useRef<HTMLElement>(null);
  const before = useRef<Element>(null);
  const taken = useRef<SourcePlace>(undefined);
  useEffect(() => {
    if (taken.current === place) return;
    taken.current = place;
    if (region.current?.contains(document.activeElement)) return;
    before.current = document.activeElement;
    region.current?.focus({ preventScroll: true });
  }, [place]);
  useEffect(
    () => () => {
      const opener = before.current;
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    },
    [],
  );
  return region;
}
