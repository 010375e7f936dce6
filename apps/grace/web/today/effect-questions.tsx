import { notifyError } from '@commons/ui';
import { Button, Group } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../client.ts';
import { formatTime } from '../formats/format-time.ts';
import { useProfile } from '../frame/profile-context.ts';
import type { DoseEntry } from './administrations.ts';
import { Notice } from './notice.tsx';
import classes from './today.module.css';
import { useTodayHandlers } from './today-context.ts';
import type { Today } from './today-from.ts';
import { effects } from './words.ts';

/** Whether the last dose of each medicine taken as needed helped, once it has had its time. */
export function EffectQuestions({ today }: { today: Today }) {
  const { canLog } = useTodayHandlers();
  if (!canLog) return null;
  return today.unanswered.map((entry) => (
    <EffectQuestion key={entry.id} entry={entry} name={today.nameOf(entry.medicationId)} zone={today.zone} />
  ));
}

function EffectQuestion({ entry, name, zone }: { entry: DoseEntry; name: string; zone: string }) {
  const profile = useProfile();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { mutate, isPending } = useMutation(
    trpc.doses.recordEffect.mutationOptions({
      onError: notifyError,
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.doses.pathKey() }),
    }),
  );
  return (
    <Notice Icon={IconHelpCircle}>
      <h2 className={classes.question}>
        Did {name} at {formatTime(zone, Date.parse(entry.actualAt))} help?
      </h2>
      <Group gap="sm">
        {Object.entries(effects).map(([effect, label]) => (
          <Button
            key={effect}
            variant="default"
            disabled={isPending}
            onClick={() =>
              mutate({
                profileId: profile.id,
                administrationId: entry.id,
                effect: effect as keyof typeof effects,
              })
            }
          >
            {label}
          </Button>
        ))}
      </Group>
    </Notice>
  );
}
