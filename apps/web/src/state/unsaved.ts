import { serialiseFlow, type FlowDocument } from '@jacquard/flow';
import { useEditor } from './editor-store.ts';

/** A document that waits to be saved, over the revision that it was made from. It outlives the page of its flow. */
export interface Unsaved {
  readonly flowId: string;
  readonly document: FlowDocument;
  readonly revision: string;
  /** The document of that revision: what others saved since is merged over it. */
  readonly base: FlowDocument;
}

let unsaved: Unsaved | undefined;

/** What waits to be saved. */
export function whatIsUnsaved(): Unsaved | undefined {
  return unsaved;
}

/** Takes the open document as what is to be saved next. */
export function noteUnsaved(): void {
  const { flowId, history, revision, base } = useEditor.getState();
  if (flowId !== undefined && history && base) unsaved = { flowId, document: history.document, revision, base };
}

/** The document that waits is not to be saved any more: another took its place, or it is being saved. Returns it. */
export function takeUnsaved(): Unsaved | undefined {
  const taken = unsaved;
  unsaved = undefined;
  return taken;
}

/** What could not be saved waits again, unless something newer does. */
export function waitAgain(job: Unsaved): void {
  unsaved ??= job;
}

/** What waits is now over another revision: the one that was just saved. */
export function moveUnsaved(flowId: string, revision: string, base: FlowDocument): boolean {
  if (unsaved?.flowId !== flowId) return false;
  unsaved = { ...unsaved, revision, base };
  return true;
}

let unanswered: Unsaved | undefined;

/** Remembers what was sent when no answer came: the server may have it all the same. */
export function noteUnanswered(job: Unsaved): void {
  unanswered = job;
}

/** Whether what the server has is what this page sent without hearing of it: no work of others. */
export function isOwnSave(flowId: string, document: FlowDocument): boolean {
  return unanswered?.flowId === flowId && serialiseFlow(unanswered.document) === serialiseFlow(document);
}
