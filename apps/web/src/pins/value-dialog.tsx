import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { problemSentence } from '../api/problem-text.ts';
import { nodeTitle } from '../bottom/node-title.ts';
import { useTexts } from '../i18n/i18n.ts';
import { forecastWords } from '../shell/run-words.ts';
import { shownDocument, useEditor } from '../state/editor-store.ts';
import { foretellFrom } from '../state/stale-store.ts';
import { startRun } from '../state/start-run.ts';
import styles from './pins.module.css';
import { pinOutputs } from './pins-store.ts';
import { useEditedPorts, type EditedPort } from './use-edited-ports.ts';
import { closeValueDialog, useValueDialog, type EditedStep } from './value-dialog-store.ts';

/** Edits the outputs of a step: to pin them, or to go on from them in one run. */
export default function ValueDialog(): React.ReactElement {
  const { t, language } = useTexts();
  const edited = useValueDialog((state) => state.edited);
  const document = useEditor(shownDocument);
  const descriptors = useEditor((state) => state.descriptors);
  const turn = edited?.purpose === 'go-on' ? /\[(\d+)\]\/[^/]+$/.exec(edited.step)?.[1] : undefined;
  const node = edited ? nodeTitle(edited.node, document, descriptors, language) : '';
  const name = turn === undefined ? node : t('pins.turn', { node, turn: Number(turn) + 1 });
  const title =
    edited?.purpose === 'go-on' ? t('pins.go-on-title', { node: name }) : t('pins.pin-title', { node: name });
  return (
    <Modal
      opened={edited !== undefined}
      onClose={closeValueDialog}
      title={title}
      size="lg"
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      {edited && <ValueForm key={`${edited.purpose} ${edited.step} ${edited.runId ?? ''}`} edited={edited} />}
    </Modal>
  );
}

function ValueForm({ edited }: { readonly edited: EditedStep }): React.ReactElement {
  const { t } = useTexts();
  const { ports, write, outputs } = useEditedPorts(edited);
  const [isBusy, setBusy] = useState(false);
  const isGoingOn = edited.purpose === 'go-on';
  const forecast = isGoingOn && outputs ? foretellFrom(edited.step, outputs) : undefined;
  const save = async (): Promise<void> => {
    if (!outputs) return;
    setBusy(true);
    if (isGoingOn) {
      closeValueDialog();
      await goOn(edited, outputs);
    } else if (await pinOutputs(edited.node, outputs, edited.runId)) closeValueDialog();
    setBusy(false);
  };
  return (
    <>
      <Text mb="md" c="var(--ink-2)" size="sm">
        {isGoingOn ? t('pins.go-on-text') : t('pins.pin-text')}
      </Text>
      {ports.map((port, at) => (
        <PortText
          key={port.name}
          node={edited.node}
          port={port}
          isFirst={at === 0}
          onWrite={(text) => write(port.name, text)}
        />
      ))}
      {forecast && <p className={styles.forecast}>{forecastWords(forecast, t)}</p>}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={closeValueDialog}>
          {t('shell.cancel')}
        </Button>
        <Button disabled={!outputs} loading={isBusy} onClick={() => void save()}>
          {isGoingOn ? t('pins.go-on-do') : t('pins.pin-do')}
        </Button>
      </Group>
    </>
  );
}

/** Starts a run that takes the past one's values, and this step's as they were edited. */
async function goOn(
  { step, runId }: EditedStep,
  outputs: NonNullable<ReturnType<typeof useEditedPorts>['outputs']>,
): Promise<void> {
  if (runId !== undefined) await startRun({ basis: runId, given: { [step]: outputs } });
}

interface PortTextProps {
  readonly node: string;
  readonly port: EditedPort;
  readonly isFirst: boolean;
  readonly onWrite: (text: string) => void;
}

function PortText({ node, port, isFirst, onWrite }: PortTextProps): React.ReactElement {
  const { t, language } = useTexts();
  const label = useEditor(
    ({ derived }) => derived?.canvas.nodes.find(({ id }) => id === node)?.ports.outputs[port.name]?.label[language],
  );
  const problem = 'problem' in port.read ? problemSentence(port.read.problem, language) : undefined;
  const waiting = port.isTooLarge ? t('pins.too-large-to-edit') : t('shell.loading');
  return (
    <Textarea
      mb="sm"
      label={label ?? port.name}
      description={port.isPlain ? undefined : t('pins.as-json')}
      classNames={{ input: port.isPlain ? '' : (styles.code ?? '') }}
      autosize
      minRows={3}
      maxRows={14}
      data-autofocus={isFirst || undefined}
      disabled={port.text === undefined}
      value={port.text ?? waiting}
      error={problem}
      spellCheck={port.isPlain}
      onChange={(event) => onWrite(event.currentTarget.value)}
    />
  );
}
