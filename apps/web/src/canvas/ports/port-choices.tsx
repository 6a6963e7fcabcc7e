import { connectablePorts, kindLook, hasWords, type PortChoice } from '@jacquard/canvas';
import type { Language } from '@jacquard/flow';
import { kindName } from '@jacquard/messages/sentences';
import { useMemo, useRef, useState } from 'react';
import { problemSentence } from '../../api/problem-text.ts';
import { useTexts, type Translate } from '../../i18n/i18n.ts';
import { changeFlow, useEditor } from '../../state/editor-store.ts';
import styles from '../add/add.module.css';
import { ChoiceList } from '../add/choice-list.tsx';
import { placeOfPanel } from '../add/place-of-panel.ts';
import { useOutsidePress } from '../add/use-outside-press.ts';
import { tellRefused } from '../actions/tell.ts';
import { wireOf, type WireResult } from '../wires/wire-of.ts';
import { focusPort, type FocusedPort } from './focus-ends.ts';
import portStyles from './port-choices.module.css';
import { closeEndMenu, type AskedMenu } from './port-menu-store.ts';
import { endName } from './port-names.ts';
import { isSourceHandle } from './port-walk.ts';

/** Ports that are listed at once; more are found by typing. */
const mostShown = 100;

interface PortChoicesProps {
  readonly port: FocusedPort;
  readonly at: AskedMenu['at'];
}

/** All ports of the flow that one can be connected to, likeliest and nearest first; of the others, why not. */
export function PortChoices({ port, at }: PortChoicesProps): React.ReactElement {
  const { t, language } = useTexts();
  const [query, setQuery] = useState('');
  const panel = useRef<HTMLDivElement>(null);
  const document = useEditor(({ history }) => history?.document);
  const canvas = useEditor(({ derived }) => derived?.canvas);
  const all = useMemo(() => {
    const ports = document && canvas ? connectablePorts(document, canvas, port) : [];
    return ports.map((choice) => ({ choice, name: endName(choice, language) }));
  }, [document, canvas, port, language]);
  const shown = all.filter(({ name }) => hasWords(name, query)).slice(0, mostShown);
  useOutsidePress(panel, closeEndMenu);
  const leave = (): void => {
    closeEndMenu();
    focusPort(port);
  };
  const choose = (index: number): void => {
    const choice = shown[index]?.choice;
    const result = choice && wireFrom(port, choice);
    if (result && 'refused' in result) tellRefused(result.refused);
    if (!result || !('command' in result)) return;
    changeFlow(result.command);
    leave();
  };
  return (
    <div className={styles.box} data-open="true" ref={panel} style={placeOfPanel(at)}>
      <ChoiceList
        rows={shown.map(({ choice, name }, index) => ({
          key: `${choice.node} ${choice.handle}`,
          heading: headingAt(shown, index, t('build.choices-refused')),
          icon: <KindMark choice={choice} />,
          title: name,
          detail: detailOf(choice, language, t),
          isRefused: !choice.canConnect,
        }))}
        query={query}
        label={t('build.choices-title', { name: endName(port, language) })}
        searchLabel={t('build.choices-search')}
        noneText={t('build.choices-none')}
        onQuery={setQuery}
        onChoose={choose}
        onClose={leave}
        about={(index) => {
          const choice = shown[index]?.choice;
          const result = choice && !choice.canConnect ? wireFrom(port, choice) : undefined;
          return result && 'refused' in result ? problemSentence(result.refused, language) : undefined;
        }}
      />
    </div>
  );
}

function detailOf({ kind, isConverted, isTaken }: PortChoice, language: Language, t: Translate): string {
  const more = [isConverted && t('canvas.converted'), isTaken && t('build.choices-taken')].filter(Boolean);
  return [kindName(kind, language), ...more].join(' · ');
}

function headingAt(shown: readonly { readonly choice: PortChoice }[], index: number, text: string): string | undefined {
  const isFirst = shown[index]?.choice.canConnect === false && shown[index - 1]?.choice.canConnect !== false;
  return isFirst ? text : undefined;
}

function KindMark({ choice }: { readonly choice: PortChoice }): React.ReactElement {
  const { color, shape } = kindLook(choice.kind);
  return <span className={portStyles.mark} data-shape={shape} style={{ '--kind': `var(--kind-${color})` }} />;
}

function wireFrom(port: FocusedPort, { node, handle }: PortChoice): WireResult | undefined {
  return isSourceHandle(port.handle)
    ? wireOf({ source: port.node, sourceHandle: port.handle, target: node, targetHandle: handle })
    : wireOf({ source: node, sourceHandle: handle, target: port.node, targetHandle: port.handle });
}
