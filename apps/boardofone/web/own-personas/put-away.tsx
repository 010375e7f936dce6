import { ConfirmDialog, notify, notifyError } from '@commons/ui';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { type OwnPersona, useTRPC } from '../client.ts';
import classes from './own-persona.module.css';

/** Takes a voice out of what panels are offered, or deletes it as long as no decision has it. */
export function PutAway({ persona }: { persona: OwnPersona }) {
  const { code, isArchived, hasSessions } = persona;
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [isAsking, setAsking] = useState(false);
  const readAgain = () =>
    Promise.all(
      [trpc.personas.pathKey(), trpc.ownPersonas.pathKey()].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
  const archive = useMutation(
    trpc.ownPersonas.archive.mutationOptions({ onSettled: readAgain, onError: notifyError }),
  );
  const remove = useMutation(
    trpc.ownPersonas.remove.mutationOptions({
      onSuccess() {
        navigate('/personas');
        notify({ title: 'Deleted' });
      },
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.personas.pathKey() }),
    }),
  );
  const putAway = (next: boolean) =>
    archive.mutate(
      { code, isArchived: next },
      {
        onSuccess: () =>
          void notify({
            title: next ? 'Archived' : 'Offered to panels again',
            action: { label: 'Undo', run: () => archive.mutate({ code, isArchived: !next }) },
          }),
      },
    );
  return (
    <section className={classes.away} aria-label="Put away">
      <Button variant="default" loading={archive.isPending} onClick={() => putAway(!isArchived)}>
        {isArchived ? 'Offer it to panels again' : 'Archive'}
      </Button>
      {hasSessions ? (
        <p className={classes.version}>Decisions have this voice, so it can be archived and not deleted.</p>
      ) : (
        <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
          Delete
        </Button>
      )}
      <ConfirmDialog
        opened={isAsking}
        onClose={() => {
          remove.reset();
          setAsking(false);
        }}
        title={`Delete ${persona.name}?`}
        confirmLabel="Delete for good"
        cancelLabel="Keep it"
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate({ code })}
      >
        <p>Its words and what you tried it on are gone, and nobody can bring them back.</p>
      </ConfirmDialog>
    </section>
  );
}
