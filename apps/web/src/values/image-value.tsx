import type { FileValue } from '@jacquard/flow';
import { useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { fileAddress, FileLine } from './file-line.tsx';
import styles from './value-view.module.css';

interface ImageValueProps {
  readonly file: FileValue;
  /** The run that holds it; without one its name alone can be shown. */
  readonly runId: string | undefined;
  readonly isShort: boolean;
}

/** A picture that our own server holds; its name where it can't be drawn. */
export function ImageValue({ file, runId, isShort }: ImageValueProps): React.ReactElement {
  const { t } = useTexts();
  const [isBroken, setBroken] = useState(false);
  const canDraw = runId !== undefined && !isBroken;
  return (
    <>
      {canDraw && (
        <img
          className={isShort ? styles.thumbnail : styles.picture}
          src={fileAddress(runId, file)}
          alt={t('faces.image-named', { name: file.name })}
          loading="lazy"
          decoding="async"
          onError={() => setBroken(true)}
        />
      )}
      {(!isShort || !canDraw) && <FileLine file={file} runId={isShort ? undefined : runId} />}
    </>
  );
}
