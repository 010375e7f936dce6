import type { ReactNode } from 'react';
import type { ExtraProps } from 'react-markdown';
import { CopyButton } from '../copy/copy-button.tsx';
import classes from './markdown.module.css';

type HastElement = NonNullable<ExtraProps['node']>;

interface CodeBlockProps {
  node: HastElement | undefined;
  children: ReactNode;
}

/** Code that scrolls inside its own frame and can be copied whole. */
export function CodeBlock({ node, children }: CodeBlockProps) {
  const code = node?.children.find((child) => child.type === 'element');
  const text = code?.children.map((child) => (child.type === 'text' ? child.value : '')).join('') ?? '';
  const language = languageOf(code);
  return (
    <figure className={classes.code}>
      <figcaption>
        <span>{language ?? 'Code'}</span>
        <CopyButton text={text.replace(/\n$/, '')} label="Copy code" />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: wide code must be scrollable with the keyboard. */}
      <pre tabIndex={0} dir="ltr">
        {children}
      </pre>
    </figure>
  );
}

function languageOf(code: HastElement | undefined): string | undefined {
  const names = code?.properties.className;
  const name = Array.isArray(names) ? names.find((one) => String(one).startsWith('language-')) : undefined;
  return name === undefined ? undefined : String(name).slice('language-'.length);
}
