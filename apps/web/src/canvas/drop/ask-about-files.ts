import { pasteFlow, type Position } from '@jacquard/canvas';
import { knowledgeApi } from '../../api/knowledge-api.ts';
import { queryClient, queryKeys } from '../../api/queries.ts';
import { commonFolder, type PlacedFile } from '../../knowledge/placed-file.ts';
import { addFiles } from '../../knowledge/upload-store.ts';
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
  const base = await createBase(files, name);
  addFiles(base, files);
  const { history, descriptors } = useEditor.getState();
  const asked = questionFlow({ base, titles }, descriptors);
  if (!history || !asked) return;
  const { command, ids } = pasteFlow(history.document, asked, position);
  changeFlow(command);
  select({ nodes: ids });
  openRight('chat');
}

/** Makes a base named after the folder or the only file. Gives its id. */
export async function createBase(files: readonly PlacedFile[], name: string): Promise<string> {
  const [only] = files;
  const ofFile =
    files.length === 1
      ? only?.path
          .split('/')
          .at(-1)
          ?.replace(/\.[^.]+$/u, '')
      : undefined;
  const { id } = await knowledgeApi.create((commonFolder(files) ?? ofFile ?? name).slice(0, 100) || name);
  void queryClient.invalidateQueries({ queryKey: queryKeys.knowledgeBases });
  return id;
}
