import { Button } from '@mantine/core';
import type { Assertion, JsonValue } from '@jacquard/flow';
import type { AssertionResult, FlowTestView } from '@jacquard/protocol';
import { problemSentence } from '../api/problem-text.ts';
import { useTexts, type Translate } from '../i18n/i18n.ts';
import { TextDifference } from '../versions/text-difference.tsx';
import { kindText } from './kind-text.ts';
import { flowTestsRequests } from './flow-tests-requests.ts';
import styles from './flow-tests.module.css';
import { attempt } from './tests-store.ts';
import { saidText } from './said-text.ts';
import { refreshTests } from './use-flow-tests.ts';

interface AssertionLineProps {
  readonly flowId: string;
  readonly test: FlowTestView;
  readonly name: string;
  readonly of: AssertionResult;
  /** As it stands in the file; undefined for a snapshot. */
  readonly assertion: Assertion | undefined;
}

/** What came of one thing that was expected; where it isn't so, what differs. */
export function AssertionLine({ flowId, test, name, of, assertion }: AssertionLineProps): React.ReactElement {
  const { t, language } = useTexts();
  const { kind, status, output, path = '', problem, expected, actual } = of;
  const said = saidText(assertion);
  const isCompared = (kind === 'equals' || kind === 'snapshot') && status === 'failed' && expected !== undefined;
  return (
    <li className={styles.assertion} data-status={status}>
      <p className={styles.assertionHead}>
        <b data-state={status === 'failed' ? 'failed' : 'passed'}>{statusText(of, t)}</b>
        <span>
          {output !== undefined && <code className={styles.code}>{output + path}</code>}{' '}
          {assertion?.not === true && t('tests.not')} {kindText(kind, t)}{' '}
          {said !== '' && <b className={styles.said}>{said}</b>}
        </span>
        {problem && <span className={styles.quiet}>{problemSentence(problem, language)}</span>}
        {kind === 'snapshot' && status === 'failed' && output !== undefined && (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() =>
              void attempt(async () => {
                await flowTestsRequests.accept(flowId, test.id, name, [output]);
                await refreshTests(flowId);
              })
            }
          >
            {t('tests.accept-output', { output })}
          </Button>
        )}
      </p>
      {isCompared && <TextDifference before={readable(expected)} after={readable(actual ?? '')} />}
      {!isCompared && status === 'failed' && actual !== undefined && (
        <p className={styles.came}>{readable(actual).slice(0, 2000)}</p>
      )}
    </li>
  );
}

function statusText({ status }: AssertionResult, t: Translate): string {
  if (status === 'passed') return t('tests.holds');
  return status === 'failed' ? t('tests.fails') : t('tests.unchecked');
}

function readable(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value, undefined, 2);
}
