import type { FlowPort } from '@jacquard/flow';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { useFlowInputs } from '../state/flow-inputs-store.ts';
import styles from './chat.module.css';
import { InputField } from './inputs/input-field.tsx';
import { isMissing } from './missing-inputs.ts';
import { useInputSummary } from './inputs/use-input-summary.ts';

/** The flow's other inputs, folded above the place to write; open while one is needed and empty. */
export function FoldedInputs({ ports }: { readonly ports: readonly FlowPort[] }): React.ReactElement | null {
  const { t } = useTexts();
  const isNeeded = useFlowInputs(({ values, isAsking }) =>
    ports.some((port) => isMissing(port, values[port.id])) ? true : isAsking && ports.length > 0,
  );
  const [choice, setChoice] = useState<boolean>();
  const summary = useInputSummary(ports);
  if (ports.length === 0) return null;
  const isOpen = choice ?? isNeeded;
  return (
    <section className={styles.inputs} aria-label={t('chat.inputs')}>
      <button type="button" className={styles.fold} aria-expanded={isOpen} onClick={() => setChoice(!isOpen)}>
        <ChevronRight size={14} className={styles.chevron} />
        <span className={styles.foldTitle}>{t('chat.inputs')}</span>
        {!isOpen && <span className={styles.foldSummary}>{summary}</span>}
      </button>
      {isOpen && (
        <div className={styles.fields}>
          {ports.map((port) => (
            <InputField key={port.id} port={port} />
          ))}
        </div>
      )}
    </section>
  );
}
