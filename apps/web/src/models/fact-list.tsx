import styles from './models.module.css';

/** Facts with their names; those that aren't known are left out. */
export function FactList({ facts }: { readonly facts: readonly (readonly [string, string])[] }): React.ReactElement {
  return (
    <dl className={`${styles.facts} tabular`}>
      {facts
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
