import { Menu } from '@mantine/core';
import { useTexts } from '../../i18n/i18n.ts';
import styles from '../flow-canvas.module.css';
import { focusPort, focusWire } from './focus-ends.ts';
import { PortChoices } from './port-choices.tsx';
import { PortItems } from './port-items.tsx';
import { closeEndMenu, useEndMenu, type AskedMenu } from './port-menu-store.ts';
import { WireItems } from './wire-items.tsx';

/** The menu of the port or wire that asked for it; there is one on the canvas. Left by Escape, the focus goes back. */
export function EndMenu(): React.ReactElement | null {
  const { t } = useTexts();
  const asked = useEndMenu((state) => state.asked);
  const choosing = useEndMenu((state) => state.choosing);
  if (choosing) return <PortChoices port={choosing.port} at={choosing.at} />;
  if (!asked) return null;
  return (
    <Menu
      opened
      onClose={() => leave(asked)}
      position="bottom-start"
      returnFocus={false}
      withInitialFocusPlaceholder={false}
      key={JSON.stringify(asked)}
    >
      <Menu.Target>
        <span className={styles.contextAnchor} style={{ left: asked.at.x, top: asked.at.y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={t('port' in asked.of ? 'build.port-menu' : 'build.wire-menu')}>
        {'port' in asked.of ? (
          <PortItems port={asked.of.port} at={asked.at} />
        ) : (
          <WireItems id={asked.of.wire} at={asked.at} />
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function leave({ of }: AskedMenu): void {
  // An item that was chosen has closed the menu already, and knows where the focus goes.
  if (!useEndMenu.getState().asked) return;
  closeEndMenu();
  if ('port' in of) focusPort(of.port);
  else focusWire(of.wire);
}
