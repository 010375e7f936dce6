import { Modal, Stack, Text } from '@mantine/core';
import { useDialogLayer } from '../dialogs/use-dialog-layer.ts';
import { ProviderButtons } from './provider-buttons.tsx';
import { useSession } from './session-context.ts';
import { SignInForm } from './sign-in-form.tsx';

interface ConfirmIdentityProps {
  opened: boolean;
  /** What it is for: "to delete your account". */
  purpose?: string;
  onClose: () => void;
  onConfirmed: () => Promise<void> | void;
}

/** Asks somebody who is signed in to sign in once more, before they do what a stranger at their computer must not. */
export function ConfirmIdentity({
  opened,
  purpose = 'to change how your account is opened',
  onClose,
  onConfirmed,
}: ConfirmIdentityProps) {
  const { user, refresh } = useSession();
  const confirmed = async () => {
    await refresh();
    await onConfirmed();
  };
  return (
    <Modal
      {...useDialogLayer(opened)}
      onClose={onClose}
      title="Is it you?"
      centered
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 20 }}
    >
      <Stack gap="md">
        <Text>You signed in a while ago. Sign in once more {purpose}.</Text>
        <SignInForm
          email={user.email}
          onSignedIn={confirmed}
          forgotHref="/forgot-password"
          providers={<ProviderButtons />}
        />
      </Stack>
    </Modal>
  );
}
