import type { FlowTestView } from '@jacquard/protocol';
import { useTexts } from '../i18n/i18n.ts';
import { CaseState } from './case-state.tsx';
import styles from './flow-tests.module.css';
import { showCase } from './tests-store.ts';

interface CaseListProps {
  readonly test: FlowTestView;
  readonly shown: string | undefined;
}

/** The cases of a test, each with how it last came out. */
export function CaseList({ test, shown }: CaseListProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <ul className={styles.cases} aria-label={t('tests.cases')}>
      {test.cases.map((one) => (
        <li key={one.name}>
          <button
            type="button"
            className={styles.case}
            aria-current={one.name === shown}
            onClick={() => showCase(test.id, one.name)}
          >
            <CaseState of={one} />
            <span className={styles.caseName} title={one.name}>
              {one.isRow ? t('tests.row', { number: one.name.replace(/^row /u, '') }) : one.name}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
