import { ActionIcon, Tooltip } from '@mantine/core';

interface HeaderIconProps {
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}

/** A button of a header that is an icon; what it does is its name and its hint. */
export function HeaderIcon({ label, isDisabled = false, onClick, children }: HeaderIconProps): React.ReactElement {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size={30} aria-label={label} disabled={isDisabled} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
