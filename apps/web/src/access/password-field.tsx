import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTexts } from '../i18n/i18n.ts';

/** A field for a password, which can be looked at. */
export function PasswordField(props: PasswordInputProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <PasswordInput
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      visibilityToggleButtonProps={{ 'aria-label': t('rights.show-password'), tabIndex: 0, miw: 28, mih: 28 }}
      {...props}
    />
  );
}
