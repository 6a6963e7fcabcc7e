import { pasteFlow, type Position } from '@jacquard/canvas';
import { createBaseOf } from '../../knowledge/base-actions.ts';
import { commonFolder, type PlacedFile } from '../../knowledge/placed-file.ts';
import { changeFlow, select, useEditor } from '../../state/editor-store.ts';
import { openRight } from '../../state/panel-store.ts';
import { questionFlow, type QuestionFlowOptions } from './question-flow.ts';

interface AskOptions {
  readonly files: readonly PlacedFile[];
  readonly position: Position;
  /** What a base of several single files is called. */
  readonly name: string;
  readonly titles: QuestionFlowOptions['titles'];
}

/**
 * Makes a knowledge base of files, and the nodes that answer questions from it; the chat opens. Rejects when the base can't
 * be made; the flow is unchanged then.
 */
export async function askAboutFiles({ files, position, name, titles }: AskOptions): Promise<void> {
  const base = await createBaseOf(baseName(files, name), files);
  const { history, descriptors } = useEditor.getState();
  const asked = questionFlow({ base, titles }, descriptors);
  if (!history || !asked) return;
  const { command, ids } = pasteFlow(history.document, asked, position);
  changeFlow(command);
  select({ nodes: ids });
  openRight('chat');
}

/** What a base of files is called: after their folder or the only file, else as told. */
export function baseName(files: readonly PlacedFile[], name: string): string {
  const [only] = files;
  const ofFile =
    files.length === 1
      ? only?.path
          .split('/')
          .at(-1)
          ?.replace(/\.[^.]+$/u, '')
      : undefined;
  return (commonFolder(files) ?? ofFile ?? name).trim().slice(0, 100) || name;
}
