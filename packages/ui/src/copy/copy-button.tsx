import { ActionIcon } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useAnnounce } from '../announce/announcer.tsx';
import { copyText } from './copy-text.ts';

const confirmationMs = 2000;

/** Copies `text`; the icon and the announcer confirm it. */
export function CopyButton({
  text,
  label = 'Copy',
}: {
  text: string | (() => string);
  label?: string | undefined;
}) {
  const [copied, setCopied] = useState(false);
  const announce = useAnnounce();
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), confirmationMs);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    const done = await copyText(typeof text === 'string' ? text : text());
    setCopied(done);
    announce(done ? 'Copied' : 'Copying did not work: select the text instead.');
  };
  return (
    <ActionIcon aria-label={label} title={label} onClick={copy} data-copied={copied || undefined}>
      {copied ? <IconCheck size={18} stroke={1.7} /> : <IconCopy size={18} stroke={1.7} />}
    </ActionIcon>
  );
}
