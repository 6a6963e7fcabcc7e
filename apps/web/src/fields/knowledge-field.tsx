import { ActionIcon, Select, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { SquareArrowOutUpRight } from 'lucide-react';
import { knowledgeApi } from '../api/knowledge-api.ts';
import { queryKeys } from '../api/queries.ts';
import { useTexts } from '../i18n/i18n.ts';
import { navigate } from '../state/route.ts';
import { formatCount } from '../values/format-duration.ts';
import type { ControlProps } from './control-props.ts';
import styles from './field.module.css';

/** Stands for "make a new one"; no id of a base begins with a colon. */
const make = ':new';

/** A knowledge base of the space, by name; the way to its page, and to a new one. */
export function KnowledgeField({ id, value, onChange }: ControlProps): React.ReactElement {
  const { t, language } = useTexts();
  const { data } = useQuery({ queryKey: queryKeys.knowledgeBases, queryFn: knowledgeApi.list });
  const bases = data?.bases ?? [];
  const chosen = typeof value === 'string' && value !== '' ? value : null;
  const known = bases.map((base) => ({ value: base.id, label: base.name }));
  const countOf = new Map(bases.map((base) => [base.id, base.documents]));
  const isUnknown = chosen !== null && data !== undefined && !bases.some((base) => base.id === chosen);
  const isUnlisted = chosen !== null && !known.some((one) => one.value === chosen);
  const unlisted = {
    value: chosen ?? '',
    label: isUnknown ? t('fields.model-unknown', { name: chosen }) : (chosen ?? ''),
  };
  return (
    <span className={styles.withButton}>
      <Select
        id={id}
        className={styles.control}
        size="xs"
        placeholder={t('knowledge.field-choose')}
        error={isUnknown}
        data={[...known, ...(isUnlisted ? [unlisted] : []), { value: make, label: t('knowledge.field-new') }]}
        value={chosen}
        renderOption={({ option: { value: base, label } }) => {
          const count = countOf.get(base);
          if (count === undefined) return label;
          return t('knowledge.field-base', { name: label, count, number: formatCount(count, language) });
        }}
        comboboxProps={{ width: 'max-content', position: 'bottom-end' }}
        onChange={(next) => (next === make ? navigate('/knowledge') : onChange(next ?? undefined))}
      />
      <Tooltip label={t('knowledge.field-open')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={t('knowledge.field-open')}
          disabled={chosen === null || isUnknown}
          onClick={() => navigate(`/knowledge/${encodeURIComponent(chosen ?? '')}`)}
        >
          <SquareArrowOutUpRight size={14} />
        </ActionIcon>
      </Tooltip>
    </span>
  );
}
