import type { ReactNode } from 'react';
import classes from './markdown.module.css';
import { linkTarget, safeUrl } from './safe-url.ts';

interface SafeLinkProps {
  href: string | undefined;
  children: ReactNode;
}

/** A link that says where it leads and takes nothing along; an address that may not be followed stays text. */
export function SafeLink({ href = '', children }: SafeLinkProps) {
  const url = safeUrl(href);
  if (url === '') return <span>{children}</span>;
  const target = linkTarget(url);
  const showsAddress = children === url || `mailto:${String(children)}` === url;
  const honest = showsAddress || children === target;
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className={classes.link}
      data-shows-address={showsAddress || undefined}
    >
      <bdi>{children}</bdi>
      {!honest && <span className={classes.host}> ({target})</span>}
      <span className="ui-hidden"> (opens a new tab)</span>
    </a>
  );
}
