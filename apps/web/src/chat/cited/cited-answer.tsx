import type { CitedAnswer } from '@jacquard/flow';
import { useTexts } from '../../i18n/i18n.ts';
import { navigate } from '../../state/route.ts';
import chatStyles from '../chat.module.css';
import messageStyles from '../message.module.css';
import type { ShownCitedAnswer } from './cited-answer-of.ts';
import styles from './cited.module.css';
import { QuotationList } from './quotation-list.tsx';
import { SearchLine } from './search-line.tsx';
import { WrittenAnswer } from './written-answer.tsx';

interface CitedAnswerViewProps {
  readonly shown: ShownCitedAnswer;
  /** Asks again with other words; absent while nothing can be sent. */
  readonly onSearch?: ((text: string) => void) | undefined;
}

/** An answer with its sources: quotations first, below them what a model wrote, then what was searched. */
export function CitedAnswerView({ shown, onSearch }: CitedAnswerViewProps): React.ReactElement {
  const { t } = useTexts();
  const { answer, isWriting } = shown;
  const { outcome, quotations, written, rows, searched } = answer;
  return (
    <div className={styles.cited}>
      {outcome !== 'answered' && <Outcome answer={answer} />}
      {quotations.length > 0 && <QuotationList quotations={quotations} />}
      {rows && <p className={styles.note}>{t('sources.rows', { read: rows.read, total: rows.total })}</p>}
      {written && <WrittenAnswer written={written} quotations={quotations} />}
      {isWriting && (
        <p className={chatStyles.quiet} aria-busy="true">
          {!written && t('sources.writing')}
          <span className={messageStyles.caret} />
        </p>
      )}
      <LanguageNote answer={answer} />
      {searched && <SearchLine searched={searched} onSearch={onSearch} />}
    </div>
  );
}

/** That the documents don't answer, or not outright; and the words that stand in none of them. */
function Outcome({ answer: { outcome, searched } }: { readonly answer: CitedAnswer }): React.ReactElement {
  const { t, language } = useTexts();
  const missing = searched?.terms.filter(({ passages }) => passages === 0).map(({ word }) => `“${word}”`) ?? [];
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(
    language === 'fr' ? missing.map((word) => word.replace('“', '« ').replace('”', ' »')) : missing,
  );
  return (
    <div className={styles.outcome} data-outcome={outcome} role={outcome === 'not-found' ? 'status' : undefined}>
      <p className={styles.outcomeTitle}>{t(outcome === 'partly' ? 'sources.partly' : 'sources.not-found')}</p>
      {missing.length > 0 && missing.length <= 6 && <p>{t('sources.words-nowhere', { words: list })}</p>}
    </div>
  );
}

/** Where a language limits the search or the writing: said, with the way to models that have it. */
function LanguageNote({
  answer: { unwritten, searched },
}: {
  readonly answer: CitedAnswer;
}): React.ReactElement | null {
  const { t, language } = useTexts();
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const asked =
    searched && searched.language !== 'und' ? (names.of(searched.language) ?? searched.language) : undefined;
  const notes = [
    ...(unwritten === 'language' ? [t('sources.unwritten-language')] : []),
    ...(unwritten === 'failed' ? [t('sources.unwritten-failed')] : []),
    ...(searched?.meaning === 'language-unknown' && asked !== undefined
      ? [t('sources.meaning-language', { language: asked })]
      : []),
  ];
  if (notes.length === 0) return null;
  return (
    <p className={styles.note}>
      {notes.join(' ')}{' '}
      {unwritten !== 'failed' && (
        <button type="button" className={chatStyles.link} onClick={() => navigate('/models')}>
          {t('sources.to-models')}
        </button>
      )}
    </p>
  );
}
