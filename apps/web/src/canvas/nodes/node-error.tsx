import { Button } from '@mantine/core';
import type { CanvasNode } from '@jacquard/canvas';
import { Problem, type ProblemData } from '@jacquard/flow';
import { problemText } from '../../api/problem-text.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { goToField } from '../../inspector/go-to-field.ts';
import { isFaultOf } from './faulty-port.ts';
import styles from './node-card.module.css';

interface NodeErrorProps {
  readonly canvasNode: CanvasNode;
  readonly error: ProblemData;
}

/** What went wrong in the step, and what to do, on the node itself; the details, and the field, a click away. */
export function NodeError({ canvasNode: { id, ports }, error }: NodeErrorProps): React.ReactElement {
  const { t, language } = useTexts();
  const { title, detail, hint } = problemText(new Problem(error.code, error.params, { kind: error.kind }), language);
  const port = Object.keys(ports.inputs).find((name) => isFaultOf(error, name));
  const label = port === undefined ? undefined : ports.inputs[port]?.label[language];
  return (
    <div className={styles.error} role="alert">
      <b>{title}</b>
      <span className={styles.errorText} title={detail}>
        {detail}
      </span>
      {hint && <span>{hint}</span>}
      <Button
        className="nodrag"
        variant="subtle"
        size="compact-xs"
        h={28}
        style={{ justifySelf: 'start' }}
        onClick={() => goToField(id, port)}
      >
        {label === undefined ? t('faces.error-details') : t('faces.error-field', { field: label })}
      </Button>
    </div>
  );
}
