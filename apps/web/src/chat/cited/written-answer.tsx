import type { CitedAnswer, Quotation, SentenceDoubt, WrittenSentence } from '@jacquard/flow';
import { TriangleAlert } from 'lucide-react';
import { useTexts, type Translate } from '../../i18n/i18n.ts';
import styles from './cited.module.css';
import { listText } from './list-text.ts';
import { openQuotation } from './quotation-list.tsx';

interface WrittenAnswerProps {
  readonly written: NonNullable<CitedAnswer['written']>;
  readonly quotations: readonly Quotation[];
}

/** What a model wrote from the quotations: named, each sentence with its sources, and with what is to be checked. */
export function WrittenAnswer({ written, quotations }: WrittenAnswerProps): React.ReactElement {
  const { t, language } = useTexts();
  return (
    <section className={styles.written} aria-label={t('sources.written-label', { model: written.model })}>
      <p className={styles.writtenBy}>
        {t('sources.written-by', { model: written.model, numbers: listText(written.from, language) })}
      </p>
      <p className={styles.sentences}>
        {written.sentences.map((sentence, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- sentences never move, and may be equal
          <Sentence key={index} sentence={sentence} quotations={quotations} />
        ))}
      </p>
    </section>
  );
}

function Sentence({
  sentence,
  quotations,
}: {
  readonly sentence: WrittenSentence;
  readonly quotations: readonly Quotation[];
}) {
  const { t } = useTexts();
  const { text, sources, doubts } = sentence;
  return (
    <span className={styles.sentence} data-doubted={doubts.length > 0}>
      {text}
      {sources.map((number) => (
        <SourceNumber key={number} number={number} quotation={quotations.find((one) => one.number === number)} />
      ))}
      {doubts.length > 0 && (
        <span className={styles.doubt}>
          <TriangleAlert size={12} aria-hidden />
          {t('sources.check')} {doubts.map((doubt) => doubtText(doubt, t)).join(' ')}
        </span>
      )}{' '}
    </span>
  );
}

function SourceNumber({ number, quotation }: { readonly number: number; readonly quotation: Quotation | undefined }) {
  const { t } = useTexts();
  return (
    <button
      type="button"
      className={styles.sourceNumber}
      aria-label={t('sources.open-number', { number })}
      disabled={quotation === undefined}
      onClick={() => quotation && openQuotation(quotation)}
    >
      [{number}]
    </button>
  );
}

/** What differs, in a sentence. */
function doubtText({ kind, change, words }: SentenceDoubt, t: Translate): string {
  switch (kind) {
    case 'number':
    case 'date':
    case 'name':
      return change === 'added' ? t('sources.doubt-added', { words }) : t('sources.doubt-lost', { words });
    case 'negation':
    case 'condition':
      return change === 'added'
        ? t('sources.doubt-condition-added', { words })
        : t('sources.doubt-condition-lost', { words });
    default:
      return words === '' ? t('sources.doubt-unsupported') : t('sources.doubt-added', { words });
  }
}
