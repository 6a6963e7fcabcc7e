import { flowInterfaceAnswerSchema } from '@jacquard/protocol';
import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../api/request.ts';
import { queryKeys } from '../api/queries.ts';

const at = encodeURIComponent;

/** What callers of a version give and get: by number or label, or, empty, the one that calls without a version get. */
export const interfaceQuery = (flowId: string, version: string) =>
  queryOptions({
    queryKey: [...queryKeys.publications(flowId), 'interface', version],
    queryFn: ({ signal }) =>
      requestJson(
        flowInterfaceAnswerSchema,
        `/flows/${at(flowId)}/interface${version === '' ? '' : `?version=${at(version)}`}`,
        { signal },
      ),
  });
