import { authApi, explainAuthError, Form, FormFailure, notify, useSession, useSubmit } from '@commons/ui';
import { Button, Input, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import classes from './account.module.css';

/** The name that the apps show. */
export function ProfileForm() {
  const { user, refresh } = useSession();
  const [name, setName] = useState(user.name);
  const isChanged = name.trim() !== user.name;
  const { errors, failure, submitProps, formProps } = useSubmit({
    validate: ({ name }) => (name?.trim() ? {} : { name: 'Enter the name that others should see.' }),
    send: async ({ name = '' }) => {
      await authApi.updateName({ name: name.trim() });
      await refresh();
      notify({ title: 'Name saved' });
    },
    explain: explainAuthError,
  });
  return (
    <Form {...formProps}>
      <Stack gap="md" align="start">
        <FormFailure error={failure} />
        <TextInput
          name="name"
          label="Name"
          autoComplete="name"
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={errors.name}
          w="100%"
        />
        <Input.Wrapper
          label="E-mail"
          size="md"
          labelElement="div"
          description="The address you sign in with."
          inputWrapperOrder={['label', 'input', 'description']}
        >
          <div className={classes.email}>{user.email}</div>
        </Input.Wrapper>
        <Button type="submit" {...submitProps} disabled={!isChanged || submitProps.disabled}>
          Save
        </Button>
      </Stack>
    </Form>
  );
}
