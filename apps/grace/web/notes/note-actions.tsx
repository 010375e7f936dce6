import { notify, notifyError } from '@commons/ui';
import { Button, Group } from '@mantine/core';
import { IconPencil, IconPin, IconPinnedOff } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { may } from '../../care/may.ts';
import { type Note, useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';

/** Everybody who may write pins a note; its author changes it, or says that it was written in error. */
export function NoteActions({ note, onEdit }: { note: Note; onEdit: () => void }) {
  const trpc = useTRPC();
  const profile = useProfile();
  const queries = useQueryClient();
  const settled = {
    onError: (error: unknown) => void notifyError(error),
    onSettled: () => queries.invalidateQueries(),
  };
  const pin = useMutation(trpc.notes.pin.mutationOptions(settled));
  const mark = useMutation(trpc.notes.mark.mutationOptions(settled));
  if (!may(profile, 'notes', 'log')) return null;
  const noteId = { profileId: profile.id, id: note.id };
  const markAsError = () =>
    mark.mutate(
      { ...noteId, isError: true },
      {
        onSuccess: () => {
          const undo = { label: 'Undo', run: () => mark.mutate({ ...noteId, isError: false }) };
          notify({ title: 'Marked as written in error', action: undo });
        },
      },
    );
  return (
    <Group gap="xs">
      <Button
        variant="default"
        loading={pin.isPending}
        leftSection={note.isPinned ? <IconPinnedOff size={18} /> : <IconPin size={18} />}
        onClick={() => pin.mutate({ ...noteId, isPinned: !note.isPinned })}
      >
        {note.isPinned ? 'Unpin' : 'Pin to the top'}
      </Button>
      {note.isMine && !note.isError && (
        <>
          <Button variant="default" leftSection={<IconPencil size={18} />} onClick={onEdit}>
            Change
          </Button>
          <Button variant="subtle" color="gray" loading={mark.isPending} onClick={markAsError}>
            Written in error
          </Button>
        </>
      )}
      {note.isMine && note.isError && (
        <Button
          variant="default"
          loading={mark.isPending}
          onClick={() => mark.mutate({ ...noteId, isError: false })}
        >
          It was right after all
        </Button>
      )}
    </Group>
  );
}
