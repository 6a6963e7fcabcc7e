import { Button } from '@mantine/core';
import { useTexts } from '../../i18n/i18n.ts';
import styles from '../field.module.css';
import { gridTools, type GridToolName } from './grid-tools-of.ts';
import type { TableGridState } from './use-table-grid.ts';

const names: readonly GridToolName[] = ['add-row', 'drop-row', 'add-column', 'drop-column'];

/** Rows and columns by the mouse; each has a key, too. */
export function GridTools({ state }: { readonly state: TableGridState }): React.ReactElement {
  const { t } = useTexts();
  const tools = gridTools(state);
  return (
    <div className={styles.tools}>
      {names.map((name) => (
        <Button
          key={name}
          variant="default"
          size="compact-xs"
          h={28}
          disabled={!tools[name].isPossible}
          onClick={tools[name].run}
        >
          {t(`editing.table-${name}`)}
        </Button>
      ))}
    </div>
  );
}
