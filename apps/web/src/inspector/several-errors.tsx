import { NumberInput, Select } from '@mantine/core';
import { inOrder, setErrorHandling, type CanvasNode, type ErrorHandling } from '@jacquard/canvas';
import { useTexts } from '../i18n/i18n.ts';
import { changeFlow } from '../state/editor-store.ts';
import styles from './inspector.module.css';

/** Whether a node runs at all: the flow's inputs, outputs and components can't fail by themselves. */
function canFail({ descriptor }: CanvasNode): boolean {
  return descriptor !== undefined && !['flow-input', 'flow-output', 'component'].includes(descriptor.role);
}

/** What happens when one of several nodes fails. A value that differs stands empty, and says so. */
export function SeveralErrors({ nodes }: { readonly nodes: readonly CanvasNode[] }): React.ReactElement | null {
  const { t } = useTexts();
  if (nodes.length === 0 || !nodes.every(canFail)) return null;
  const attempts = shared(nodes, ({ node }) => node.retry?.attempts ?? 1);
  const timeout = shared(nodes, ({ node }) => node.timeout ?? '');
  const set = (change: (node: CanvasNode) => ErrorHandling, gesture: string): void =>
    changeFlow(
      inOrder(...nodes.map((node) => setErrorHandling(node.id, change(node)))),
      `${gesture}:${nodes.map(({ id }) => id).join(' ')}`,
    );
  const different = t('editing.several-different');
  return (
    <details className={styles.section} open>
      <summary>{t('fields.errors')}</summary>
      <div className={styles.rows}>
        <div className={styles.pair}>
          <NumberInput
            size="xs"
            label={t('fields.attempts')}
            min={1}
            max={10}
            allowDecimal={false}
            placeholder={attempts === undefined ? different : ''}
            value={attempts ?? ''}
            onChange={(next) => {
              if (typeof next !== 'number') return;
              const count = Math.min(10, Math.max(1, next));
              set(({ node }) => ({ retry: count === 1 ? undefined : { ...node.retry, attempts: count } }), 'retry');
            }}
          />
          <NumberInput
            size="xs"
            label={`${t('fields.timeout')} (${t('fields.seconds')})`}
            min={1}
            max={86_400}
            placeholder={timeout === undefined ? different : ''}
            value={timeout ?? ''}
            onChange={(next) =>
              set(() => ({ timeout: typeof next === 'number' && next > 0 ? next : undefined }), 'timeout')
            }
          />
        </div>
        <ErrorChoice nodes={nodes} onChange={(onError) => set(() => ({ onError }), 'on-error')} />
      </div>
    </details>
  );
}

interface ErrorChoiceProps {
  readonly nodes: readonly CanvasNode[];
  readonly onChange: (onError: 'fail' | 'port') => void;
}

/** Values given instead of an error belong to one node: they are set there. */
function ErrorChoice({ nodes, onChange }: ErrorChoiceProps): React.ReactElement {
  const { t } = useTexts();
  const onError = shared(nodes, ({ node }) =>
    typeof node.onError === 'object' ? 'fallback' : (node.onError ?? 'fail'),
  );
  return (
    <Select
      size="xs"
      label={t('fields.on-error')}
      placeholder={t('editing.several-different')}
      data={[
        { value: 'fail', label: t('fields.on-error-fail') },
        { value: 'port', label: t('fields.on-error-port') },
        ...(onError === 'fallback' ? [{ value: 'fallback', label: t('fields.on-error-fallback') }] : []),
      ]}
      value={onError ?? null}
      onChange={(next) => {
        if (next === 'fail' || next === 'port') onChange(next);
      }}
    />
  );
}

/** What all nodes hold; undefined where they differ. */
function shared<Value>(nodes: readonly CanvasNode[], read: (node: CanvasNode) => Value): Value | undefined {
  const [first, ...others] = nodes.map(read);
  return others.every((value) => value === first) ? first : undefined;
}
