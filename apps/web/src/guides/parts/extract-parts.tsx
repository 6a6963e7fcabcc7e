import { ActionIcon, Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { useTexts } from '../../i18n/i18n.ts';
import { FileLine } from './file-line.tsx';
import { columnKinds, pieces, type Column } from '../flows/extract-flow.ts';
import { useAnswers } from '../guide-store.ts';
import styles from '../guides.module.css';
import { countPieces, likelyPiece } from './count-pieces.ts';
import { readColumns } from './read-pairs.ts';
import { TextOrFile } from './text-or-file.tsx';

const id = 'extract-a-table';
const mostColumns = 12;

/** The text or document, and what of it makes a row. */
export function ExtractHave(): React.ReactElement {
  const { t } = useTexts();
  const [{ text, file, piece, columns }, change] = useAnswers(id);
  const sample = t('guides.extract-sample-text');
  const take = (taken: string): void => {
    const isFresh = taken === sample && columns.every(({ name }) => name === '');
    const fresh = isFresh ? { columns: readColumns(t('guides.extract-sample-columns')) } : {};
    change({ text: taken, ...(text.trim() === '' && { piece: likelyPiece(taken) }), ...fresh });
  };
  return (
    <>
      {file ? (
        <FileLine file={file} onRemove={() => change({ file: undefined })} />
      ) : (
        <TextOrFile
          label={t('guides.extract-paste')}
          value={text}
          rows={7}
          sample={sample}
          sampleText={t('guides.extract-sample')}
          onText={take}
          onFile={(chosen) => change({ file: chosen, piece: 'paragraphs' })}
        />
      )}
      <div>
        <p className={styles.label} id="guide-piece">
          {t('guides.extract-piece')}
        </p>
        <SegmentedControl
          aria-labelledby="guide-piece"
          data={pieces.map((value) => ({ value, label: t(`guides.extract-${value}`) }))}
          value={piece}
          onChange={(value) => change({ piece: pieces.find((one) => one === value) ?? 'lines' })}
        />
        {!file && text.trim() !== '' && (
          <p className={styles.quiet} role="status">
            {t('guides.extract-pieces', { count: countPieces(text, piece) })}
          </p>
        )}
      </div>
    </>
  );
}

/** The columns of the table to be. */
export function ExtractWant(): React.ReactElement {
  const { t } = useTexts();
  const [{ columns }, change] = useAnswers(id);
  const put = (at: number, part: Partial<Column>): void =>
    change({ columns: columns.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  return (
    <>
      <ul className={styles.rows}>
        {columns.map(({ name, kind }, at) => (
          <li key={at} className={styles.pair}>
            <TextInput
              name="column"
              aria-label={t('guides.extract-column', { number: at + 1 })}
              placeholder={t('guides.extract-column', { number: at + 1 })}
              maxLength={80}
              value={name}
              onChange={(event) => put(at, { name: event.currentTarget.value })}
            />
            <Select
              aria-label={t('guides.extract-kind', { number: at + 1 })}
              data={columnKinds.map((value) => ({ value, label: t(`guides.extract-${value}-kind`) }))}
              value={kind}
              onChange={(value) => put(at, { kind: columnKinds.find((one) => one === value) ?? 'text' })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={34}
              disabled={columns.length <= 1}
              aria-label={t('guides.remove', { name: name || t('guides.extract-column', { number: at + 1 }) })}
              onClick={() => change({ columns: columns.filter((_one, index) => index !== at) })}
            >
              <X size={14} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button
          variant="default"
          leftSection={<Plus size={14} />}
          disabled={columns.length >= mostColumns}
          onClick={() => change({ columns: [...columns, { name: '', kind: 'text' }] })}
        >
          {t('guides.extract-add')}
        </Button>
      </div>
    </>
  );
}
