import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import { queryKeys } from '../api/queries.ts';
import { useTexts } from '../i18n/i18n.ts';
import type { ControlProps } from './control-props.ts';
import styles from './field.module.css';

/** The models of this machine that suit the field; of chat models the default one, too, shown with what it stands for. */
export function ModelField({ id, port, value, onChange }: ControlProps): React.ReactElement {
  const { t } = useTexts();
  const models = useQuery({ queryKey: queryKeys.models, queryFn: api.models });
  const isChat = port.field === 'model';
  // Those that are here first: the catalog is long.
  const list = (models.data?.models ?? [])
    .filter(({ kind }) => kind === (isChat ? 'chat' : 'reranking'))
    .toSorted((a, b) => Number(b.state === 'installed') - Number(a.state === 'installed'));
  const standard = list.find(({ isDefault }) => isDefault);
  const chosen = typeof value === 'string' ? value : isChat ? 'default' : '';
  const byDefault = {
    value: 'default',
    label: standard ? t('fields.model-default', { name: standard.name }) : t('fields.model-default-bare'),
  };
  const data = [
    ...(isChat ? [byDefault] : []),
    ...list.map(({ id: model, name, state }) => ({
      value: model,
      label: state === 'installed' ? name : t('fields.model-absent', { name }),
    })),
  ];
  const isKnown = data.some((one) => one.value === chosen);
  return (
    <Select
      id={id}
      className={styles.control}
      size="xs"
      title={data.find((one) => one.value === chosen)?.label}
      data={isKnown ? data : [...data, { value: chosen, label: t('fields.model-unknown', { name: chosen }) }]}
      value={chosen}
      comboboxProps={{ width: 'max-content', position: 'bottom-end' }}
      onChange={(next) => onChange(next ?? (isChat ? 'default' : undefined))}
    />
  );
}
