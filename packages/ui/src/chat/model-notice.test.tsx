import { fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderInApp } from '../../testing/render.tsx';
import { ModelNotice } from './model-notice.tsx';

it('says that no language model answers, and how to add one', () => {
  renderInApp(<ModelNotice assistantName="Chidi" />);
  expect(screen.getByRole('complementary').textContent).toContain(
    'No language model is configured: Chidi answers',
  );
  const how = screen.getByRole('button', { name: 'How to add one' });
  expect(how.getAttribute('aria-expanded')).toBe('false');
  fireEvent.click(how);
  for (const name of ['OPENAI_BASE_URL', 'OPENAI_MODEL', 'OPENAI_API_KEY'])
    expect(screen.getByText(name)).toBeTruthy();
});
