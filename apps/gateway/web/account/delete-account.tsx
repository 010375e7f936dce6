import {
  accountApi,
  ConfirmDialog,
  ConfirmIdentity,
  needsFreshSession,
  notify,
  useSession,
} from '@commons/ui';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';

/** The way out for good: the address typed, by somebody who has just shown who they are. */
export function DeleteAccount() {
  const { user, signOut } = useSession();
  const [asked, setAsked] = useState<'nothing' | 'to confirm' | 'who it is'>('nothing');
  const remove = useMutation({
    mutationFn: () => accountApi.delete({ email: user.email }),
    onSuccess: async () => {
      // The session is gone already; this takes its cookie and its drafts from the browser.
      await signOut();
      notify({ title: 'Your account is deleted', text: 'All of your data was removed.' });
    },
    onError: (error) => needsFreshSession(error) && setAsked('who it is'),
  });
  const close = () => {
    setAsked('nothing');
    remove.reset();
  };
  return (
    <>
      <Button variant="light" color="red" onClick={() => setAsked('to confirm')}>
        Delete my account
      </Button>
      <ConfirmDialog
        opened={asked === 'to confirm'}
        onClose={close}
        title="Delete your account?"
        confirmLabel="Delete everything"
        cancelLabel="Keep my account"
        typed={{ label: `Type ${user.email} to confirm`, text: user.email }}
        pending={remove.isPending}
        error={needsFreshSession(remove.error) ? null : remove.error}
        onConfirm={() => remove.mutate()}
      >
        Everything of yours, in every app, will be gone at once and for good. Nobody can bring it back.
      </ConfirmDialog>
      <ConfirmIdentity
        opened={asked === 'who it is'}
        onClose={close}
        purpose="to delete your account"
        onConfirmed={() => {
          setAsked('to confirm');
          remove.mutate();
        }}
      />
    </>
  );
}
