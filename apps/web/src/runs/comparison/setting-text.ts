import { parseAddress, type Descriptors, type FlowDocument, type Language } from '@jacquard/flow';
import { nodeTitle } from '../../bottom/node-title.ts';

/** What a field of a flow held, as a person reads it: its text, the node that it was wired to, or its JSON; empty for nothing. */
export function settingText(
  setting: unknown,
  flow: FlowDocument | undefined,
  descriptors: Descriptors,
  language: Language,
): string {
  if (setting === undefined || setting === null) return '';
  if (typeof setting === 'string') return setting;
  if (typeof setting !== 'object') return JSON.stringify(setting);
  if ('from' in setting && typeof setting.from === 'string') {
    const { node, port } = parseAddress(setting.from);
    return `← ${nodeTitle(node, flow, descriptors, language)} · ${port}`;
  }
  if ('lines' in setting && Array.isArray(setting.lines)) return setting.lines.join('\n');
  return JSON.stringify(setting, null, 2);
}
