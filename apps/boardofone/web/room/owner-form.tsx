import { Form, FormFailure, newMessageId, useDraft } from '@commons/ui';
import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { SayToPanel } from '../../server/room/schemas.ts';
import { useTRPC } from '../client.ts';
import { useReadOn } from '../log/use-read-on.ts';
import classes from './owner-form.module.css';

interface OwnerFormProps {
  sessionId: string;
  /** The contribution that asks; null for what nobody asked. */
  answersId: string | null;
  label: string;
  description?: string;
  verb: string;
}

/** What the owner tells the panel; the text survives a reload and a lost connection. */
export function OwnerForm({ sessionId, answersId, label, description, verb }: OwnerFormProps) {
  const [draft, setDraft] = useDraft(`board:${sessionId}:${answersId ?? 'say'}`);
  const [problem, setProblem] = useState<string>();
  const trpc = useTRPC();
  const readOn = useReadOn(sessionId);
  const say = useMutation(
    trpc.room.say.mutationOptions({
      onSuccess: () => setDraft({ text: '' }),
      onSettled: () => void readOn(),
    }),
  );
  const send = () => {
    const { data: content, error } = SayToPanel.shape.content.safeParse(draft.text);
    setProblem(error?.issues[0]?.message);
    if (!content || say.isPending) return;
    say.mutate({ id: sessionId, factId: draft.attemptId ?? newMessageId(), content, answersId });
  };
  return (
    <Form className={classes.form} onSubmit={send}>
      <Textarea
        label={label}
        description={description}
        value={draft.text}
        // One id for one text: sent again after a lost answer, it adds nothing; changed meanwhile, it is told as well.
        onChange={({ currentTarget }) => setDraft({ text: currentTarget.value, attemptId: newMessageId() })}
        error={problem}
        rows={2}
        dir="auto"
      />
      <FormFailure error={say.error} />
      <Button type="submit" variant="light" loading={say.isPending}>
        {verb}
      </Button>
    </Form>
  );
}
