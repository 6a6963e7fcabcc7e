import { Button } from '@mantine/core';
import { useState } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import { useTexts } from '../i18n/i18n.ts';
import styles from './markdown-text.module.css';

/** An image of another machine is fetched only when a person asks: fetching it tells that machine something. */
function RemoteImage({
  src,
  alt,
}: {
  readonly src?: string | Blob | undefined;
  readonly alt?: string | undefined;
}): React.ReactElement {
  const { t } = useTexts();
  const [isShown, setShown] = useState(false);
  const address = typeof src === 'string' ? src : '';
  if (isShown) return <img src={address} alt={alt ?? ''} />;
  return (
    <Button variant="default" onClick={() => setShown(true)} title={address}>
      {t('panels.show-image', { name: alt ?? address })}
    </Button>
  );
}

const components: Components = {
  img: ({ src, alt }) => <RemoteImage src={src} alt={alt} />,
  a: ({ href, children }) => (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  ),
};

/** Sanitised Markdown: a model's text is not trusted. */
export default function MarkdownText({ text }: { readonly text: string }): React.ReactElement {
  return (
    <div className={styles.markdown}>
      <ReactMarkdown rehypePlugins={[rehypeSanitize]} components={components}>
        {text}
      </ReactMarkdown>
    </div>
  );
}
