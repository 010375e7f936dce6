import { Button, Modal, Stack, Text } from '@mantine/core';
import { useDialogLayer } from '../dialogs/use-dialog-layer.ts';
import { ProviderButtons } from './provider-buttons.tsx';
import { SignInForm } from './sign-in-form.tsx';

interface SignInAgainProps {
  opened: boolean;
  email: string;
  onSignedIn: () => Promise<void>;
  onSignOut: () => Promise<void>;
}

/** The sign-in over a page whose session has ended; what was typed stays where it is, underneath. */
export function SignInAgain({ opened, email, onSignedIn, onSignOut }: SignInAgainProps) {
  return (
    <Modal
      {...useDialogLayer(opened)}
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title="Please sign in again"
      centered
    >
      <Stack gap="md">
        <Text>Your session has ended. Nothing you typed is lost: it is waiting under this window.</Text>
        <SignInForm
          email={email}
          onSignedIn={onSignedIn}
          forgotHref="/forgot-password"
          providers={<ProviderButtons />}
        />
        <Button variant="subtle" color="gray" onClick={() => void onSignOut()}>
          Leave and sign out
        </Button>
      </Stack>
    </Modal>
  );
}
