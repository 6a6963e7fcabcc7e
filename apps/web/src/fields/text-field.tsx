import { TextInput } from '@mantine/core';
import { connect, variableOffers, type VariableOffer } from '@jacquard/canvas';
import { ownValue, portName, type InputPort, type PortsFrom } from '@jacquard/flow';
import { useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { changeFlow, useEditor } from '../state/editor-store.ts';
import { CodeText } from './code/code-text.tsx';
import type { CodeLanguage } from './code/code-editor-props.ts';
import { linesOf, type ControlProps } from './control-props.ts';
import styles from './field.module.css';
import { nodeOf } from './node-of.ts';
import { KeyOffer } from './secret/key-offer.tsx';
import { keyKind } from './secret/key-kind.ts';

/** A text: one line, or a prompt in its editor. A pasted key is offered to be kept as a secret. */
export function TextField(props: ControlProps): React.ReactElement {
  const { node, value, onChange } = props;
  const [pasted, setPasted] = useState<string>();
  const text = typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);
  const refuse = (next: string): boolean => {
    if (!keyKind(next)) return false;
    setPasted(next);
    return true;
  };
  return (
    <>
      {isLong(props.port) ? (
        <LongText {...props} text={text} onPasteText={refuse} />
      ) : (
        <ShortText {...props} text={text} onPasteText={refuse} />
      )}
      {pasted !== undefined && (
        <KeyOffer
          node={node}
          pasted={pasted}
          onPaste={() => {
            onChange(text + pasted);
            setPasted(undefined);
          }}
          onEnd={() => setPasted(undefined)}
        />
      )}
    </>
  );
}

/** Whether a text has lines, and an editor. */
export function isLong({ field, multiline }: InputPort): boolean {
  return multiline === true || ['template', 'markdown', 'expression', 'code'].includes(field ?? '');
}

interface TextProps extends ControlProps {
  readonly text: string;
  readonly onPasteText: (text: string) => boolean;
}

function ShortText({ id, describedBy, port, text, isInvalid, onChange, onPasteText }: TextProps): React.ReactElement {
  const { language } = useTexts();
  return (
    <TextInput
      id={id}
      className={styles.control}
      size="xs"
      dir="auto"
      aria-describedby={describedBy}
      error={isInvalid}
      value={text}
      placeholder={port.placeholder?.[language] ?? ''}
      onChange={(event) => onChange(event.currentTarget.value)}
      onPaste={(event) => {
        if (onPasteText(event.clipboardData.getData('text/plain'))) event.preventDefault();
      }}
    />
  );
}

function LongText({ text, onChange, ...props }: TextProps): React.ReactElement {
  const { node, name, port, size } = props;
  const { language } = useTexts();
  const rule = useEditor((state) => templateRule(nodeOf(state, node)?.descriptor?.portsFrom, name));
  return (
    <CodeText
      {...props}
      language={languageOf(port, rule !== undefined)}
      mount={size === 'node' ? 'focus' : 'now'}
      lines={port.field === 'expression' && size !== 'large' ? { least: 1, most: 6 } : linesOf(size)}
      value={text}
      placeholder={port.placeholder?.[language]}
      offers={() => offersFor(node, rule, language)}
      onTake={(offer) => connectOffer(node, name, offer)}
      onChange={onChange}
    />
  );
}

type TemplateRule = Extract<PortsFrom, { rule: 'template-variables' }>;

function templateRule(rules: readonly PortsFrom[] | undefined, name: string): TemplateRule | undefined {
  for (const rule of rules ?? []) if (rule.rule === 'template-variables' && rule.input === name) return rule;
  return undefined;
}

function languageOf({ field }: InputPort, hasVariables: boolean): CodeLanguage {
  if (field === 'expression') return 'expression';
  if (field === 'code') return 'program';
  return hasVariables ? 'template' : 'prose';
}

function offersFor(node: string, rule: TemplateRule | undefined, language: 'en' | 'fr'): readonly VariableOffer[] {
  const canvas = useEditor.getState().derived?.canvas;
  return canvas && rule ? variableOffers(canvas, node, rule.kind, language) : [];
}

/** A variable that was chosen by where it comes from is connected to it, in the step of undo that wrote it. */
function connectOffer(node: string, field: string, { name, from }: VariableOffer): void {
  const found = nodeOf(useEditor.getState(), node);
  const port = portName(name);
  if (from === undefined || !found?.ports.inputs[port] || ownValue(found.node.inputs, port) !== undefined) return;
  changeFlow(connect(from, { node, port }), `input:${node}.${field}`);
}
