import { Box } from 'lucide-react';
import { icons } from 'virtual:node-icons';
import { familyTint } from './family-tint.ts';
import styles from './node-card.module.css';

interface NodeIconProps {
  readonly type: string;
  readonly icon: string | undefined;
}

/** The tile of a node type: its icon on the tint of its family. */
export function NodeIcon({ type, icon }: NodeIconProps): React.ReactElement {
  const Icon = (icon !== undefined && icons[icon]) || Box;
  return (
    <span className={styles.tile} style={{ '--tint': familyTint(type) }}>
      <Icon size={15} strokeWidth={1.8} />
    </span>
  );
}
