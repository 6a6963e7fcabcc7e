import { nodesById } from '@jacquard/flow';
import { useShallow } from 'zustand/react/shallow';
import { ChevronRight } from 'lucide-react';
import { Fragment } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { shownDocument, useEditor, type EditorState } from '../../state/editor-store.ts';
import { navigate } from '../../state/route.ts';
import { enteredScope, enterScope, useEntered } from './entered-store.ts';
import styles from './breadcrumbs.module.css';
import { goBackTo, trailTo, useTrail } from './trail-store.ts';
import { TurnSlider } from './turn-slider.tsx';

/** Where the canvas is: the flows that led here, this one, and the scopes that were entered. Each leads back. */
export function Breadcrumbs(): React.ReactElement | null {
  const { t, language } = useTexts();
  const flowId = useEditor((state) => state.flowId);
  const name = useEditor((state) => shownDocument(state)?.name ?? '');
  const entered = useEntered();
  const scope = useEditor((state) => enteredScope(state, entered));
  const scopes = useEditor(useShallow((state) => titlesTo(state, scope, language)));
  const trail = useTrail();
  const stops = trailTo(trail, flowId);
  if (scope === undefined && stops.length === 0) return null;
  const ids = scopes.map((one) => one.slice(0, one.indexOf(' ')));
  const titles = scopes.map((one) => one.slice(one.indexOf(' ') + 1));
  return (
    <div className={styles.bar}>
      <nav className={styles.crumbs} aria-label={t('structure.where')}>
        {stops.map((stop) => (
          <Fragment key={stop.flowId}>
            <button
              type="button"
              className={styles.crumb}
              title={t('structure.back-to', { name: stop.name })}
              onClick={() => {
                goBackTo(stop);
                useEntered.setState({ flowId: stop.flowId, scope: stop.scope });
                navigate(`/flows/${encodeURIComponent(stop.flowId)}`);
              }}
            >
              {stop.name}
            </button>
            <ChevronRight size={13} aria-hidden />
          </Fragment>
        ))}
        <Crumb text={name} isHere={scope === undefined} onGo={() => enterScope(undefined)} />
        {ids.map((id, index) => (
          <Fragment key={id}>
            <ChevronRight size={13} aria-hidden />
            <Crumb text={titles[index] ?? id} isHere={id === scope} onGo={() => enterScope(id)} />
          </Fragment>
        ))}
      </nav>
      {scope !== undefined && <TurnSlider scope={scope} />}
    </div>
  );
}

interface CrumbProps {
  readonly text: string;
  readonly isHere: boolean;
  readonly onGo: () => void;
}

function Crumb({ text, isHere, onGo }: CrumbProps): React.ReactElement {
  if (isHere) {
    return (
      <span className={styles.here} aria-current="page">
        {text}
      </span>
    );
  }
  return (
    <button type="button" className={styles.crumb} onClick={onGo}>
      {text}
    </button>
  );
}

/** `id title` of each scope from the top to the entered one. */
function titlesTo(state: EditorState, scope: string | undefined, language: 'en' | 'fr'): string[] {
  const document = shownDocument(state);
  const nodes = scope === undefined || !document ? undefined : nodesById(document);
  const found: string[] = [];
  for (let at = scope; at !== undefined; at = nodes?.get(at)?.parent) {
    const node = nodes?.get(at)?.node;
    if (node) found.unshift(`${at} ${node.title ?? state.descriptors.get(node.type)?.title[language] ?? at}`);
  }
  return found;
}
