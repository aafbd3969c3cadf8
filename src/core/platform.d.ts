// What the pure rooms use of the platform beyond the language itself: the same in Node, pages and workers.

interface TextDecoderLike {
  decode(input?: Uint8Array, options?: { stream?: boolean }): string;
}
declare const TextDecoder: new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }) => TextDecoderLike;

interface TextEncoderLike {
  encode(input: string): Uint8Array;
}
declare const TextEncoder: new () => TextEncoderLike;

interface MessagePortLike {
  onmessage: (() => void) | null;
  postMessage(message: null): void;
  close(): void;
}
declare const MessageChannel: new () => { readonly port1: MessagePortLike; readonly port2: MessagePortLike };

declare function atob(base64: string): string;

declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
    readonly kind: 'module';
  }
  class Instance {
    constructor(module: Module, imports: object);
    readonly exports: unknown;
  }
  function compile(bytes: Uint8Array): Promise<Module>;
  function instantiate(module: Module, imports: object): Promise<Instance>;
}
