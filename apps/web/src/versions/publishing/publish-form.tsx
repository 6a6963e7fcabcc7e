import { Autocomplete, Button, Group, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { PublishPreview } from '@jacquard/protocol';
import { useState } from 'react';
import { problemText } from '../../api/problem-text.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { publishRequests } from './publish-requests.ts';
import styles from './publishing.module.css';
import { refreshPublications } from './use-publications.ts';

interface PublishFormProps {
  readonly flowId: string;
  readonly version: number | undefined;
  readonly preview: PublishPreview;
  readonly isBack: boolean;
  /** Those that the flow has. */
  readonly labels: readonly string[];
  readonly onClose: () => void;
}

interface PublishWords {
  readonly name: string;
  readonly note: string;
  readonly label: string;
}

/** Publishes, under a name, a note and a label if a person gives them. */
export function PublishForm(props: PublishFormProps): React.ReactElement {
  const { flowId, version, preview, isBack, labels, onClose } = props;
  const { t, language } = useTexts();
  const [words, setWords] = useState<PublishWords>({ name: '', note: '', label: '' });
  const [problem, setProblem] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const breaks = preview.changes.some((change) => change.breaks);
  const publish = async (): Promise<void> => {
    const given = Object.entries(words).flatMap(([key, text]) => (text.trim() === '' ? [] : [[key, text.trim()]]));
    const { number } = await publishRequests.publish(flowId, { ...Object.fromEntries(given), version });
    await refreshPublications(flowId);
    const closeButtonProps = { 'aria-label': t('shell.close') };
    notifications.show({ message: t('publishing.done', { number }), closeButtonProps });
  };
  const submit = async (): Promise<void> => {
    setBusy(true);
    await publish().then(onClose, setProblem);
    setBusy(false);
  };
  const action = isBack
    ? t(breaks ? 'publishing.back-anyway' : 'publishing.back')
    : t(breaks ? 'publishing.anyway' : 'publishing.now');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <WordsFields words={words} labels={labels} isNamed={!isBack} onChange={setWords} />
      {problem !== undefined && (
        <p className={styles.problem} role="alert">
          {problemText(problem, language).detail}
        </p>
      )}
      <Group justify="flex-end" gap={8}>
        <Button variant="default" onClick={onClose}>
          {t('shell.cancel')}
        </Button>
        <Button type="submit" loading={isBusy} disabled={preview.issues.length > 0}>
          {action}
        </Button>
      </Group>
    </form>
  );
}

interface WordsFieldsProps {
  readonly words: PublishWords;
  readonly labels: readonly string[];
  /** A version that is published already has its name. */
  readonly isNamed: boolean;
  readonly onChange: (words: PublishWords) => void;
}

function WordsFields({ words, labels, isNamed, onChange }: WordsFieldsProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <>
      {isNamed && (
        <>
          <TextInput
            label={t('publishing.name')}
            value={words.name}
            maxLength={200}
            data-autofocus
            onChange={(event) => onChange({ ...words, name: event.currentTarget.value })}
          />
          <Textarea
            label={t('versions.note')}
            value={words.note}
            maxLength={2000}
            autosize
            minRows={2}
            maxRows={5}
            onChange={(event) => onChange({ ...words, note: event.currentTarget.value })}
          />
        </>
      )}
      <Autocomplete
        label={t('publishing.label')}
        description={t('publishing.label-hint')}
        data={[...labels]}
        value={words.label}
        maxLength={40}
        onChange={(label) => onChange({ ...words, label })}
      />
    </>
  );
}
