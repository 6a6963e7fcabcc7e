import type { KnowledgeBaseState, KnowledgeFile } from '@jacquard/protocol';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { DocumentRow } from './document-row.tsx';
import styles from './documents.module.css';
import pageStyles from './knowledge.module.css';
import type { FileOrder, FileView } from './list-files.ts';

interface DocumentTableProps {
  readonly base: KnowledgeBaseState;
  readonly files: readonly KnowledgeFile[];
  readonly view: FileView;
  readonly onView: (view: Partial<FileView>) => void;
}

/** Documents a row; a click on a column's head orders by it. One row at a time shows its passages. */
export function DocumentTable({ base, files, view, onView }: DocumentTableProps): React.ReactElement {
  const { t } = useTexts();
  const [open, setOpen] = useState<string>();
  const reading = new Map(base.progress?.reading.map((one) => [one.source, one]));
  const head = (order: FileOrder, label: string, isNumber = false): React.ReactElement => (
    <OrderHead order={order} label={label} isNumber={isNumber} view={view} onView={onView} />
  );
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {head('name', t('knowledge.column-name'))}
          {head('type', t('knowledge.column-type'))}
          {head('pages', t('knowledge.column-pages'), true)}
          {head('passages', t('knowledge.column-passages'), true)}
          <th scope="col">{t('knowledge.column-language')}</th>
          {head('size', t('knowledge.column-size'), true)}
          {head('state', t('knowledge.column-state'))}
          <th scope="col">
            <span className={pageStyles.hidden}>{t('knowledge.column-actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <DocumentRow
            key={file.source}
            base={base.id}
            sources={base.document.sources}
            file={file}
            reading={reading.get(file.source)}
            isOpen={open === file.source}
            onOpen={setOpen}
          />
        ))}
      </tbody>
    </table>
  );
}

interface OrderHeadProps {
  readonly order: FileOrder;
  readonly label: string;
  readonly isNumber: boolean;
  readonly view: FileView;
  readonly onView: (view: Partial<FileView>) => void;
}

function OrderHead({ order, label, isNumber, view, onView }: OrderHeadProps): React.ReactElement {
  const isOrdered = view.order === order;
  const Arrow = view.isDescending ? ChevronDown : ChevronUp;
  return (
    <th
      scope="col"
      data-number={isNumber || undefined}
      aria-sort={isOrdered ? (view.isDescending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        className={styles.order}
        onClick={() => onView({ order, isDescending: isOrdered ? !view.isDescending : isNumber })}
      >
        {label}
        {isOrdered && <Arrow size={12} aria-hidden />}
      </button>
    </th>
  );
}
