import type { FlowPort } from '@jacquard/flow';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { useFlowInputs } from '../state/flow-inputs-store.ts';
import styles from './inputs/inputs.module.css';
import { useChat } from './chat-store.ts';
import { missingInputs } from './missing-inputs.ts';
import { useInputSummary } from './inputs/use-input-summary.ts';
import { later } from '../values/later.tsx';

const InputField = later(async () => (await import('./inputs/input-field.tsx')).InputField);

/** The flow's other inputs, folded above the place to write; open while one is needed and empty. */
export function FoldedInputs({ ports }: { readonly ports: readonly FlowPort[] }): React.ReactElement | null {
  const { t } = useTexts();
  const unreadable = useChat((state) => state.unreadable);
  const isNeeded = useFlowInputs(({ values }) => missingInputs(ports, values, unreadable).length > 0);
  const isAsking = useFlowInputs((state) => state.isAsking);
  const [choice, setChoice] = useState<boolean>();
  const summary = useInputSummary(ports);
  if (ports.length === 0) return null;
  const isOpen = (isAsking && isNeeded) || (choice ?? isNeeded);
  return (
    <section className={styles.inputs} aria-label={t('chat.inputs')}>
      <button type="button" className={styles.fold} aria-expanded={isOpen} onClick={() => setChoice(!isOpen)}>
        <ChevronRight size={14} className={styles.chevron} />
        <span className={styles.foldTitle}>{t('chat.inputs')}</span>
        {!isOpen && (
          <span className={styles.foldSummary} title={summary}>
            {summary}
          </span>
        )}
      </button>
      <div className={styles.fields} hidden={!isOpen}>
        {ports.map((port) => (
          <InputField key={port.id} port={port} />
        ))}
      </div>
    </section>
  );
}
