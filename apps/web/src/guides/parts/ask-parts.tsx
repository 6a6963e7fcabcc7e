import { ActionIcon, Button, Textarea } from '@mantine/core';
import { X } from 'lucide-react';
import { useTexts } from '../../i18n/i18n.ts';
import { FilePickers } from '../../knowledge/file-pickers.tsx';
import { filesOfTransfer, type PlacedFile } from '../../knowledge/placed-file.ts';
import { useTransferDrop } from '../../state/use-file-drop.ts';
import { useAnswers } from '../guide-store.ts';
import styles from '../guides.module.css';

const id = 'ask-my-documents';
/** How many files are named; the rest is counted. */
const named = 8;

/** Which documents: one's own, or the library's. */
export function AskHave(): React.ReactElement {
  const { t } = useTexts();
  const [{ files, isSample }, change] = useAnswers(id);
  const add = (more: readonly PlacedFile[]): void => {
    const fresh = new Set(more.map(({ path }) => path));
    change({ files: [...files.filter(({ path }) => !fresh.has(path)), ...more], isSample: false });
  };
  const drop = useTransferDrop((transfer) => void filesOfTransfer(transfer).then(add));
  return (
    <>
      <div className={styles.drop} {...drop}>
        <p>{t('guides.ask-drop')}</p>
        <div className={styles.buttons}>
          <FilePickers onFiles={add} />
        </div>
      </div>
      <FileList files={files} onChange={(left) => change({ files: left })} />
      <div className={styles.buttons}>
        <Button
          variant={isSample ? 'light' : 'default'}
          aria-pressed={isSample}
          onClick={() => change({ isSample: !isSample, files: [] })}
        >
          {t('guides.sample')}
        </Button>
        <span className={styles.quiet}>{t('guides.ask-sample')}</span>
      </div>
    </>
  );
}

interface FileListProps {
  readonly files: readonly PlacedFile[];
  readonly onChange: (files: readonly PlacedFile[]) => void;
}

function FileList({ files, onChange }: FileListProps): React.ReactElement | null {
  const { t } = useTexts();
  if (files.length === 0) return null;
  const hidden = files.length - named;
  return (
    <section aria-label={t('guides.ask-files', { count: files.length })}>
      <ul className={styles.files}>
        {files.slice(0, named).map(({ path }) => (
          <li key={path}>
            <span title={path}>{path}</span>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={28}
              aria-label={t('guides.remove', { name: path })}
              onClick={() => onChange(files.filter((file) => file.path !== path))}
            >
              <X size={14} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <p className={styles.quiet}>
          {t('guides.ask-more', { count: hidden })}{' '}
          <Button variant="subtle" onClick={() => onChange([])}>
            {t('guides.remove-all')}
          </Button>
        </p>
      )}
    </section>
  );
}

/** What to ask first. */
export function AskWant(): React.ReactElement {
  const { t } = useTexts();
  const [{ question, isSample }, change] = useAnswers(id);
  const offered = [t('guides.ask-sample-first'), t('guides.ask-sample-second'), t('guides.ask-sample-third')];
  return (
    <>
      <Textarea
        name="question"
        label={t('guides.ask-question')}
        autosize
        minRows={2}
        maxLength={2000}
        value={question}
        onChange={(event) => change({ question: event.currentTarget.value })}
      />
      {isSample && (
        <div className={styles.buttons}>
          {offered.map((text) => (
            <Button key={text} variant="default" onClick={() => change({ question: text })}>
              {text}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
