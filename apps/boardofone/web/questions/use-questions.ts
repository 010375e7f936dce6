import { describeError, newMessageId, problemsByField } from '@commons/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { z } from 'zod';
import type { SessionView } from '../../deliberation/view.ts';
import { ApproveDecomposition } from '../../server/sessions/schemas.ts';
import { type Session, useTRPC, useTRPCClient } from '../client.ts';
import { pathOf } from '../sessions/session-words.ts';
import { useProposal } from '../sessions/use-proposal.ts';

const Question = z.object({ key: z.string(), text: z.string() });
const Option = z.object({
  key: z.string(),
  label: z.string(),
  description: z.string(),
  isNothing: z.boolean(),
});
type Option = z.infer<typeof Option>;
const Values = z.object({ subQuestions: z.array(Question), options: z.array(Option) });

/** Questions and options while they are edited, begun from what was proposed. */
export function useQuestions({ id, version }: Session, view: SessionView) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const proposal = useProposal(`board:${id}:questions`, Values, () => ({
    subQuestions: view.subQuestions.map((text, index) => ({ key: `${index}`, text })),
    options: view.options.map(({ label, description, isNothing }, index) => ({
      key: `${index}`,
      label,
      description,
      isNothing,
    })),
  }));
  const { values, isChanged } = proposal;
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<unknown>(null);
  const [isPending, setPending] = useState(false);

  const set = (change: Partial<typeof values>) => {
    setProblems({});
    proposal.change({ ...values, ...change });
  };

  async function submit(): Promise<void> {
    if (isPending) return;
    const read = ApproveDecomposition.safeParse({
      id,
      version,
      subQuestions: values.subQuestions.map(({ text }) => text),
      options: values.options.map(({ label, description, isNothing }) => ({ label, description, isNothing })),
    });
    if (!read.success) {
      return setProblems(problemsByField(read.error.issues, (path) => path.join('.')));
    }
    setPending(true);
    setFailure(null);
    try {
      const session = await client.sessions.approve.mutate(read.data);
      await queries.invalidateQueries({ queryKey: trpc.room.events.pathKey() });
      queries.setQueryData(trpc.sessions.byId.queryKey({ id }), session);
      proposal.discard();
      navigate(pathOf(session));
    } catch (error) {
      // Approved or changed in another tab: this page then shows where the session stands, and can be sent again.
      const { code } = describeError(error);
      if (code === 'CONFLICT' || code === 'STALE_VERSION') await queries.invalidateQueries();
      setFailure(error);
    } finally {
      setPending(false);
    }
  }

  return {
    values,
    isChanged,
    problems,
    failure,
    isPending,
    submit,
    discard: () => {
      setProblems({});
      setFailure(null);
      proposal.discard();
    },
    changeQuestion: (key: string, text: string) =>
      set({ subQuestions: values.subQuestions.map((one) => (one.key === key ? { key, text } : one)) }),
    addQuestion: () => set({ subQuestions: [...values.subQuestions, { key: newMessageId(), text: '' }] }),
    removeQuestion: (key: string) =>
      set({ subQuestions: values.subQuestions.filter((one) => one.key !== key) }),
    changeOption: (key: string, change: Partial<Option>) =>
      set({ options: values.options.map((one) => (one.key === key ? { ...one, ...change } : one)) }),
    addOption: () => {
      const added = { key: newMessageId(), label: '', description: '', isNothing: false };
      // Doing nothing stays the last.
      const [nothing, others] = [
        values.options.filter(({ isNothing }) => isNothing),
        values.options.filter(({ isNothing }) => !isNothing),
      ];
      set({ options: [...others, added, ...nothing] });
    },
    removeOption: (key: string) => set({ options: values.options.filter((one) => one.key !== key) }),
  };
}
