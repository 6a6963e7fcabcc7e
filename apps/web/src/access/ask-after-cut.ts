import { reconnect } from '../live/socket.ts';
import { loadPart } from '../values/load-part.ts';
import { requireSignIn } from './sign-in-store.ts';

/** The server has ended the connection: whoever was signed in isn't any more, or it only ended that one. */
export async function askAfterCut(): Promise<void> {
  const { accessApi } = await loadPart(() => import('./access-api.ts'));
  const { state } = await accessApi.state();
  if (state === 'signed-out') await requireSignIn();
  else reconnect();
}
