import { NumberInput, Select, TextInput } from '@mantine/core';
import { literalOf, type FlowNode } from '@jacquard/flow';
import { setErrorHandling, type CanvasNode } from '@jacquard/canvas';
import { useTexts } from '../i18n/i18n.ts';
import { changeFlow } from '../state/editor-store.ts';
import styles from './inspector.module.css';

/** What happens when the node fails: another attempt, and then the end of the run, an output of its own, or other values. */
export function ErrorSettings({ canvasNode }: { readonly canvasNode: CanvasNode }): React.ReactElement {
  const { t } = useTexts();
  const { id, node } = canvasNode;
  const isChanged = node.onError !== undefined || node.retry !== undefined || node.timeout !== undefined;
  const choice = typeof node.onError === 'object' ? 'fallback' : (node.onError ?? 'fail');
  return (
    <details className={styles.section} open={isChanged}>
      <summary>{t('fields.errors')}</summary>
      <div className={styles.rows}>
        <RetrySettings id={id} node={node} />
        <Select
          size="xs"
          label={t('fields.on-error')}
          data={[
            { value: 'fail', label: t('fields.on-error-fail') },
            { value: 'port', label: t('fields.on-error-port') },
            { value: 'fallback', label: t('fields.on-error-fallback') },
          ]}
          value={choice}
          onChange={(next) =>
            changeFlow(
              setErrorHandling(id, {
                onError: next === 'port' ? 'port' : next === 'fallback' ? { fallback: {} } : 'fail',
              }),
            )
          }
        />
        {typeof node.onError === 'object' && (
          <FallbackValues canvasNode={canvasNode} fallback={node.onError.fallback} />
        )}
      </div>
    </details>
  );
}

function RetrySettings({ id, node }: { readonly id: string; readonly node: FlowNode }): React.ReactElement {
  const { t } = useTexts();
  const { attempts = 1, delay } = node.retry ?? {};
  const numberOf = (value: string | number): number | undefined => (typeof value === 'number' ? value : undefined);
  const setRetry = (retry: FlowNode['retry']): void => changeFlow(setErrorHandling(id, { retry }), `retry:${id}`);
  return (
    <>
      <div className={styles.pair}>
        <NumberInput
          size="xs"
          label={t('fields.attempts')}
          min={1}
          max={10}
          allowDecimal={false}
          value={attempts}
          onChange={(value) => {
            const next = Math.min(10, Math.max(1, numberOf(value) ?? 1));
            setRetry(next === 1 ? undefined : { attempts: next, ...(delay !== undefined && { delay }) });
          }}
        />
        <NumberInput
          size="xs"
          label={`${t('fields.delay')} (${t('fields.seconds')})`}
          min={0}
          max={3600}
          disabled={attempts === 1}
          value={delay ?? ''}
          onChange={(value) => {
            const next = numberOf(value);
            setRetry({ attempts, ...(next !== undefined && { delay: next }) });
          }}
        />
      </div>
      <NumberInput
        size="xs"
        label={`${t('fields.timeout')} (${t('fields.seconds')})`}
        min={1}
        max={86_400}
        value={node.timeout ?? ''}
        onChange={(value) => {
          const next = numberOf(value);
          changeFlow(
            setErrorHandling(id, { timeout: next !== undefined && next > 0 ? next : undefined }),
            `timeout:${id}`,
          );
        }}
      />
    </>
  );
}

interface FallbackValuesProps {
  readonly canvasNode: CanvasNode;
  readonly fallback: Exclude<NonNullable<FlowNode['onError']>, string>['fallback'];
}

/** A value for each output that the node would have given. */
function FallbackValues({ canvasNode: { id, ports }, fallback }: FallbackValuesProps): React.ReactElement {
  const { language } = useTexts();
  return (
    <>
      {Object.entries(ports.outputs).map(([name, port]) => {
        const value = literalOf(fallback[name]);
        return (
          <TextInput
            key={name}
            size="xs"
            label={port.label[language]}
            value={typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)}
            onChange={(event) =>
              changeFlow(
                setErrorHandling(id, { onError: { fallback: { ...fallback, [name]: event.currentTarget.value } } }),
                `fallback:${id}.${name}`,
              )
            }
          />
        );
      })}
    </>
  );
}
