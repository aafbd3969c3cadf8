import type { JSX } from 'solid-js';
import { createWorkbench } from '../state/create-workbench.ts';

export function App(): JSX.Element {
  const workbench = createWorkbench();
  return (
    <main>
      <input
        type="file"
        multiple
        onChange={(event) => workbench.addFiles([...(event.currentTarget.files ?? [])].map((file) => ({ name: file.name, file })))}
      />
      <p>{workbench.engine().state}</p>
      <p data-testid="applications-total">{workbench.loaded()?.applications}</p>
    </main>
  );
}
