// The page to compare cold starts with: fetches or unpacks engine and worker, starts them, and says when a query was answered.

async function bytesOf(name: string): Promise<ArrayBuffer> {
  const element = document.querySelector<HTMLScriptElement>(`script[data-asset="${name}"]`);
  if (element === null) throw new Error(`the page has no ${name}`);
  const { path } = element.dataset;
  return path === undefined ? unpack(element.textContent) : (await fetch(path)).arrayBuffer();
}

async function unpack(base64: string): Promise<ArrayBuffer> {
  const signs = atob(base64);
  const packed = new Uint8Array(signs.length);
  for (let at = 0; at < packed.length; at++) packed[at] = signs.charCodeAt(at);
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}

async function start(): Promise<void> {
  const [script, wasm] = await Promise.all([bytesOf('engine'), bytesOf('duckdb')]);
  const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
  worker.onmessage = (event: MessageEvent<string>) => {
    document.body.innerHTML = `<div data-testid="engine-state" data-state="ready">${event.data}</div>`;
  };
  worker.postMessage(wasm, [wasm]);
}

void start();
