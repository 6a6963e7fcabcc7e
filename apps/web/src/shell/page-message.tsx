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
  /** It stands for the whole page, not in a part of one. */
  readonly isWhole?: boolean;
}

/** A page that has only something to say: that it loads, or what went wrong and what to do. */
export function PageMessage({ text, problem, onRetry, withWayBack, isWhole }: PageMessageProps): React.ReactElement {
  const { t, language } = useTexts();
  const words = problem === undefined ? undefined : problemText(problem, language);
  const Place = isWhole ? 'main' : 'div';
  const Heading = isWhole ? 'h1' : 'p';
  return (
    <Place className={styles.message} aria-live={words ? 'assertive' : 'polite'}>
      {words && <Heading className={styles.messageTitle}>{words.title}</Heading>}
      {words ? (
        <p>{[words.detail, words.hint].filter(Boolean).join(' ')}</p>
      ) : (
        <Heading className={styles.messageText}>{text}</Heading>
      )}
      <Group justify="center">
        {onRetry && <Button onClick={onRetry}>{t('shell.retry')}</Button>}
        {withWayBack && (
          <Button variant="default" onClick={() => navigate('/flows')}>
            {t('shell.to-flows')}
          </Button>
        )}
      </Group>
    </Place>
  );
}
