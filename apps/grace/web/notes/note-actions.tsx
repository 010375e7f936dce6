import { notify } from '@commons/ui';
import { Button, Group } from '@mantine/core';
import { IconPencil, IconPin, IconPinnedOff } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { may } from '../../care/may.ts';
import { type Note, useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import { atOnce } from '../optimistic/at-once.ts';

/** Everybody who may write pins a note; its author changes it, or says that it was written in error. */
export function NoteActions({ note, onEdit }: { note: Note; onEdit: () => void }) {
  const trpc = useTRPC();
  const profile = useProfile();
  const queries = useQueryClient();
  const noteId = { profileId: profile.id, id: note.id };
  const key = trpc.notes.byId.queryKey(noteId);
  const pin = useMutation(
    trpc.notes.pin.mutationOptions(
      atOnce(queries, key, (data: Note, { isPinned }: { isPinned: boolean }) => ({ ...data, isPinned })),
    ),
  );
  const mark = useMutation(
    trpc.notes.mark.mutationOptions(
      atOnce(queries, key, (data: Note, { isError }: { isError: boolean }) => ({ ...data, isError })),
    ),
  );
  if (!may(profile, 'notes', 'log')) return null;
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
          <Button variant="subtle" color="gray" onClick={markAsError}>
            Written in error
          </Button>
        </>
      )}
      {note.isMine && note.isError && (
        <Button variant="default" onClick={() => mark.mutate({ ...noteId, isError: false })}>
          It was right after all
        </Button>
      )}
    </Group>
  );
}
