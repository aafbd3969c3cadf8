/** The package ships this build but does not export it; the bundler finds it by an alias. */
declare module '@duckdb/duckdb-wasm/dist/duckdb-browser-blocking.mjs' {
  export * from '@duckdb/duckdb-wasm/blocking';
  export { BROWSER_RUNTIME } from '@duckdb/duckdb-wasm/dist/types/src/bindings/runtime_browser';
}
