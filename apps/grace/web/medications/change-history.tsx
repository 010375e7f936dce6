import { ErrorState, LoadingState, Timestamp } from '@commons/ui';
import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { actionLabels } from '../../medicine/labels.ts';
import { changesMax } from '../../server/medications/schemas.ts';
import { useTRPC } from '../client.ts';
import { formatInstant } from '../formats/format-time.ts';
import { useProfile } from '../frame/profile-context.ts';
import { changeInWords } from './change-in-words.ts';
import classes from './medications.module.css';

/** Who did what to a medicine, when and why, with both values of every field. */
export function ChangeHistory({ medicationId }: { medicationId: string }) {
  const trpc = useTRPC();
  const { id: profileId, timeZone } = useProfile();
  const { data, error, refetch } = useQuery(
    trpc.medications.changes.queryOptions({ profileId, medicationId }),
  );
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  return (
    <section aria-labelledby="history-heading">
      <Title order={2} id="history-heading">
        What was changed
      </Title>
      <ol className={classes.history}>
        {data.map(({ id, action, actorName, reason, changes, at, effectiveAt }) => (
          <li key={id}>
            <span>
              <strong>{actionLabels[action]}</strong> by {actorName}, <Timestamp date={at} />
            </span>
            {isAnotherTime(at, effectiveAt) && (
              <span>In force from {formatInstant(timeZone, effectiveAt)}</span>
            )}
            {reason && <span dir="auto">Why: {reason}</span>}
            {changes.length > 0 && (
              <ul>
                {changes.map((change) => (
                  <li key={`${change.field} ${change.after}`}>{changeInWords(change, timeZone)}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      {data.length >= changesMax && <p>Changes before these are in an export of the record.</p>}
    </section>
  );
}

const toleranceMs = 60_000;

function isAnotherTime(at: string, effectiveAt: string): boolean {
  return Math.abs(Date.parse(at) - Date.parse(effectiveAt)) > toleranceMs;
}
