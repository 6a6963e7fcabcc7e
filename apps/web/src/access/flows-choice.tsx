import { MultiSelect, Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import { queryKeys } from '../api/queries.ts';
import { useTexts } from '../i18n/i18n.ts';
import form from './form.module.css';
import { ProblemNote } from './problem-note.tsx';

interface FlowsChoiceProps {
  readonly flows: 'all' | readonly string[];
  /** Says that none is chosen, where one must be. */
  readonly isAsked: boolean;
  readonly onChange: (flows: 'all' | readonly string[]) => void;
}

/** Which flows a key is for. */
export function FlowsChoice({ flows, isAsked, onChange }: FlowsChoiceProps): React.ReactElement {
  const { t } = useTexts();
  const isAll = flows === 'all';
  const { data, error } = useQuery({ queryKey: queryKeys.flows, queryFn: api.flows, enabled: !isAll });
  return (
    <fieldset className={form.group}>
      <legend>{t('rights.for-flows')}</legend>
      <div className={form.fields}>
        <Radio name="flows" label={t('rights.all-flows')} checked={isAll} onChange={() => onChange('all')} />
        <Radio name="flows" label={t('rights.some-flows')} checked={!isAll} onChange={() => onChange([])} />
      </div>
      {!isAll && (
        <MultiSelect
          mt="sm"
          size="sm"
          label={t('rights.which-flows')}
          searchable
          data={(data?.flows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={[...flows]}
          error={isAsked && flows.length === 0 && t('rights.flows-needed')}
          onChange={onChange}
        />
      )}
      <ProblemNote problem={error} />
    </fieldset>
  );
}
