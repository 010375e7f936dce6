import { describeError } from '@commons/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { z } from 'zod';
import type { SessionView } from '../../deliberation/view.ts';
import { StartPanel } from '../../server/panel/schemas.ts';
import { type Session, useTRPC, useTRPCClient } from '../client.ts';
import { useProposal } from '../sessions/use-proposal.ts';

const ChosenSeat = z.object({
  code: z.string(),
  reason: z.string(),
  weight: z.union([z.literal(1), z.literal(1.5)]),
  model: z.string(),
});
/** A seat while the panel is chosen. */
export type ChosenSeat = z.infer<typeof ChosenSeat>;
const Seats = z.array(ChosenSeat);

/** The panel while its owner chooses, begun from what was proposed. */
export function usePanel({ id, version }: Session, view: SessionView) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const proposal = useProposal(`board:${id}:panel`, Seats, () =>
    view.seats.map(({ personaCode, reason, baseWeight, model }) => ({
      code: personaCode,
      reason,
      weight: baseWeight > 1 ? 1.5 : 1,
      model: model ?? '',
    })),
  );
  const { values: seats, isChanged } = proposal;
  const [problem, setProblem] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [isPending, setPending] = useState(false);

  const set = (next: ChosenSeat[]) => {
    setProblem(null);
    proposal.change(next);
  };

  async function start(): Promise<void> {
    if (isPending) return;
    const read = StartPanel.safeParse({
      id,
      version,
      seats: seats.map(({ model, ...seat }) => ({ ...seat, model: model.trim() || null })),
    });
    if (!read.success) return setProblem(read.error.issues[0]?.message ?? null);
    setPending(true);
    setFailure(null);
    try {
      const session = await client.panel.start.mutate(read.data);
      queries.setQueryData(trpc.sessions.byId.queryKey({ id }), session);
      await queries.invalidateQueries({ queryKey: trpc.room.events.pathKey() });
      proposal.discard();
      navigate(`/sessions/${id}`);
    } catch (error) {
      const { code, fields } = describeError(error);
      // Started or changed in another tab: this page then shows where the session stands, and can be sent again.
      if (code === 'CONFLICT' || code === 'STALE_VERSION') await queries.invalidateQueries();
      if (fields?.seats?.[0]) setProblem(fields.seats[0]);
      else setFailure(error);
    } finally {
      setPending(false);
    }
  }

  return {
    seats,
    isChanged,
    problem,
    failure,
    isPending,
    start,
    discard: () => {
      setProblem(null);
      setFailure(null);
      proposal.discard();
    },
    add: (code: string) =>
      set([...seats, { code, reason: 'You asked for this voice.', weight: 1, model: '' }]),
    remove: (code: string) => set(seats.filter((seat) => seat.code !== code)),
    change: (code: string, change: Partial<ChosenSeat>) =>
      set(
        seats.map((seat) => {
          if (seat.code === code) return { ...seat, ...change };
          // At most one seat weighs more than the others.
          return change.weight === 1.5 ? { ...seat, weight: 1 } : seat;
        }),
      ),
  };
}
