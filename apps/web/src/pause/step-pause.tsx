import type { JsonValue, PauseForm } from '@jacquard/flow';
import { useId, useState } from 'react';
import { api } from '../api/api.ts';
import { problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import { ApproveForm } from './approve-form.tsx';
import { ChooseForm } from './choose-form.tsx';
import { EditForm } from './edit-form.tsx';
import styles from './pauses.module.css';
import { ThoughtsForm } from './thoughts-form.tsx';

interface StepPauseProps {
  readonly runId: string;
  readonly path: string;
  readonly form: PauseForm;
}

/** What a form of a pause gets: it sends its answer, and waits while one is on its way. */
export interface PauseFormProps {
  readonly form: PauseForm;
  readonly runId: string;
  readonly isSending: boolean;
  send(answer: JsonValue): void;
}

/** The question of a step that waits for a person, and the form to answer it by. An answer that is refused stays in the form. */
export function StepPause({ runId, path, form }: StepPauseProps): React.ReactElement {
  const { t, language } = useTexts();
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const send = (answer: JsonValue): void => {
    setIsSending(true);
    setProblem(undefined);
    api.answerRun(runId, path, answer).catch((error: unknown) => {
      setProblem(error);
      setIsSending(false);
    });
  };
  const message = useId();
  const Form = forms[form.kind];
  return (
    <div className={`${styles.form} nodrag nowheel`} role="group" aria-labelledby={message}>
      <p id={message} className={styles.message}>
        {form.message === '' ? t(`pause.ask-${form.kind}`) : form.message}
      </p>
      <Form form={form} runId={runId} isSending={isSending} send={send} />
      {problem !== undefined && (
        <p className={styles.problem} role="alert">
          {problemText(problem, language).detail}
        </p>
      )}
    </div>
  );
}

const forms: Readonly<Record<PauseForm['kind'], (props: PauseFormProps) => React.ReactElement | null>> = {
  approve: ApproveForm,
  edit: EditForm,
  choose: ChooseForm,
  thoughts: ThoughtsForm,
};
