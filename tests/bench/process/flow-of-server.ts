/** Saves a flow and gives its id. */
export async function createFlow(url: string, document: object): Promise<string> {
  const { id } = (await send(`${url}/api/v1/flows`, { document })) as { id: string }; // boundary: our own API's answer
  return id;
}

/** Starts a run as the editor does. */
export async function startEditorRun(url: string, flowId: string): Promise<{ end(): Promise<void> }> {
  const start = { editor: true, afresh: true, inputs: {} };
  const { runId } = (await send(`${url}/api/v1/flows/${flowId}@draft/runs`, start)) as { runId: string }; // boundary: as above
  return { end: async () => void (await send(`${url}/api/v1/runs/${runId}/cancel`, {}).catch(() => undefined)) };
}

async function send(url: string, body: object): Promise<unknown> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text === '' ? undefined : JSON.parse(text);
}
