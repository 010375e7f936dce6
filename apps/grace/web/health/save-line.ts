interface Saving<Input> {
  mutate: (input: Input) => void;
  isPending: boolean;
  error: unknown;
}

interface LineSaving<Input> {
  /** What is to be saved; undefined while something is missing. */
  submit: () => Input | undefined;
  /** Of the line as the form began from it; undefined for a new one. */
  version: number | undefined;
  create: Saving<Input>;
  update: Saving<Input & { version: number }>;
}

/** What the form of a line does when it is sent: a new line comes, and one of the record changes, unless somebody else changed it. */
export function saveLine<Input>({ submit, version, create, update }: LineSaving<Input>) {
  return {
    onSubmit: () => {
      const input = submit();
      if (!input) return;
      if (version !== undefined) update.mutate({ ...input, version });
      else create.mutate(input);
    },
    isPending: create.isPending || update.isPending,
    error: create.error ?? update.error,
  };
}
