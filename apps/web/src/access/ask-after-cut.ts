import { accessApi } from './access-api.ts';
import { requireSignIn } from './sign-in-store.ts';
import { reconnect } from '../live/socket.ts';

/** The server has ended the connection: whoever was signed in isn't any more, or it only ended that one. */
export async function askAfterCut(): Promise<void> {
  const { state } = await accessApi.state();
  if (state === 'signed-out') await requireSignIn();
  else reconnect();
}
