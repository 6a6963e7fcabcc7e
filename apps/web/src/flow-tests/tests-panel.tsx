import type { FlowTestView } from '@jacquard/protocol';
import { problemSentence, problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import { useEditor } from '../state/editor-store.ts';
import { CaseForm } from './case-form.tsx';
import { CaseList } from './case-list.tsx';
import { CaseView } from './case-view.tsx';
import styles from './flow-tests.module.css';
import { TestsToolbar } from './tests-toolbar.tsx';
import { useTests } from './tests-store.ts';
import { useFlowTests } from './use-flow-tests.ts';

/** The flow's tests: cases at the left, the one that is shown at the right. */
export function TestsPanel(): React.ReactElement {
  const { t, language } = useTexts();
  const flowId = useEditor((state) => state.flowId) ?? '';
  const { tests, shown, isLoading, problem } = useFlowTests(flowId);
  const failure = useTests((state) => state.problem);
  const editing = useTests((state) => state.editing);
  const said = failure ?? problem;
  const isEmpty = shown === undefined && editing === undefined;
  return (
    <div className={styles.panel}>
      <TestsToolbar flowId={flowId} tests={tests} shown={shown} />
      {said !== undefined && said !== null && (
        <p className={styles.fault} role="alert">
          {problemText(said, language).detail}
        </p>
      )}
      {shown && <Issues test={shown} />}
      {isEmpty ? (
        <p className={styles.empty}>{isLoading ? t('shell.loading') : t('tests.empty')}</p>
      ) : (
        <Cases flowId={flowId} test={shown} />
      )}
    </div>
  );
}

function Issues({ test }: { readonly test: FlowTestView }): React.ReactElement {
  const { language } = useTexts();
  return (
    <>
      {test.issues.map((issue, place) => (
        <p key={place} className={styles.fault}>
          {problemSentence(issue, language)}
        </p>
      ))}
    </>
  );
}

interface CasesProps {
  readonly flowId: string;
  readonly test: FlowTestView | undefined;
}

function Cases({ flowId, test }: CasesProps): React.ReactElement {
  const caseName = useTests((state) => state.caseName);
  const editing = useTests((state) => state.editing);
  const shown = test?.cases.find(({ name }) => name === caseName) ?? test?.cases[0];
  const written = test?.test?.cases?.find(({ name }) => name === shown?.name);
  return (
    <div className={styles.body}>
      {test && <CaseList test={test} shown={editing === 'new' ? undefined : shown?.name} />}
      {editing === undefined ? (
        test && shown && <CaseView key={shown.name} flowId={flowId} test={test} of={shown} />
      ) : (
        <CaseForm
          key={editing === 'new' ? '' : (written?.name ?? '')}
          flowId={flowId}
          test={test}
          one={editing === 'new' ? undefined : written}
        />
      )}
    </div>
  );
}
