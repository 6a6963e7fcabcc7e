import { Button, CloseButton } from '@mantine/core';
import { useReactFlow } from '@xyflow/react';
import { LibraryBig, MessagesSquare } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { problemText } from '../../api/problem-text.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { addFiles } from '../../knowledge/upload-store.ts';
import { fitOptions } from '../fit-options.ts';
import { askAboutFiles } from './ask-about-files.ts';
import styles from './file-offers.module.css';
import { forgetDroppedFiles, useDroppedFiles, type DroppedFiles } from './file-offers-store.ts';
import { useFlowBases } from './use-flow-bases.ts';

/** What files that were dropped on the canvas are for: questions about them first. */
export function FileOffers(): React.ReactElement | null {
  const dropped = useDroppedFiles((state) => state.dropped);
  return dropped ? <Offers key={dropped.files[0]?.path} dropped={dropped} /> : null;
}

function Offers({ dropped }: { readonly dropped: DroppedFiles }): React.ReactElement {
  const { t, language } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const [isWorking, setWorking] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const { fitView } = useReactFlow();
  useClosing(box);
  const { files, position, at } = dropped;
  const ask = async (): Promise<void> => {
    setWorking(true);
    try {
      const titles = {
        question: t('canvas.drop-question'),
        search: t('canvas.drop-search'),
        reply: t('canvas.drop-reply'),
      };
      await askAboutFiles({ files, position, name: t('canvas.drop-base'), titles });
      forgetDroppedFiles();
      setTimeout(() => void fitView({ ...fitOptions, duration: 160 }), 60);
    } catch (error) {
      setProblem(error);
      setWorking(false);
    }
  };
  const [first] = files;
  const what = files.length === 1 && first ? first.path : t('canvas.drop-files', { count: files.length });
  return (
    <div
      ref={box}
      className={styles.box}
      role="dialog"
      aria-label={t('canvas.drop-title', { what })}
      style={{ left: Math.min(at.x, innerWidth - 340), top: Math.min(at.y, innerHeight - 240) }}
    >
      <p className={styles.title}>
        <span>{t('canvas.drop-title', { what })}</span>
        <CloseButton size="sm" aria-label={t('shell.close')} onClick={forgetDroppedFiles} />
      </p>
      <Button
        data-autofocus
        fullWidth
        justify="flex-start"
        leftSection={<MessagesSquare size={15} />}
        loading={isWorking}
        onClick={() => void ask()}
      >
        {t('canvas.drop-ask')}
      </Button>
      <BaseOffers files={files} isOpen={!isWorking} />
      {problem !== undefined && (
        <p className={styles.problem} role="alert">
          {problemText(problem, language).detail}
        </p>
      )}
    </div>
  );
}

interface BaseOffersProps extends Pick<DroppedFiles, 'files'> {
  readonly isOpen: boolean;
}

/** To add the files to a base of the flow. */
function BaseOffers({ files, isOpen }: BaseOffersProps): React.ReactElement {
  const bases = useFlowBases();
  const { t } = useTexts();
  return (
    <>
      {bases.map(({ id, name }) => (
        <Button
          key={id}
          variant="default"
          fullWidth
          justify="flex-start"
          leftSection={<LibraryBig size={15} />}
          disabled={!isOpen}
          onClick={() => {
            addFiles(id, files);
            forgetDroppedFiles();
          }}
        >
          {t('canvas.drop-add', { base: name })}
        </Button>
      ))}
    </>
  );
}

function useClosing(box: React.RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    const press = (event: PointerEvent): void => {
      if (!(event.target instanceof Node && box.current?.contains(event.target))) forgetDroppedFiles();
    };
    const key = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') forgetDroppedFiles();
    };
    addEventListener('pointerdown', press, true);
    addEventListener('keydown', key);
    return () => {
      removeEventListener('pointerdown', press, true);
      removeEventListener('keydown', key);
    };
  }, [box]);
}
