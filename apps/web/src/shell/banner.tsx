import styles from './app.module.css';

interface BannerProps {
  readonly tone: 'warn' | 'err' | 'info';
  readonly text: string;
  readonly children?: React.ReactNode;
}

/** A line across the page that says what goes on, with what can be done. */
export function Banner({ tone, text, children }: BannerProps): React.ReactElement {
  return (
    <div className={styles.banner} data-tone={tone} role={tone === 'info' ? 'status' : 'alert'}>
      <span className={styles.bannerText}>{text}</span>
      {children}
    </div>
  );
}
