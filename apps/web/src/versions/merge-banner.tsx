import { CloseButton } from '@mantine/core';
import { useEffect } from 'react';
import { nodeTitle } from '../bottom/node-title.ts';
import { useTexts } from '../i18n/i18n.ts';
import { Banner } from '../shell/banner.tsx';
import { useEditor } from '../state/editor-store.ts';
import { forgetMergeNote, useMergeNote, type MergeNote } from '../state/merge-notes.ts';
import { isMoreThanMoved, positionsTaken } from './positions-taken.ts';
import type { DifferenceWords } from './part-label.ts';
import { wireNames } from './wire-names.ts';

const mostNames = 3;

/** Says what a merge brought from elsewhere, until it is read. */
export function MergeBanner(): React.ReactElement | null {
  const { t, language } = useTexts();
  const descriptors = useEditor((state) => state.descriptors);
  const note = useMergeNote((state) => state.note);
  useEffect(() => forgetMergeNote, []);
  if (!note) return null;
  const words = { t, language, descriptors };
  const lost = note.lost.length > 0 && t('versions.merged-lost', { wires: wireNames(note.lost, note.before, words) });
  const text = t('versions.merged', { names: namesOf(note, words) });
  return (
    <Banner tone="info" text={lost ? `${text} ${lost}` : text}>
      <CloseButton aria-label={t('shell.close')} onClick={forgetMergeNote} />
    </Banner>
  );
}

function namesOf({ came, before, after }: MergeNote, { t, language, descriptors }: DifferenceWords): string {
  const names = [
    ...(came.flow.length > 0 ? [t('versions.whole-flow')] : []),
    ...came.nodes
      .filter(isMoreThanMoved)
      .map(({ id, change }) => nodeTitle(id, change === 'removed' ? before : after, descriptors, language)),
    ...came.notes.filter(isMoreThanMoved).map(() => t('versions.note-item')),
    ...came.groups.filter(isMoreThanMoved).map(({ id }) => {
      const group = after.layout?.groups?.[id] ?? before.layout?.groups?.[id];
      return t('versions.group-item', { name: group?.title ?? id });
    }),
  ];
  const shown = names.slice(0, mostNames).join(', ');
  const count = names.length - mostNames;
  const all = count > 0 ? t('versions.and-more', { names: shown, count }) : shown;
  const moved = positionsTaken(came);
  const places = moved > 0 ? t('versions.places-taken', { count: moved }) : '';
  return [all, places].filter((part) => part !== '').join(', ');
}
