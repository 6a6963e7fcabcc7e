import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import { queryKeys } from '../api/queries.ts';
import { useEditor } from '../state/editor-store.ts';
import { learnFlow } from '../state/open-flow.ts';
import type { ControlProps } from './control-props.ts';
import styles from './field.module.css';

/** Another flow of the space, by name. */
export function FlowField({ id, value, onChange }: ControlProps): React.ReactElement {
  const flows = useQuery({ queryKey: queryKeys.flows, queryFn: api.flows });
  const own = useEditor((state) => state.flowId);
  const others = flows.data?.flows.filter((flow) => flow.id !== own) ?? [];
  return (
    <Select
      id={id}
      className={styles.control}
      size="xs"
      searchable
      data={others.map((flow) => ({ value: flow.id, label: flow.name }))}
      value={typeof value === 'string' ? value : null}
      comboboxProps={{ width: 'max-content', position: 'bottom-end' }}
      onChange={(next) => {
        onChange(next ?? undefined);
        if (next !== null) void learnFlow(next);
      }}
    />
  );
}
