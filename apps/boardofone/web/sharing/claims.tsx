import { Title } from '@mantine/core';
import { useId } from 'react';
import type { SharedClaim } from '../../deliberation/shared-memo.ts';
import classes from './shared-memo.module.css';

/** A section of the memo; what rests on nothing that was said is marked. */
export function Claims({ title, claims }: { title: string; claims: readonly SharedClaim[] }) {
  const id = useId();
  if (claims.length === 0) return null;
  return (
    <section aria-labelledby={id} className={classes.section}>
      <Title order={2} id={id}>
        {title}
      </Title>
      <ul>
        {claims.map(({ text, sources }) => (
          <li key={text} dir="auto">
            {text} {sources === 0 && <span className={classes.unsupported}>Unsupported by the debate</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
