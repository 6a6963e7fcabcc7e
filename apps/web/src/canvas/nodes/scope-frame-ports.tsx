import { handleId, type CanvasNode } from '@jacquard/canvas';
import { sourcesOf, type Kind } from '@jacquard/flow';
import { useTexts } from '../../i18n/i18n.ts';
import { OutputRow } from './output-row.tsx';
import { PortHandle } from './port-handle.tsx';
import portStyles from './port.module.css';
import styles from './scope-frame.module.css';

const any: Kind = { kind: 'any' };

/** What the inner nodes read: the item, its place, the state carried from turn to turn, which also has a first value. */
export function InnerPorts({
  canvasNode: { ports, read, node },
}: {
  readonly canvasNode: CanvasNode;
}): React.ReactElement[] {
  const { t, language } = useTexts();
  const states = node.state ?? {};
  return Object.entries(ports.inner).map(([name, port]) => (
    <div key={name} className={portStyles.row} data-side="inner">
      {states[name] && (
        <PortHandle
          side="first"
          name={name}
          label={t('canvas.state-first', { name })}
          kind={port.kind}
          isFull={sourcesOf(states[name].first).length > 0}
        />
      )}
      <span className={portStyles.label}>{port.label[language]}</span>
      <PortHandle
        side="inner"
        name={name}
        label={port.label[language]}
        kind={port.kind}
        isFull={read.has(handleId('inner', name))}
      />
    </div>
  ));
}

interface ScopeResultsProps {
  readonly canvasNode: CanvasNode;
  /** Seen from inside: what the outputs lead to is out of sight. */
  readonly isStage?: boolean;
}

/** Where the inner graph ends: the scope's outputs, which go on outside, the next state, and when to stop. */
export function ScopeResults({ canvasNode, isStage = false }: ScopeResultsProps): React.ReactElement {
  const { t } = useTexts();
  const { id, node, descriptor, ports, read } = canvasNode;
  const inside = Object.keys(node.outputs ?? {});
  const others = isStage ? [] : Object.entries(ports.outputs).filter(([name]) => !inside.includes(name));
  return (
    <div className={styles.frameSide} data-side="right">
      {inside.map((name) => {
        const port = ports.outputs[name];
        if (isStage)
          return <ResultRow key={name} side="result" name={name} label={name} kind={port?.kind ?? any} isFull />;
        return (
          <div key={name} className={styles.result}>
            <PortHandle side="result" name={name} label={name} kind={port?.kind ?? any} isFull />
            {port && <OutputRow id={id} name={name} port={port} read={read} />}
          </div>
        );
      })}
      {others.map(([name, port]) => (
        <OutputRow key={name} id={id} name={name} port={port} read={read} />
      ))}
      <ResultRow side="result" name="" label={t('canvas.scope-new-output')} kind={any} isFull={false} />
      {Object.entries(node.state ?? {}).map(([name, { next }]) => (
        <ResultRow
          key={name}
          side="next"
          name={name}
          label={t('canvas.state-next', { name })}
          kind={ports.inner[name]?.kind ?? any}
          isFull={sourcesOf(next).length > 0}
        />
      ))}
      {descriptor?.role === 'repeat-until' && (
        <ResultRow
          side="until"
          name="until"
          label={t('canvas.until')}
          kind={{ kind: 'boolean' }}
          isFull={sourcesOf(node.until).length > 0}
        />
      )}
    </div>
  );
}

type ResultRowProps = Omit<React.ComponentProps<typeof PortHandle>, 'onOpen'>;

function ResultRow(props: ResultRowProps): React.ReactElement {
  return (
    <div className={portStyles.row} data-side="in">
      <PortHandle {...props} />
      <span className={portStyles.label}>{props.label}</span>
    </div>
  );
}
