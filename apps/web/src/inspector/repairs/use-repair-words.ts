import { parseAddress, type JsonValue } from '@jacquard/flow';
import type { Repair } from '@jacquard/canvas';
import { nodeTitle } from '../../bottom/node-title.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { shownDocument, useEditor } from '../../state/editor-store.ts';

/** Longer values are cut. */
const longestValue = 40;

/** What a repair will do, in words: "Connect to Chat model · Model". For the moment that it is drawn. */
export function useRepairWords(): (repair: Repair) => string {
  const { t, language } = useTexts();
  const document = useEditor(shownDocument);
  const descriptors = useEditor((state) => state.descriptors);
  const canvas = useEditor(({ derived }) => derived?.canvas);
  return (repair) => {
    const ports = canvas?.nodes.find(({ id }) => id === repair.node)?.ports.inputs;
    switch (repair.do) {
      case 'set-input': {
        const value = shortValue(repair.input);
        return t('editing.repair-set', { value: ports?.[repair.port]?.options?.[value]?.[language] ?? value });
      }
      case 'remove-input':
        return t('editing.repair-remove', { name: repair.port });
      case 'remove-override':
        return t('editing.repair-callers', { name: repair.port });
      case 'set-type': {
        const title = descriptors.get(repair.type)?.title[language];
        return t('editing.repair-type', { name: title === undefined ? repair.type : `${title} (${repair.type})` });
      }
      default: {
        const { node, port } = parseAddress(repair.do === 'connect' ? repair.from : repair.to);
        const source = canvas?.nodes.find(({ id }) => id === node)?.ports;
        const label = (source?.outputs[port] ?? source?.inner[port])?.label[language] ?? port;
        return t('editing.repair-connect', { place: `${nodeTitle(node, document, descriptors, language)} · ${label}` });
      }
    }
  };
}

function shortValue(value: JsonValue): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}
