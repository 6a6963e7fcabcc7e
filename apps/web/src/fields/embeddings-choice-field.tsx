import { Select, TextInput } from '@mantine/core';
import type { KnowledgeDocument } from '@jacquard/flow';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import { queryKeys } from '../api/queries.ts';
import { useTexts } from '../i18n/i18n.ts';
import styles from './field.module.css';

type Choice = KnowledgeDocument['embeddings'];
type Service = Exclude<Choice, string | undefined>;

const service = 'service:';

interface EmbeddingsChoiceFieldProps {
  readonly id?: string;
  readonly label?: string;
  /** `xs` on a node and in its inspector, `sm` on a page. */
  readonly size: 'xs' | 'sm';
  readonly value: Choice;
  readonly onChange: (value: Choice) => void;
}

/** What knows the meaning of texts: what works at once, a model of this machine, or a service by its address. */
export function EmbeddingsChoiceField(props: EmbeddingsChoiceFieldProps): React.ReactElement {
  const { id, label, size, value, onChange } = props;
  const { t } = useTexts();
  const models = useQuery({ queryKey: queryKeys.models, queryFn: api.models });
  const local = (models.data?.models ?? [])
    .filter(({ kind }) => kind === 'embeddings')
    .toSorted((a, b) => Number(b.state === 'installed') - Number(a.state === 'installed'));
  const isService = typeof value === 'object';
  const chosen = isService ? service : (value ?? 'default');
  const data = [
    { value: 'default', label: t('knowledge.field-embeddings-default') },
    ...local.map((model) => ({
      value: model.id,
      label: model.state === 'installed' ? model.name : t('fields.model-absent', { name: model.name }),
    })),
    { value: service, label: t('knowledge.field-embeddings-service') },
  ];
  const isKnown = data.some((one) => one.value === chosen);
  return (
    <>
      <Select
        {...(id !== undefined && { id })}
        {...(label !== undefined && { 'aria-label': label })}
        className={styles.control}
        size={size}
        data={isKnown ? data : [...data, { value: chosen, label: t('fields.model-unknown', { name: chosen }) }]}
        value={chosen}
        comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
        onChange={(next) => onChange(next === service ? { url: '', model: '' } : (next ?? 'default'))}
      />
      {isService && <ServiceFields size={size} value={value} onChange={onChange} />}
    </>
  );
}

interface ServiceFieldsProps {
  readonly size: 'xs' | 'sm';
  readonly value: Service;
  readonly onChange: (value: Service) => void;
}

/** A service that speaks OpenAI's embeddings API: where, which model, and the key by its name. */
function ServiceFields({ size, value, onChange }: ServiceFieldsProps): React.ReactElement {
  const { t } = useTexts();
  const secrets = useQuery({ queryKey: queryKeys.secrets, queryFn: api.secrets });
  const names = (secrets.data?.secrets ?? []).map(({ name }) => name);
  const { url, model, secret } = value;
  return (
    <span className={styles.service}>
      <TextInput
        size={size}
        label={t('knowledge.field-embeddings-url')}
        description={t('knowledge.field-embeddings-url-help')}
        placeholder="https://api.example.org/v1"
        value={url}
        error={url !== '' && !/^https?:\/\/[^/]/.test(url) && t('knowledge.field-embeddings-url-wrong')}
        onChange={(event) => onChange({ ...value, url: event.currentTarget.value })}
      />
      <TextInput
        size={size}
        label={t('knowledge.field-embeddings-model')}
        value={model}
        onChange={(event) => onChange({ ...value, model: event.currentTarget.value })}
      />
      <Select
        size={size}
        label={t('knowledge.field-embeddings-secret')}
        placeholder={t('fields.secret-choose')}
        clearable
        data={secret === undefined || names.includes(secret) ? names : [...names, secret]}
        value={secret ?? null}
        onChange={(next) => onChange(next === null ? { url, model } : { url, model, secret: next })}
      />
    </span>
  );
}
