import type { FlowInterface } from '@jacquard/flow';
import type { PublicationList } from '@jacquard/protocol';
import type { CallSubject } from '@jacquard/protocol/snippets';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { loginQuery } from '../access/login-query.ts';
import { useDraftInterface } from '../state/use-draft-interface.ts';
import { usePublications } from '../versions/publishing/use-publications.ts';
import { interfaceQuery } from './interface-query.ts';

/** `draft`, a number, a label; `''` is what calls without a version get. */
type ChosenVersion = string;

/** What is called, and what is known of it. */
export interface CallTarget {
  readonly flowId: string;
  readonly chosen: ChosenVersion;
  choose(version: ChosenVersion): void;
  readonly published: PublicationList | undefined;
  /** The flow is a file of a project folder: the file is what is called. */
  readonly isProject: boolean;
  /** The canvas may hold what isn't saved yet. */
  readonly hasChanges: boolean;
  /** Callers can name the flow alone. */
  readonly isPublished: boolean;
  readonly subject: CallSubject | undefined;
  readonly problem: Error | null;
}

/** What a caller of the flow would call: the published version where there is one, else the draft; another when it is chosen. */
export function useCallTarget(flowId: string): CallTarget {
  const [wished, choose] = useState<ChosenVersion>();
  const publications = usePublications(flowId);
  const isProject = publications.data?.isFolder === true;
  const hasPublished = isProject || (publications.data?.publications.length ?? 0) > 0;
  const chosen = wished ?? (hasPublished ? '' : 'draft');
  const isDraft = chosen === 'draft' || isProject;
  const draft = useDraftInterface();
  const published = useQuery({ ...interfaceQuery(flowId, chosen), enabled: publications.isSuccess && !isDraft });
  const login = useQuery(loginQuery);
  const shown = isDraft ? draft : published.data;
  const subject = useMemo(
    () => shown && subjectOf(flowId, chosen, shown, login.data !== undefined && login.data.state !== 'open'),
    [flowId, chosen, shown, login.data],
  );
  return {
    flowId,
    chosen,
    choose,
    published: publications.data,
    isProject,
    hasChanges: isDraft,
    isPublished: hasPublished,
    subject: publications.data === undefined ? undefined : subject,
    problem: publications.error ?? (isDraft ? null : published.error),
  };
}

function subjectOf(flowId: string, chosen: ChosenVersion, shown: FlowInterface, needsKey: boolean): CallSubject {
  const version = chosen === '' ? undefined : chosen;
  const { inputs, outputs, overrides } = shown;
  return { flowId, version, interface: { inputs, outputs, overrides }, baseUrl: location.origin, needsKey };
}
