import { ErrorState, LoadingState, newMessageId, notifyError } from '@commons/ui';
import { Button, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { may } from '../../care/may.ts';
import { severityLabels } from '../../medicine/labels.ts';
import { type Allergy, useTRPC } from '../client.ts';
import { formatDate } from '../formats/format-date.ts';
import { useProfile } from '../frame/profile-context.ts';
import { AllergyForm } from './allergy-form.tsx';
import classes from './health.module.css';
import { LineRow } from './line-row.tsx';

/** The allergies, or that somebody asked and there are none; nothing at all means that nobody has asked. */
export function Allergies() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const profile = useProfile();
  const { id: profileId, preferredName } = profile;
  const [editing, setEditing] = useState<string | null>(null);
  const { data, error, refetch } = useQuery(trpc.allergies.list.queryOptions({ profileId }));
  const none = useMutation(
    trpc.allergies.create.mutationOptions({
      onError: (failure) => void notifyError(failure),
      onSettled: () => queries.invalidateQueries(),
    }),
  );
  const remove = useMutation(
    trpc.allergies.markInError.mutationOptions({ onSettled: () => queries.invalidateQueries() }),
  );
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  const mayChange = may(profile, 'medications', 'manage');
  const sayNone = () =>
    none.mutate({
      profileId,
      id: newMessageId(),
      category: 'none_known',
      substance: 'No known allergies',
      reaction: '',
      severity: 'unknown',
      notedOn: null,
    });
  return (
    <section className={classes.section} aria-labelledby="allergies-heading">
      <Title order={2} id="allergies-heading">
        Allergies
      </Title>
      {data.length === 0 && (
        <p className={classes.empty}>
          Nothing is recorded. That does not mean there is none: ask {preferredName}.
        </p>
      )}
      <ul className={classes.list}>
        {data.map((allergy) =>
          editing === allergy.id ? (
            <li key={allergy.id}>
              <AllergyForm saved={allergy} onDone={() => setEditing(null)} />
            </li>
          ) : (
            <LineRow
              key={allergy.id}
              name={allergy.substance}
              mayChange={mayChange}
              onEdit={allergy.category === 'none_known' ? undefined : () => setEditing(allergy.id)}
              onRemove={(reason) =>
                remove.mutate({ profileId, id: allergy.id, version: allergy.version, reason })
              }
              removal={remove}
            >
              <AllergyText allergy={allergy} />
            </LineRow>
          ),
        )}
      </ul>
      {mayChange && editing === 'new' && <AllergyForm saved={null} onDone={() => setEditing(null)} />}
      {mayChange && editing !== 'new' && (
        <div className={classes.actions}>
          <Button variant="light" onClick={() => setEditing('new')}>
            Add an allergy
          </Button>
          {data.length === 0 && (
            <Button variant="default" loading={none.isPending} onClick={sayNone}>
              There is none, I asked
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function AllergyText({ allergy }: { allergy: Allergy }) {
  const { substance, reaction, severity, notedOn } = allergy;
  const more = [
    reaction,
    severity === 'unknown' ? '' : severityLabels[severity],
    notedOn ? `since ${formatDate(notedOn)}` : '',
  ].filter((text) => text !== '');
  return (
    <div className={classes.text} dir="auto">
      <strong>{substance}</strong>
      {more.length > 0 && <span>{more.join(', ')}</span>}
    </div>
  );
}
