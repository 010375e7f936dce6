import { ErrorState, LoadingState } from '@commons/ui';
import { Button, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { may } from '../../care/may.ts';
import { type Condition, useTRPC } from '../client.ts';
import { formatDate } from '../formats/format-date.ts';
import { useProfile } from '../frame/profile-context.ts';
import { ConditionForm } from './condition-form.tsx';
import classes from './health.module.css';
import { LineRow } from './line-row.tsx';

/** What the person has, then what is over. */
export function Conditions() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const profile = useProfile();
  const { id: profileId } = profile;
  const [editing, setEditing] = useState<string | null>(null);
  const { data, error, refetch } = useQuery(trpc.conditions.list.queryOptions({ profileId }));
  const remove = useMutation(
    trpc.conditions.markInError.mutationOptions({ onSettled: () => queries.invalidateQueries() }),
  );
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  const mayChange = may(profile, 'medications', 'manage');
  const ordered = [
    ...data.filter(({ resolvedOn }) => resolvedOn === null),
    ...data.filter(({ resolvedOn }) => resolvedOn !== null),
  ];
  return (
    <section className={classes.section} aria-labelledby="conditions-heading">
      <Title order={2} id="conditions-heading">
        Conditions
      </Title>
      {data.length === 0 && <p className={classes.empty}>Nothing is recorded yet.</p>}
      <ul className={classes.list}>
        {ordered.map((condition) =>
          editing === condition.id ? (
            <li key={condition.id}>
              <ConditionForm saved={condition} onDone={() => setEditing(null)} />
            </li>
          ) : (
            <LineRow
              key={condition.id}
              name={condition.name}
              mayChange={mayChange}
              onEdit={() => setEditing(condition.id)}
              onRemove={(reason) =>
                remove.mutate({ profileId, id: condition.id, version: condition.version, reason })
              }
              removal={remove}
            >
              <ConditionText condition={condition} />
            </LineRow>
          ),
        )}
      </ul>
      {mayChange && editing === 'new' && <ConditionForm saved={null} onDone={() => setEditing(null)} />}
      {mayChange && editing !== 'new' && (
        <div className={classes.actions}>
          <Button variant="light" onClick={() => setEditing('new')}>
            Add a condition
          </Button>
        </div>
      )}
    </section>
  );
}

function ConditionText({ condition }: { condition: Condition }) {
  const { name, note, onsetOn, resolvedOn } = condition;
  const more = [
    note,
    onsetOn ? `since ${formatDate(onsetOn)}` : '',
    resolvedOn ? `over since ${formatDate(resolvedOn)}` : '',
  ].filter((text) => text !== '');
  return (
    <div className={classes.text} dir="auto">
      <strong>{name}</strong>
      {more.length > 0 && <span>{more.join(', ')}</span>}
    </div>
  );
}
