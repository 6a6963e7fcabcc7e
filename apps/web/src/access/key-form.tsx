import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { keyActionSchema, type KeyAction } from '@jacquard/protocol';
import { useState, type FormEvent } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { accessApi, refreshAccess } from './access-api.ts';
import styles from './access.module.css';
import form from './form.module.css';
import { FlowsChoice } from './flows-choice.tsx';
import { emptyLimits, LimitFields, limitsOf } from './limit-fields.tsx';
import { ProblemNote } from './problem-note.tsx';

const day = 86_400_000;

interface KeyFormProps {
  readonly onMade: (text: string) => void;
  readonly onCancel: () => void;
}

/** Makes a key: what it is for, what it may do, for which flows, until when, and within which limits. */
export function KeyForm({ onMade, onCancel }: KeyFormProps): React.ReactElement {
  const { t } = useTexts();
  const [name, setName] = useState('');
  const [actions, setActions] = useState<readonly KeyAction[]>(['call']);
  const [flows, setFlows] = useState<'all' | readonly string[]>('all');
  const [ends, setEnds] = useState<(typeof endings)[number]>('90');
  const [limits, setLimits] = useState(emptyLimits);
  const [problem, setProblem] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const isComplete = name.trim() !== '' && actions.length > 0 && flows.length > 0;
  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (!isComplete || isBusy) return;
    setBusy(true);
    setProblem(undefined);
    const expiresAt = ends === 'never' ? {} : { expiresAt: Date.now() + Number(ends) * day };
    const wanted = { name, actions: [...actions], flows: flows === 'all' ? flows : [...flows], ...expiresAt };
    await accessApi.makeKey({ ...wanted, limits: limitsOf(limits) }).then(async ({ text }) => {
      onMade(text);
      await refreshAccess('keys');
    }, setProblem);
    setBusy(false);
  };
  return (
    <form className={form.form} aria-label={t('rights.make-key')} onSubmit={(event) => void make(event)}>
      <div className={form.fields}>
        <TextInput
          label={t('rights.key-name')}
          placeholder={t('rights.key-name-example')}
          value={name}
          maxLength={100}
          autoComplete="off"
          autoFocus
          error={isAsked && name.trim() === '' && t('rights.name-needed')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <EndChoice value={ends} onChange={setEnds} />
      </div>
      <ActionFields actions={actions} isAsked={isAsked} onChange={setActions} />
      <FlowsChoice flows={flows} isAsked={isAsked} onChange={setFlows} />
      <LimitFields limits={limits} onChange={setLimits} />
      <ProblemNote problem={problem} />
      <div className={styles.buttons}>
        <Button type="submit" loading={isBusy}>
          {t('rights.make-key')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('rights.cancel')}
        </Button>
      </div>
    </form>
  );
}

const endings = ['30', '90', '365', 'never'] as const;

interface EndChoiceProps {
  readonly value: (typeof endings)[number];
  readonly onChange: (value: (typeof endings)[number]) => void;
}

function EndChoice({ value, onChange }: EndChoiceProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <Select
      label={t('rights.ends')}
      data={endings.map((each) => ({ value: each, label: t(`rights.ends-${each}`) }))}
      value={value}
      onChange={(chosen) => onChange(endings.find((each) => each === chosen) ?? value)}
    />
  );
}

interface ActionFieldsProps {
  readonly actions: readonly KeyAction[];
  /** Says that none is chosen, where one must be. */
  readonly isAsked: boolean;
  readonly onChange: (actions: readonly KeyAction[]) => void;
}

function ActionFields({ actions, isAsked, onChange }: ActionFieldsProps): React.ReactElement {
  const { t } = useTexts();
  const toggle = (action: KeyAction): void =>
    onChange(actions.includes(action) ? actions.filter((each) => each !== action) : [...actions, action]);
  return (
    <fieldset className={form.group}>
      <legend>{t('rights.may')}</legend>
      <div className={form.fields}>
        {keyActionSchema.options.map((action) => (
          <Checkbox
            key={action}
            label={t(`rights.${action}`)}
            description={t(`rights.${action}-help`)}
            checked={actions.includes(action)}
            onChange={() => toggle(action)}
          />
        ))}
      </div>
      {isAsked && actions.length === 0 && (
        <p className={styles.problem} role="alert">
          {t('rights.action-needed')}
        </p>
      )}
    </fieldset>
  );
}
