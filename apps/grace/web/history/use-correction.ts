import { newMessageId, notify, useAnnounce } from '@commons/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type SkipReason, TypedReason } from '../../administration/schemas.ts';
import { Amount } from '../../schedule/schemas.ts';
import { useTRPC } from '../client.ts';
import type { DoseEntry } from '../today/administrations.ts';
import { instantOfWallTime, wallTimeOf } from '../today/wall-time.ts';

export interface CorrectionProps {
  profileId: string;
  zone: string;
  entry: DoseEntry;
  name: string;
  onClose: () => void;
}

/** What really happened, as it is being entered. */
export interface CorrectionValues {
  happened: 'given' | 'skipped' | 'nothing';
  skipReason: SkipReason | undefined;
  /** By the clock of the person's zone. */
  time: string;
  amount: string;
  /** What was wrong. */
  reason: string;
}

/** The form that corrects an entry; problems show once somebody has tried to send it. */
export function useCorrection({ profileId, zone, entry, name, onClose }: CorrectionProps) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const [replacementId] = useState(newMessageId);
  const [first] = useState(() => wallTimeOf(zone, Date.parse(entry.actualAt)));
  const [values, setValues] = useState<CorrectionValues>({
    happened: 'given',
    skipReason: undefined,
    time: first,
    amount: entry.status === 'skipped' ? '' : entry.amount,
    reason: '',
  });
  const [submitted, setSubmitted] = useState(false);
  const { mutate, isPending, error } = useMutation(
    trpc.doses.correct.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: trpc.doses.pathKey() });
        notify({ title: `${name} was corrected` });
        announce(`${name} was corrected`);
        onClose();
      },
    }),
  );
  const { happened, skipReason, time } = values;
  const amount = Amount.safeParse(values.amount);
  const reason = TypedReason.safeParse(values.reason);
  const said = time === first ? Date.parse(entry.actualAt) : instantOfWallTime(zone, time);
  const common = { id: replacementId, note: entry.note };
  /** NULL where nothing happened at all, undefined while something is missing. */
  const replacementOf = () => {
    if (happened === 'nothing') return null;
    if (said === undefined) return undefined;
    const actualAt = new Date(said).toISOString();
    if (happened === 'skipped')
      return skipReason
        ? ({ ...common, status: 'skipped', reason: skipReason, actualAt } as const)
        : undefined;
    return amount.success
      ? ({ ...common, status: 'given', amount: amount.data, actualAt } as const)
      : undefined;
  };
  return {
    values,
    change: (part: Partial<CorrectionValues>) => setValues({ ...values, ...part }),
    submit() {
      setSubmitted(true);
      const replacement = replacementOf();
      if (!reason.success || replacement === undefined) return;
      mutate({ profileId, id: entry.id, reason: reason.data, replacement });
    },
    problems: submitted
      ? {
          skipReason: !skipReason && 'Choose a reason.',
          time: said === undefined && 'Choose date and time.',
          amount: amount.error?.issues[0]?.message,
          reason: reason.error?.issues[0]?.message,
        }
      : undefined,
    isPending,
    error,
  };
}
