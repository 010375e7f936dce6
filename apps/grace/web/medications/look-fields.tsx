import { notifyError } from '@commons/ui';
import { Button, FileButton } from '@mantine/core';
import { type FactsFieldsProps, Field } from './facts-field.tsx';
import classes from './forms.module.css';
import { smallPicture } from './small-picture.ts';

/** What it looks like, so that nobody takes one for the other. */
export function LookFields(props: FactsFieldsProps) {
  const { draft, change } = props;
  const choose = async (file: File | null) => {
    if (!file) return;
    try {
      change({ photo: await smallPicture(file) });
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <>
      <Field
        {...props}
        field="look"
        label="What it looks like"
        description="For example: small, white, round."
      />
      <div className={classes.picture}>
        {draft.photo && <img src={draft.photo} alt="" className={classes.photo} />}
        <FileButton onChange={(file) => void choose(file)} accept="image/png,image/jpeg,image/webp">
          {(button) => (
            <Button variant="default" {...button}>
              {draft.photo ? 'Another picture' : 'Add a picture'}
            </Button>
          )}
        </FileButton>
        {draft.photo && (
          <Button variant="subtle" color="gray" onClick={() => change({ photo: null })}>
            Remove the picture
          </Button>
        )}
      </div>
    </>
  );
}
