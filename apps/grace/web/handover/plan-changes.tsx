import { Timestamp } from '@commons/ui';
import { Anchor } from '@mantine/core';
import { Fragment } from 'react';
import { Link } from 'wouter';
import { actionLabels } from '../../medicine/labels.ts';
import type { MedicationAction } from '../../medicine/schemas.ts';
import { dayOf } from '../../schedule/zone.ts';
import type { Outputs } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import classes from './handover.module.css';
import { HandoverPart } from './handover-part.tsx';

type Change = NonNullable<Outputs['handover']['since']['planChanges']>[number];

/** What was done to medicines; what one person did to several on one day, for one reason, is one entry. */
export function PlanChanges({ changes }: { changes: readonly Change[] | null }) {
  const { id: profileId, timeZone } = useProfile();
  const alike = ({ action, actorName, reason, at }: Change) =>
    JSON.stringify([action, actorName, reason, dayOf(timeZone, Date.parse(at))]);
  const groups = changes && [...Map.groupBy(changes, alike)];
  return (
    <HandoverPart title="Changes to medicines" items={groups}>
      {([key, ofGroup]) => (
        <li key={key}>
          {ofGroup.map(({ id, medicationId, medicationName }, index) => (
            <Fragment key={id}>
              {index > 0 && ', '}
              <Anchor component={Link} href={`/p/${profileId}/medications/${medicationId}`}>
                {medicationName}
              </Anchor>
            </Fragment>
          ))}
          <Done change={ofGroup[0]} />
        </li>
      )}
    </HandoverPart>
  );
}

function Done({ change }: { change: Change | undefined }) {
  if (!change) return null;
  const { action, actorName, reason, at } = change;
  return (
    <>
      : {actionLabels[action as MedicationAction].toLowerCase()} by {actorName}, <Timestamp date={at} />
      {reason && <span className={classes.more}>{reason}</span>}
    </>
  );
}
