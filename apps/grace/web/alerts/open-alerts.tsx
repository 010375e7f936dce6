import { notifyError, PartFailed, Timestamp } from '@commons/ui';
import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRoute } from 'wouter';
import { type Outputs, useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import classes from './alerts.module.css';

const kinds: Record<Outputs['alerts']['list'][number]['kind'], string> = {
  emergency: 'may be in an emergency',
  fall: 'may have fallen',
  distress: 'may be in distress',
};

/** Each one that is seen to makes room for the next; a plain page shows one thing at a time. */
const shownMax = { plain: 1, whole: 2 };

/** What the person said that is on the safety list and nobody has seen to yet, on every page of theirs. */
export function OpenAlerts() {
  const profile = useProfile();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const query = useQuery(trpc.alerts.list.queryOptions({ profileId: profile.id }));
  const { mutate: acknowledge, isPending } = useMutation(
    trpc.alerts.acknowledge.mutationOptions({
      onSettled: () => queries.invalidateQueries(),
      onError: notifyError,
    }),
  );
  // There the person has the device, and what to do stands on the page itself.
  const [isTalking] = useRoute('/p/:profileId/talk/:sessionId');
  if (isTalking && profile.rights.isHolder) return null;
  if (query.isLoadingError) {
    return (
      <section className={classes.alerts} aria-label="Needs somebody">
        <div className={classes.unread}>
          <PartFailed query={query}>
            Whether {profile.preferredName} needs somebody could not be read.
          </PartFailed>
        </div>
      </section>
    );
  }
  const open = (query.data ?? []).filter(({ acknowledgedAt }) => acknowledgedAt === null);
  if (open.length === 0) return null;
  const mayAct = profile.rights.isHolder || profile.rights.level !== 'view';
  return (
    <section className={classes.alerts} aria-label="Needs somebody">
      {open
        .slice(0, profile.isPlain ? shownMax.plain : shownMax.whole)
        .map(({ id, kind, phrase, raisedAt }) => (
          <div key={id} className={classes.alert} role="alert">
            <IconAlertTriangle size={24} aria-hidden="true" />
            <strong>
              {profile.preferredName} {kinds[kind]}.
            </strong>
            <p>
              “{phrase}”, said to the companion <Timestamp date={raisedAt} />. Call, or go and look. In an
              emergency call the emergency number.
            </p>
            {mayAct && (
              <Button
                size="md"
                variant="default"
                disabled={isPending}
                onClick={() => acknowledge({ profileId: profile.id, id })}
              >
                I see to it
              </Button>
            )}
          </div>
        ))}
    </section>
  );
}
