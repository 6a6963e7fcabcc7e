import { ActionIcon, TextInput } from '@mantine/core';
import { literalOf } from '@jacquard/flow';
import { setScopeOutput, setScopeState, type CanvasNode } from '@jacquard/canvas';
import { X } from 'lucide-react';
import { useTexts } from '../i18n/i18n.ts';
import { changeFlow } from '../state/editor-store.ts';
import styles from './inspector.module.css';

/** What a scope carries from turn to turn, and what leaves it. */
export function ScopeSettings({ canvasNode: { id, node } }: { readonly canvasNode: CanvasNode }): React.ReactElement {
  const { t } = useTexts();
  const states = Object.entries(node.state ?? {});
  const outputs = Object.entries(node.outputs ?? {});
  return (
    <>
      {states.length > 0 && (
        <details className={styles.section} open>
          <summary>{t('fields.scope-state')}</summary>
          <div className={styles.rows}>
            {states.map(([name, state]) => {
              const first = literalOf(state.first);
              return (
                <div key={name} className={styles.wired}>
                  <TextInput
                    size="xs"
                    label={t('canvas.state-first', { name })}
                    value={typeof first === 'string' ? first : ''}
                    disabled={first === undefined}
                    onChange={(event) =>
                      changeFlow(
                        setScopeState(id, name, { ...state, first: event.currentTarget.value }),
                        `state:${id}.${name}`,
                      )
                    }
                  />
                  <Drop
                    label={t('fields.drop-state', { name })}
                    onClick={() => changeFlow(setScopeState(id, name, undefined))}
                  />
                </div>
              );
            })}
          </div>
        </details>
      )}
      {outputs.length > 0 && (
        <details className={styles.section} open>
          <summary>{t('fields.scope-outputs')}</summary>
          <div className={styles.rows}>
            {outputs.map(([name, { from }]) => (
              <div key={name} className={styles.wired}>
                <span className={styles.wiredName}>{name}</span>
                <span className={styles.type}>{from}</span>
                <Drop
                  label={t('fields.drop-output', { name })}
                  onClick={() => changeFlow(setScopeOutput(id, name, undefined))}
                />
              </div>
            ))}
          </div>
        </details>
      )}
    </>
  );
}

function Drop({ label, onClick }: { readonly label: string; readonly onClick: () => void }): React.ReactElement {
  return (
    <ActionIcon variant="subtle" color="gray" size={28} aria-label={label} title={label} onClick={onClick}>
      <X size={14} />
    </ActionIcon>
  );
}
