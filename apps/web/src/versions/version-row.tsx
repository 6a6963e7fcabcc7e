import { VisuallyHidden } from '@mantine/core';
import type { FlowVersion } from '@jacquard/protocol';
import { Bookmark, Clock } from 'lucide-react';
import { useState } from 'react';
import { formatAgo } from '../flows/format-ago.ts';
import { useTexts } from '../i18n/i18n.ts';
import { compare } from './compare-store.ts';
import { PublicationBadges } from './publishing/publication-badges.tsx';
import { usePublication } from './publishing/use-publications.ts';
import { describeVersion } from './version-actions.ts';
import { VersionForm } from './version-form.tsx';
import { VersionMenu } from './version-menu.tsx';
import { versionName } from './version-name.ts';
import styles from './versions.module.css';

interface VersionRowProps {
  readonly flowId: string;
  readonly version: FlowVersion;
  readonly now: number;
}

/** A version in the list: what it is called, when it was kept, and what can be done with it. */
export function VersionRow({ flowId, version, now }: VersionRowProps): React.ReactElement {
  const { t, language } = useTexts();
  const [isNaming, setNaming] = useState(false);
  const { number, note, reason, createdAt, nodeCount } = version;
  const publication = usePublication(flowId, number);
  const name = versionName(version, t);
  if (isNaming) {
    return (
      <li className={styles.row}>
        <VersionForm
          name={version.name}
          note={note}
          onSave={(newName, newNote) =>
            describeVersion(flowId, number, { name: newName || null, note: newNote || null })
          }
          onClose={() => setNaming(false)}
        />
      </li>
    );
  }
  const isOwn = reason === 'saved' || version.name !== undefined;
  return (
    <li className={styles.row}>
      <div className={styles.version}>
        <button
          type="button"
          className={styles.look}
          onClick={() => compare({ number, other: 'now', view: 'difference' })}
        >
          <VisuallyHidden>{t('versions.look', { number, name })}</VisuallyHidden>
          <span className={styles.icon} data-own={isOwn}>
            {isOwn ? <Bookmark size={15} /> : <Clock size={15} />}
          </span>
          <span className={styles.words} aria-hidden>
            <span className={styles.name}>{name}</span>
            <span className={`${styles.line} tabular`} title={new Date(createdAt).toLocaleString(language)}>
              {t('versions.line', { number, ago: formatAgo(createdAt, now, language), count: nodeCount })}
            </span>
            {note !== undefined && <span className={styles.noteText}>{note}</span>}
          </span>
        </button>
        <PublicationBadges publication={publication} />
      </div>
      <VersionMenu flowId={flowId} number={number} publication={publication} onName={() => setNaming(true)} />
    </li>
  );
}
