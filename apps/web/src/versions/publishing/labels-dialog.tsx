import { ActionIcon, Autocomplete, Button, Modal } from '@mantine/core';
import { X } from 'lucide-react';
import { useState } from 'react';
import { problemText } from '../../api/problem-text.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { publishRequests } from './publish-requests.ts';
import styles from './publishing.module.css';
import { refreshPublications, usePublications } from './use-publications.ts';

interface LabelsDialogProps {
  readonly flowId: string;
  readonly number: number;
  readonly onClose: () => void;
}

/** The labels of a published version: taken off, made, or moved here from another version. */
export function LabelsDialog({ flowId, number, onClose }: LabelsDialogProps): React.ReactElement {
  const { t, language } = useTexts();
  const [label, setLabel] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const labels = usePublications(flowId).data?.labels ?? [];
  const own = labels.filter((one) => one.number === number);
  const elsewhere = labels.find((one) => one.label === label.trim() && one.number !== number);
  const change = async (work: () => Promise<unknown>): Promise<void> => {
    setProblem(undefined);
    await work().then(() => setLabel(''), setProblem);
    await refreshPublications(flowId);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('publishing.labels-title', { number })}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <div className={styles.dialog}>
        <OwnLabels
          labels={own.map((one) => one.label)}
          onRemove={(name) => void change(() => publishRequests.removeLabel(flowId, name))}
        />
        <form
          className={styles.addLabel}
          onSubmit={(event) => {
            event.preventDefault();
            void change(() => publishRequests.setLabel(flowId, label.trim(), number));
          }}
        >
          <Autocomplete
            label={t('publishing.labels-add')}
            description={elsewhere && t('publishing.labels-moves', { number: elsewhere.number })}
            data={labels.filter((one) => one.number !== number).map((one) => one.label)}
            value={label}
            maxLength={40}
            data-autofocus
            onChange={setLabel}
          />
          <Button type="submit" disabled={label.trim() === ''}>
            {t('publishing.labels-set')}
          </Button>
        </form>
        {problem !== undefined && (
          <p className={styles.problem} role="alert">
            {problemText(problem, language).detail}
          </p>
        )}
      </div>
    </Modal>
  );
}

interface OwnLabelsProps {
  readonly labels: readonly string[];
  readonly onRemove: (label: string) => void;
}

function OwnLabels({ labels, onRemove }: OwnLabelsProps): React.ReactElement {
  const { t } = useTexts();
  if (labels.length === 0) return <p className={styles.text}>{t('publishing.labels-none')}</p>;
  return (
    <ul className={styles.labels}>
      {labels.map((label) => (
        <li key={label}>
          <span className={styles.label}>@{label}</span>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={t('publishing.labels-remove', { label })}
            onClick={() => onRemove(label)}
          >
            <X size={14} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}
