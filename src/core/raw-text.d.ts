/** A text file taken into the build as it stands. */
declare module '*?raw' {
  const text: string;
  export default text;
}

/** AssemblyScript compiled to WebAssembly, in base64. */
declare module '*?kernel' {
  const base64: string;
  export default base64;
}
