import { TextInput } from '@mantine/core';
import { act, fireEvent, screen } from '@testing-library/react';
import { createRef, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { renderInApp } from '../../testing/render.tsx';
import { Form } from './form.tsx';

interface ExampleProps {
  /** Names of the fields that are refused. */
  check: () => string[] | Promise<string[]>;
}

function Example({ check }: ExampleProps) {
  const [wrong, setWrong] = useState<string[]>([]);
  const submit = async () => {
    const found = check();
    setWrong(found instanceof Promise ? await found : found);
  };
  return (
    <>
      <Form aria-label="Example" onSubmit={submit}>
        {['first', 'second', 'third'].map((name) => (
          <TextInput key={name} name={name} label={name} error={wrong.includes(name) && 'Not this.'} />
        ))}
        <button type="submit">Send</button>
      </Form>
      <button type="button">Elsewhere</button>
    </>
  );
}

const form = () => screen.getByRole('form');
const field = (label: string) => screen.getByLabelText(label);
const send = () => act(async () => void fireEvent.submit(form()));

describe('Form', () => {
  it('stays on the page, and leaves it to the page to say what is wrong', async () => {
    const onSubmit = vi.fn<(fields: FormData) => void>();
    const ref = createRef<HTMLFormElement>();
    renderInApp(
      <Form ref={ref} aria-label="Example" className="narrow" onSubmit={onSubmit}>
        <input name="title" defaultValue="Bread" required />
      </Form>,
    );
    expect(fireEvent.submit(form())).toBe(false);
    expect(onSubmit).toHaveBeenCalledOnce();
    expect([...(onSubmit.mock.lastCall?.[0] ?? [])]).toEqual([['title', 'Bread']]);
    expect(ref.current).toBe(form());
    expect([ref.current?.className, ref.current?.noValidate]).toEqual(['narrow', true]);
  });

  it('does nothing on Enter where the fields act as one types', () => {
    renderInApp(<Form aria-label="Example" />);
    expect(fireEvent.submit(form())).toBe(false);
  });

  it('begins no second submit before the first is done', async () => {
    const done = Promise.withResolvers<void>();
    const onSubmit = vi.fn(() => done.promise);
    renderInApp(<Form aria-label="Example" onSubmit={onSubmit} />);
    await send();
    await send();
    expect(onSubmit).toHaveBeenCalledOnce();
    await act(async () => done.resolve());
    await send();
    expect(onSubmit).toHaveBeenCalledTimes(2);
  });

  it('takes the focus to the first wrong field, each time', async () => {
    const wrong = ['third', 'second'];
    renderInApp(<Example check={() => wrong} />);
    await send();
    expect(document.activeElement).toBe(field('second'));
    act(() => field('first').focus());
    await send();
    expect(document.activeElement).toBe(field('second'));
  });

  it('does so when only the server finds it', async () => {
    const answer = Promise.withResolvers<string[]>();
    renderInApp(<Example check={() => answer.promise} />);
    await send();
    expect(document.activeElement).toBe(document.body);
    await act(async () => answer.resolve(['second']));
    expect(document.activeElement).toBe(field('second'));
  });

  it.each([
    ['goes to another field', () => field('third').focus()],
    ['goes on typing', () => fireEvent.input(field('first'), { target: { value: 'x' } })],
    ['goes elsewhere', () => screen.getByText('Elsewhere').focus()],
  ])('leaves the focus to whoever %s meanwhile', async (_, goOn) => {
    const answer = Promise.withResolvers<string[]>();
    renderInApp(<Example check={() => answer.promise} />);
    act(() => field('first').focus());
    await send();
    act(() => void goOn());
    const { activeElement } = document;
    await act(async () => answer.resolve(['second']));
    expect(field('second').getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(activeElement);
  });

  it('leaves the focus where it is when a field is wrong only after one has gone on', async () => {
    const { rerender } = renderInApp(<Form aria-label="Example" />);
    await send();
    fireEvent.input(form());
    rerender(
      <Form aria-label="Example">
        <input aria-label="late" aria-invalid />
      </Form>,
    );
    expect(document.activeElement).toBe(document.body);
  });
});
