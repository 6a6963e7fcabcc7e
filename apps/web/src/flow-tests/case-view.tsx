import type { Language, ProblemData } from '@jacquard/flow';
import type { FlowTestView, ListedCase } from '@jacquard/protocol';
import { problemSentence } from '../api/problem-text.ts';
import { titleOf } from '../canvas/ports/port-names.ts';
import { useTexts } from '../i18n/i18n.ts';
import { TextDifference } from '../versions/text-difference.tsx';
import { AssertionLine } from './assertion-line.tsx';
import { CaseActions } from './case-actions.tsx';
import { CaseState } from './case-state.tsx';
import styles from './flow-tests.module.css';

interface CaseViewProps {
  readonly flowId: string;
  readonly test: FlowTestView;
  readonly of: ListedCase;
}

/** A case: how it last came out, what differs, and what can be done with it. */
export function CaseView({ flowId, test, of }: CaseViewProps): React.ReactElement {
  const { t, language } = useTexts();
  const { result } = of;
  const written = test.test?.cases?.find(({ name }) => name === of.name);
  const expected = (of.isRow ? test.test?.dataset?.expect : written?.expect) ?? [];
  return (
    <section className={styles.view} aria-label={of.name}>
      <header className={styles.head}>
        <h2 className={styles.title} title={of.name}>
          {of.name}
        </h2>
        <CaseState of={of} hasWord />
        {result && <span className={styles.quiet}>{t('tests.took', { time: Math.round(result.duration) })}</span>}
        {result?.models === 'live' && <span className={styles.quiet}>{t('tests.live')}</span>}
        <span className={styles.space} />
        <CaseActions flowId={flowId} test={test} of={of} />
      </header>
      {result?.error && (
        <p className={styles.fault} role="alert">
          {problemSentence(withTitle(result.prompt ? withoutPrompts(result.error) : result.error, language), language)}
        </p>
      )}
      {result?.prompt && (
        <div className={styles.difference}>
          <p className={styles.quiet}>{t('tests.prompt-differs', { step: titleOf(result.prompt.step, language) })}</p>
          <TextDifference before={result.prompt.recorded} after={result.prompt.asked} />
        </div>
      )}
      {result && (
        <ul className={styles.assertions}>
          {result.assertions.map((assertion, place) => (
            <AssertionLine
              key={place}
              flowId={flowId}
              test={test}
              name={of.name}
              of={assertion}
              assertion={assertion.kind === 'snapshot' ? undefined : expected[place]}
            />
          ))}
        </ul>
      )}
      {result === undefined && !of.running && <p className={styles.quiet}>{t('tests.not-run-yet')}</p>}
    </section>
  );
}

/** Where both prompts are shown word by word, the sentence needn't quote them. */
function withoutPrompts({ code, params }: ProblemData): Pick<ProblemData, 'code' | 'params'> {
  const { recorded: _recorded, asked: _asked, ...rest } = params;
  return { code, params: rest };
}

/** A run knows its nodes by their ids, whoever reads by their titles. */
function withTitle(
  { code, params }: Pick<ProblemData, 'code' | 'params'>,
  language: Language,
): Pick<ProblemData, 'code' | 'params'> {
  const { node } = params;
  return { code, params: typeof node === 'string' ? { ...params, node: titleOf(node, language) } : params };
}
