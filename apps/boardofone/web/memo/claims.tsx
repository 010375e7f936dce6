import { Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type CheckedClaim, checkMemo } from '../../debate/memo-claims.ts';
import type { SessionView } from '../../deliberation/view.ts';
import { memoSections } from '../../record/memo-sections.ts';
import type { Contribution, Memo } from '../client.ts';
import classes from './memo.module.css';
import { Source } from './source.tsx';

interface ClaimsProps {
  memo: Memo;
  view: SessionView;
  said: readonly Contribution[];
}

/** The parts of a memo; each claim leads to what was said, or says that it rests on nothing. */
export function Claims({ memo, view, said }: ClaimsProps) {
  const checked = checkMemo(
    memo.body,
    said.map(({ id }) => id),
  );
  return memoSections.map(({ key, title }) => {
    if (checked[key].length === 0) return null;
    return (
      <section key={key} className={classes.part} data-part={key} aria-labelledby={`memo-${key}`}>
        <Title order={2} id={`memo-${key}`}>
          {title}
        </Title>
        <ul className={classes.claims}>
          {checked[key].map((claim) => (
            <li key={claim.text}>
              <OneClaim claim={claim} view={view} said={said} />
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

function OneClaim({ claim, view, said }: { claim: CheckedClaim } & Omit<ClaimsProps, 'memo'>) {
  return (
    <>
      <p dir="auto">{claim.text}</p>
      {claim.isSupported ? (
        <div className={classes.sources}>
          {claim.contributionIds.map((id) => (
            <Source key={id} view={view} said={said.find((one) => one.id === id)} />
          ))}
        </div>
      ) : (
        <p className={classes.unsupported}>
          <IconAlertTriangle size={16} stroke={1.9} aria-hidden="true" /> Unsupported: nothing that was said
          backs this.
        </p>
      )}
    </>
  );
}
