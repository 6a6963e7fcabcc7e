import { Button } from '@mantine/core';
import { sourcesOf, parseAddress, type InputPort } from '@jacquard/flow';
import { disconnect, type CanvasNode } from '@jacquard/canvas';
import { Fragment } from 'react';
import { problemSentence } from '../api/problem-text.ts';
import { nodeTitle } from '../bottom/node-title.ts';
import { isPortVisible } from '../canvas/nodes/shown-ports.ts';
import { Field } from '../fields/field.tsx';
import { useTexts } from '../i18n/i18n.ts';
import { changeFlow, shownDocument, useEditor } from '../state/editor-store.ts';
import { InsideLink } from './inside-link.tsx';
import { goToField } from './go-to-field.ts';
import styles from './inspector.module.css';
import { issueAt } from './repairs/issues-of.ts';
import { RepairButton } from './repairs/repair-button.tsx';

/** All inputs of a node: fields, and for wired ones where they come from. */
export function NodeInputs({ canvasNode }: { readonly canvasNode: CanvasNode }): React.ReactElement | null {
  const { t } = useTexts();
  const entries = Object.entries(canvasNode.ports.inputs).filter(([, port]) => isPortVisible(canvasNode, port));
  const first = entries.filter(([name, port]) => port.advanced !== true || canvasNode.wired.has(name));
  const more = entries.filter((entry) => !first.includes(entry));
  if (entries.length === 0) return null;
  return (
    <>
      <details className={styles.section} open>
        <summary>{t('fields.inputs')}</summary>
        <InputRows canvasNode={canvasNode} entries={first} />
      </details>
      {more.length > 0 && (
        <details className={styles.section}>
          <summary>{t('fields.more')}</summary>
          <InputRows canvasNode={canvasNode} entries={more} />
        </details>
      )}
    </>
  );
}

interface InputRowsProps {
  readonly canvasNode: CanvasNode;
  readonly entries: readonly (readonly [string, InputPort])[];
}

function InputRows({ canvasNode, entries }: InputRowsProps): React.ReactElement {
  const { language } = useTexts();
  return (
    <div className={styles.rows}>
      {entries.map(([name, port]) =>
        canvasNode.wired.has(name) ? (
          <WiredInput key={name} canvasNode={canvasNode} name={name} label={port.label[language]} />
        ) : port.wireOnly ? (
          <UnwiredInput key={name} node={canvasNode.id} name={name} port={port} />
        ) : (
          <Fragment key={name}>
            <Field node={canvasNode.id} name={name} port={port} size="full" />
            {port.field === 'model' && <InsideLink canvasNode={canvasNode} name={name} />}
          </Fragment>
        ),
      )}
    </div>
  );
}

interface UnwiredInputProps {
  readonly node: string;
  readonly name: string;
  readonly port: InputPort;
}

interface WiredInputProps {
  readonly canvasNode: CanvasNode;
  readonly name: string;
  readonly label: string;
}

/** An input that only a wire fills, and none does: what is missing, and the one wire that can be meant. */
function UnwiredInput({ node, name, port }: UnwiredInputProps): React.ReactElement {
  const { language } = useTexts();
  const issue = useEditor((state) => issueAt(state, node, name));
  return (
    <div data-field={name} tabIndex={-1}>
      <div className={styles.wired}>
        <span className={styles.wiredName}>{port.label[language]}</span>
        <span className={styles.type}>{port.help?.[language]}</span>
      </div>
      {issue && (
        <span className={styles.fieldProblem} data-severity={issue.severity}>
          {problemSentence(issue, language)} <RepairButton issue={issue} />
        </span>
      )}
    </div>
  );
}

function WiredInput({ canvasNode: { id, node }, name, label }: WiredInputProps): React.ReactElement {
  const { t, language } = useTexts();
  const document = useEditor(shownDocument);
  const descriptors = useEditor((state) => state.descriptors);
  return (
    <>
      {sourcesOf(node.inputs?.[name]).map((from) => {
        const source = parseAddress(from).node;
        const place = nodeTitle(source, document, descriptors, language);
        return (
          <div key={from} className={styles.wired} data-field={name}>
            <span className={styles.wiredName}>{label}</span>
            <Button variant="subtle" size="compact-xs" h={28} onClick={() => goToField(source)}>
              {t('fields.wired-from', { place })}
            </Button>
            <Button
              variant="subtle"
              color="gray"
              size="compact-xs"
              h={28}
              onClick={() => changeFlow(disconnect(from, { node: id, port: name }))}
            >
              {t('fields.unlink')}
            </Button>
          </div>
        );
      })}
    </>
  );
}
