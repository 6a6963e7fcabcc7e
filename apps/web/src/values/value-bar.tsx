import { SegmentedControl } from '@mantine/core';
import { CopyButton } from './copy-button.tsx';
import { DownloadMenu, type Download } from './download/download-menu.tsx';
import styles from './value-bar.module.css';

interface ValueBarProps<Form extends string> {
  /** The forms in which the value can be shown, where there are several. */
  readonly forms?: readonly { readonly value: Form; readonly label: string }[] | undefined;
  readonly form?: Form | undefined;
  readonly onForm?: ((form: Form) => void) | undefined;
  /** Names the choice of forms for those who hear it. */
  readonly formsLabel?: string | undefined;
  /** The field that searches in the value, and what else the form can do. */
  readonly children?: React.ReactNode;
  /** The text that is copied, made when it is asked for. */
  readonly copied: string | (() => string);
  readonly downloads: readonly Download[];
}

/** What can be done with a value, above it. */
export function ValueBar<Form extends string>(props: ValueBarProps<Form>): React.ReactElement {
  const { forms = [], form, onForm, formsLabel, children, copied, downloads } = props;
  return (
    <div className={styles.bar}>
      {forms.length > 1 && form !== undefined && (
        <SegmentedControl
          size="xs"
          aria-label={formsLabel}
          value={form}
          onChange={(value) => {
            const chosen = forms.find((one) => one.value === value);
            if (chosen) onForm?.(chosen.value);
          }}
          data={forms.map(({ value, label }) => ({ value, label }))}
        />
      )}
      {children}
      <span className={styles.space} />
      <CopyButton text={copied} />
      <DownloadMenu downloads={downloads} />
    </div>
  );
}
