import { useTexts } from '../i18n/i18n.ts';
import { isMac, keyNames } from './key-name.ts';
import { shortcutGroups, type ShortcutGroup } from './shortcut-groups.ts';
import styles from './shortcuts-dialog.module.css';

/** Every shortcut with its keys. */
export function ShortcutList(): React.ReactElement {
  return (
    <div className={styles.groups}>
      {shortcutGroups().map((group) => (
        <Group key={group.title} group={group} />
      ))}
    </div>
  );
}

function Group({ group: { title, shortcuts } }: { readonly group: ShortcutGroup }): React.ReactElement {
  const { t } = useTexts();
  return (
    <section className={styles.group}>
      <h3 className={styles.title}>{t(title)}</h3>
      <dl className={styles.list}>
        {shortcuts.map(({ keys, text }) => (
          <div key={text} className={styles.line}>
            <dt className={styles.text}>{t(text)}</dt>
            <dd className={styles.keys}>
              {keys.map((combination, index) => (
                <Combination key={combination} combination={combination} isFirst={index === 0} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Combination({
  combination,
  isFirst,
}: {
  readonly combination: string;
  readonly isFirst: boolean;
}): React.ReactElement {
  const { t, language } = useTexts();
  return (
    <span className={styles.combination}>
      {!isFirst && <span className={styles.or}>{t('editing.keys-or')}</span>}
      {keyNames(combination, isMac(navigator.platform), language).map((name) => (
        <kbd key={name} className={styles.key}>
          {name}
        </kbd>
      ))}
    </span>
  );
}
