import { describeError, problemsByField } from '@commons/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { SessionView } from '../../deliberation/view.ts';
import { ApproveDecomposition } from '../../server/sessions/schemas.ts';
import { type Session, useTRPC, useTRPCClient } from '../client.ts';
import { pathOf } from '../sessions/session-words.ts';

interface Question {
  key: number;
  text: string;
}

interface Option {
  key: number;
  label: string;
  description: string;
  isNothing: boolean;
}

let keys = 0;
const newKey = () => ++keys;

/** Questions and options while they are edited, begun from what was proposed. */
export function useQuestions({ id, version }: Session, view: SessionView) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [values, setValues] = useState(() => ({
    subQuestions: view.subQuestions.map((text): Question => ({ key: newKey(), text })),
    options: view.options.map(
      ({ label, description, isNothing }): Option => ({ key: newKey(), label, description, isNothing }),
    ),
  }));
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<unknown>(null);
  const [isPending, setPending] = useState(false);

  const set = (change: Partial<typeof values>) => {
    setProblems({});
    setValues({ ...values, ...change });
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
    problems,
    failure,
    isPending,
    submit,
    changeQuestion: (key: number, text: string) =>
      set({ subQuestions: values.subQuestions.map((one) => (one.key === key ? { key, text } : one)) }),
    addQuestion: () => set({ subQuestions: [...values.subQuestions, { key: newKey(), text: '' }] }),
    removeQuestion: (key: number) =>
      set({ subQuestions: values.subQuestions.filter((one) => one.key !== key) }),
    changeOption: (key: number, change: Partial<Option>) =>
      set({ options: values.options.map((one) => (one.key === key ? { ...one, ...change } : one)) }),
    addOption: () => {
      const added = { key: newKey(), label: '', description: '', isNothing: false };
      // Doing nothing stays the last.
      const [nothing, others] = [
        values.options.filter(({ isNothing }) => isNothing),
        values.options.filter(({ isNothing }) => !isNothing),
      ];
      set({ options: [...others, added, ...nothing] });
    },
    removeOption: (key: number) => set({ options: values.options.filter((one) => one.key !== key) }),
  };
}
