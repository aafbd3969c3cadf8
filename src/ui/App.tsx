import './tokens.css';
import './base.css';
import type { JSX } from 'solid-js';
import { createSession } from '../state/create-session.ts';
import { Shell } from './shell/Shell.tsx';

export function App(): JSX.Element {
  const session = createSession();
  return <Shell session={session} />;
}
