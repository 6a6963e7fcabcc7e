import { useState } from 'react';
import { api } from '../api/api.ts';
import { queryClient, queryKeys } from '../api/queries.ts';
import { useTexts, type Translate } from '../i18n/i18n.ts';
import { parseOrigins } from './parse-origins.ts';

const nameForm = /^[a-z][a-z0-9-]*$/;
const empty = { name: '', text: '', origins: '' };
type Values = typeof empty;

interface SecretForm {
  readonly name: string;
  readonly problem: unknown;
  /** What a field of the form shows and does. */
  readonly field: (key: keyof Values) => {
    readonly value: string;
    readonly error: string | undefined;
    readonly onChange: (event: React.ChangeEvent<HTMLInputElement>) => void;
  };
  /** Stores the secret and empties the form; says what is missing instead when something is. */
  readonly save: () => Promise<void>;
}

function errorsOf(
  { name, text, origins: written }: Values,
  t: Translate,
): Readonly<Record<keyof Values, string | undefined>> {
  const { origins, wrong } = parseOrigins(written);
  const missing = origins.length === 0 ? t('models.origins-missing') : undefined;
  return {
    name: nameForm.test(name) ? undefined : t('models.secret-name-form'),
    text: text === '' ? t('models.secret-text-missing') : undefined,
    origins: wrong === undefined ? missing : t('models.origin-wrong', { text: wrong }),
  };
}

/** What is written into the form for a secret. */
export function useSecretForm(): SecretForm {
  const { t } = useTexts();
  const [values, setValues] = useState(empty);
  const [isAsked, setAsked] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const errors = errorsOf(values, t);
  const save = async (): Promise<void> => {
    setAsked(true);
    if (Object.values(errors).some((error) => error !== undefined)) return;
    try {
      await api.saveSecret(values.name, values.text, parseOrigins(values.origins).origins);
      setValues(empty);
      setAsked(false);
      setProblem(undefined);
      await queryClient.invalidateQueries({ queryKey: queryKeys.secrets });
    } catch (error) {
      setProblem(error);
    }
  };
  const field: SecretForm['field'] = (key) => ({
    value: values[key],
    error: isAsked ? errors[key] : undefined,
    onChange: (event) => setValues({ ...values, [key]: event.currentTarget.value }),
  });
  return { name: values.name, problem, field, save };
}
