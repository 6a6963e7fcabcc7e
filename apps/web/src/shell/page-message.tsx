import { Button, Group } from '@mantine/core';
import { problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import { navigate } from '../state/route.ts';
import styles from './app.module.css';

interface PageMessageProps {
  readonly text?: string;
  readonly problem?: unknown;
  readonly onRetry?: () => void;
  readonly withWayBack?: boolean;
}

/** A page that has only something to say: that it loads, or what went wrong and what to do. */
export function PageMessage({ text, problem, onRetry, withWayBack }: PageMessageProps): React.ReactElement {
  const { t, language } = useTexts();
  const words = problem === undefined ? undefined : problemText(problem, language);
  return (
    <main className={styles.message} aria-live={words ? 'assertive' : 'polite'}>
      {words && <h1 className={styles.messageTitle}>{words.title}</h1>}
      {words ? (
        <p>{[words.detail, words.hint].filter(Boolean).join(' ')}</p>
      ) : (
        <h1 className={styles.messageText}>{text}</h1>
      )}
      <Group justify="center">
        {onRetry && <Button onClick={onRetry}>{t('shell.retry')}</Button>}
        {withWayBack && (
          <Button variant="default" onClick={() => navigate('/flows')}>
            {t('shell.to-flows')}
          </Button>
        )}
      </Group>
    </main>
  );
}
