import { Button, Group, Modal, Text } from '@mantine/core';
import { allOfSide, mergeFlows, type MergeChoices, type Side } from '@jacquard/canvas';
import { useMemo, useState } from 'react';
import { problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import { useEditor } from '../state/editor-store.ts';
import { CollisionChoice } from './collision-choice.tsx';
import type { MergeDialogProps } from './merge-dialog.tsx';
import styles from './merge-dialog.module.css';
import { wireNames } from './wire-names.ts';

/** What collides, node by node, with both states; a person chooses for each, or one side for all. */
export default function MergeDialogPart(props: MergeDialogProps): React.ReactElement {
  const { title, text, base, mine, theirs, onChoose, onClose, children } = props;
  const { t, language } = useTexts();
  const descriptors = useEditor((state) => state.descriptors);
  const words = useMemo(() => ({ t, language, descriptors }), [t, language, descriptors]);
  const [choices, setChoices] = useState<MergeChoices>({});
  const [problem, setProblem] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const { collisions, lost } = useMemo(() => mergeFlows(base, mine, theirs, choices), [base, mine, theirs, choices]);
  const choose = async (): Promise<void> => {
    setBusy(true);
    await onChoose(choices).then(() => setProblem(undefined), setProblem);
    setBusy(false);
  };
  return (
    <Modal
      opened
      onClose={onClose ?? (() => undefined)}
      withCloseButton={onClose !== undefined}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
      closeOnClickOutside={false}
      closeOnEscape={onClose !== undefined}
      title={title}
      size={720}
    >
      <Text mb="sm">{text}</Text>
      <AllOfOne onTake={(side) => setChoices(allOfSide(collisions, side))} />
      <div className={styles.collisions}>
        {collisions.map((collision) => (
          <CollisionChoice
            key={`${collision.of}:${collision.id}`}
            collision={collision}
            states={{ base, mine, theirs }}
            choices={choices}
            words={words}
            onChange={(key, side) => setChoices((before) => ({ ...before, [key]: side }))}
          />
        ))}
      </div>
      {lost.length > 0 && (
        <Text mt="sm" c="var(--warn)" role="status">
          {t('versions.lost-wires', { wires: wireNames(lost, mine, words) })}
        </Text>
      )}
      {problem !== undefined && <ProblemText problem={problem} />}
      <Group justify="space-between" mt="md">
        <span>{children}</span>
        <Button loading={isBusy} onClick={() => void choose()} data-autofocus>
          {t('versions.take-chosen')}
        </Button>
      </Group>
    </Modal>
  );
}

function AllOfOne({ onTake }: { readonly onTake: (side: Side) => void }): React.ReactElement {
  const { t } = useTexts();
  return (
    <Group gap={8} mb="sm">
      <Button variant="default" onClick={() => onTake('mine')}>
        {t('versions.all-mine')}
      </Button>
      <Button variant="default" onClick={() => onTake('theirs')}>
        {t('versions.all-theirs')}
      </Button>
    </Group>
  );
}

function ProblemText({ problem }: { readonly problem: unknown }): React.ReactElement {
  const { language } = useTexts();
  return (
    <Text mt="sm" c="var(--err)" role="alert">
      {problemText(problem, language).detail}
    </Text>
  );
}
