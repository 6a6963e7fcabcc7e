import { queryOptions } from '@tanstack/react-query';
import { queryKeys } from '../api/queries.ts';
import { loadPart } from '../values/load-part.ts';

/** Whether one has to sign in here, and programs to show a key. Its code comes when it is asked: the menu that asks it is in every page. */
export const loginQuery = queryOptions({
  queryKey: queryKeys.login,
  queryFn: async () => (await loadPart(() => import('./access-api.ts'))).accessApi.state(),
});
