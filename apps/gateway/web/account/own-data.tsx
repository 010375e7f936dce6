import { accountApi, FormFailure, notify, saveFile } from '@commons/ui';
import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';

/** One file with everything that is the person's. */
export function OwnData() {
  const download = useMutation({
    mutationFn: accountApi.download,
    onSuccess: (file) => {
      saveFile(file);
      notify({ title: 'Your data is downloaded', text: 'Keep the file somewhere safe.' });
    },
  });
  return (
    <Stack gap="md" align="start">
      <FormFailure error={download.error} />
      <Button variant="default" loading={download.isPending} onClick={() => download.mutate()}>
        Download my data
      </Button>
    </Stack>
  );
}
