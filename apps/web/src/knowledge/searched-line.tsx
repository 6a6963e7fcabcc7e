import type { Language, SearchReport } from '@jacquard/flow';
import type { Translate } from '../i18n/i18n.ts';
import { useTexts } from '../i18n/i18n.ts';
import { formatCount } from '../values/format-duration.ts';
import { formatShare } from '../values/format-share.ts';
import styles from './documents.module.css';
import { languageNames } from './language-limit.ts';
import { contentSentence } from './state-sentence.ts';

/** A question of many pages has thousands of words: so many are listed. */
const mostTerms = 24;

/** What was searched, and how: the words with how many passages hold each, and whether meaning was asked, or why not. */
export function SearchedLine({ report }: { readonly report: SearchReport }): React.ReactElement {
  const { t, language } = useTexts();
  return (
    <div className={styles.searched} role="status">
      <span>{t('knowledge.searched', { content: contentSentence(report, t, language) })}</span>
      {report.terms.length > 0 && (
        <span className={styles.terms}>
          {t('knowledge.searched-words')}
          {report.terms.slice(0, mostTerms).map(({ word, passages }) => (
            <span
              key={word}
              className={`${styles.fact} tabular`}
              data-absent={passages === 0 || undefined}
              title={t('knowledge.term-hint', { count: passages, number: formatCount(passages, language) })}
            >
              {word} {formatCount(passages, language)}
            </span>
          ))}
          {report.terms.length > mostTerms && '…'}
        </span>
      )}
      <span>{meaningSentence(report, t, language)}</span>
    </div>
  );
}

/** Whether meaning was asked, or why not. */
function meaningSentence(report: SearchReport, t: Translate, language: Language): string {
  const name = languageNames([report.language], language);
  const sentences: Readonly<Record<SearchReport['meaning'], string>> = {
    used: t('knowledge.meaning-used', { share: formatShare(report.meaningWeight, language) }),
    'not-asked': t('knowledge.meaning-not-asked'),
    'language-unknown':
      name === '' ? t('knowledge.meaning-no-language') : t('knowledge.meaning-language', { language: name }),
    'no-embeddings': t('knowledge.meaning-none'),
  };
  return sentences[report.meaning];
}
