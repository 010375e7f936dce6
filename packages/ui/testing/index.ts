export { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
export { renderWholeApp } from './app.tsx';
export { announced, renderInApp } from './render.tsx';
export {
  lostConnection,
  Refusal,
  Stream,
  type StubbedProcedure,
  stubProcedures,
} from './stub-procedures.ts';
export { Answer, refusal, type SeenRequest, stubServer } from './stub-server.ts';
