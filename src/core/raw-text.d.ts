/** A text file taken into the build as it stands. */
declare module '*?raw' {
  const text: string;
  export default text;
}
