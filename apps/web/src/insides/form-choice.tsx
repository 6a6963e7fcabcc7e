import { SegmentedControl } from '@mantine/core';
import { useTexts } from '../i18n/i18n.ts';
import type { TextForm } from './insides-store.ts';

interface FormChoiceProps {
  readonly value: TextForm;
  readonly onChange: (form: TextForm) => void;
  /** A model without a chat form reads texts alone. */
  readonly isTextOnly: boolean;
}

const forms = ['text', 'message'] as const;

/** Whether a text is read as it stands, or as a message. */
export function FormChoice({ value, onChange, isTextOnly }: FormChoiceProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <SegmentedControl
      size="sm"
      aria-label={t('insides.form')}
      data={forms.map((form) => ({
        value: form,
        label: t(`insides.form-${form}`),
        disabled: form === 'message' && isTextOnly,
      }))}
      value={value}
      onChange={(next) => onChange(next === 'message' ? 'message' : 'text')}
    />
  );
}
