import { fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderInApp } from '../../testing/render.tsx';
import { Disclosure } from './disclosure.tsx';

it('holds what it says it holds, to be opened', () => {
  renderInApp(<Disclosure label="As a table">Tuesday</Disclosure>);
  const part = screen.getByText('Tuesday').closest('details');
  expect(part?.open).toBe(false);
  expect(part?.querySelector('summary')?.textContent).toBe('As a table');
});

it('makes what is costly only when somebody opens it', async () => {
  renderInApp(
    <Disclosure label="The days to come" isLazy>
      A drawing
    </Disclosure>,
  );
  expect(screen.queryByText('A drawing')).toBeNull();
  fireEvent.click(screen.getByText('The days to come'));
  await screen.findByText('A drawing');
});
